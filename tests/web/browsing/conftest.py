"""One Chromium and one server for all; a page that lets no request leave the machine and no error pass."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

import pytest
import uvicorn

from onrecord.queries import Queries
from onrecord.web import create_app

CHROMIUM = shutil.which("chromium")
# Every page of the app, and what it is like without an answer.
PAGES = (
    "/",
    "{story}",
    "{storyline}",
    "{utterance}",
    "{article}",
    "{article}?raw=1",
    "/speakers",
    "{speaker}",
    "/compare?a=post.txt&b=wire.txt",
    "/compare?a=sluice",
    "/search?q=sluice",
    "/search?q=nowhere",
    "/add",
    "/watches",
    "/corrections",
    "/correct?about=statement&id={statement_id}",
    "/correct?about=article&id={article_id}",
)


@pytest.fixture(scope="session")
def chromium():
    """A browser without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


@pytest.fixture(scope="session")
def served(read_once, tmp_path_factory):
    """The address of a server over a copy of the archive."""
    archive = shutil.copy(read_once, tmp_path_factory.mktemp("served") / "onrecord.db")
    config = uvicorn.Config(create_app(Path(archive)), port=0, access_log=False, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, name="served")
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def names(read_once):
    """What the addresses of pages are filled with."""
    with Queries(read_once) as queries:
        told = next(u for u in queries.utterances() if len(u.renderings) > 1)
        one = queries.statements_by_id([told.renderings[0].statement_id])[0]
        story = f"/stories/{told.story_id}"
        return {
            "story": story,
            "storyline": f"/storylines/{queries.story(told.story_id).storyline_id}",
            "utterance": f"{story}/utterances/{told.id}",
            "article": f"/articles/{one.article_id}",
            "article_id": one.article_id,
            "statement_id": one.id,
            "speaker": f"/speakers/{one.speaker_id}",
        }


@pytest.fixture(params=PAGES)
def address(request, names):
    """Each page in turn."""
    return request.param.format(**names)


@pytest.fixture
def page(chromium, served):
    """An empty page of a visitor of the server."""
    with chromium.new_context(base_url=served, viewport={"width": 1280, "height": 900}) as context:
        opened, wrong = context.new_page(), []
        opened.set_default_timeout(20_000)
        opened.on("pageerror", lambda error: wrong.append(str(error)))
        opened.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
        opened.on(
            "request",
            lambda r: None if r.url.startswith((served, "file:", "data:")) else wrong.append(r.url),
        )
        yield opened
        assert wrong == []
