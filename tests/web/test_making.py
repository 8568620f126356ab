"""Pages that processes of their own make are those that the server makes, and one that is lost is made by it."""

from __future__ import annotations

import asyncio
import errno
import io
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from onrecord.web import create_app, making
from onrecord.web.making import Asked, Delegating

NOTE = {"action": "mark", "about": "statement", "verdict": "right"}


def until(found):
    ends = time.monotonic() + 60
    while not found():
        assert time.monotonic() < ends
        time.sleep(0.05)


def makers_of(app):
    """The processes that make an app's pages."""
    found = next(m for m in app.user_middleware if m.cls is Delegating)
    return found.kwargs["makers"]._all


@pytest.fixture
def helped(archive_file):
    """A browser at a server whose pages another process makes, and that process."""
    app = create_app(archive_file, makers=1)
    with TestClient(app, base_url="http://127.0.0.1:8431") as client:
        (maker,) = makers_of(app)
        until(lambda: maker.is_there)
        yield client, maker


def counting(monkeypatch, maker):
    """What the process is asked."""
    asked, ask = [], type(maker).ask
    monkeypatch.setattr(
        type(maker), "ask", lambda self, told: asked.append(told.path) or ask(self, told), raising=True
    )
    return asked


def test_pages_are_the_same_whoever_makes_them(helped, browser, monkeypatch):
    client, maker = helped
    asked = counting(monkeypatch, maker)
    pages = [
        "/",
        "/?q=sluice",
        "/speakers",
        "/search?q=sluice",
        "/v1",
        "/v1/statements?limit=2",
        "/stories/none",
    ]
    for page in pages:
        other, own = client.get(page), browser.get(page)
        assert (other.status_code, other.text) == (own.status_code, own.text)
        assert other.headers["content-security-policy"] == own.headers["content-security-policy"]
        assert other.headers.get("etag") == own.headers.get("etag")
    assert len(asked) == len(pages)
    held = client.get("/", headers={"if-none-match": client.get("/").headers["etag"]})
    assert (held.status_code, held.content) == (304, b"")


def test_forms_and_what_is_ours_stay_with_the_server(helped, monkeypatch):
    client, maker = helped
    asked = counting(monkeypatch, maker)
    assert client.get("/add").status_code == client.get("/static/app.css").status_code == 200
    assert client.head("/").status_code == 200
    assert asked == []


def test_what_was_written_is_on_the_next_page(helped):
    client, maker = helped
    row = client.get("/v1/statements").json()["data"][0]
    assert client.get("/v1/corrections").json()["data"] == []
    place = {"article_id": row["article_id"], "start": 0, "end": 1, "note": row["id"]}
    sent = client.post("/v1/corrections", json=NOTE | {"places": [place]})
    assert sent.status_code == 201, sent.text
    assert maker.is_there
    assert len(client.get("/v1/corrections").json()["data"]) == 1


def test_a_process_that_is_lost_is_done_without_and_comes_back(helped):
    client, maker = helped
    lost = maker._process.pid
    os.kill(lost, signal.SIGKILL)
    assert client.get("/").status_code == 200
    until(lambda: maker.is_there and maker._process.pid != lost)
    assert client.get("/speakers").status_code == 200


def test_a_name_that_nobody_may_call_is_refused_before_any_process_is_asked(helped, monkeypatch):
    client, maker = helped
    asked = counting(monkeypatch, maker)
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 421
    assert asked == []


@pytest.mark.parametrize("failures", [0, 1])
def test_a_process_that_cannot_be_started_is_started_later(archive_file, monkeypatch, failures):
    tried, start = [], asyncio.create_subprocess_exec

    async def starting(*command, **options):
        tried.append(command)
        if len(tried) <= failures:
            raise OSError(errno.EAGAIN, "no process to be had")
        return await start(*command, **options)

    monkeypatch.setattr(making.asyncio, "create_subprocess_exec", starting)
    monkeypatch.setattr(making, "_AGAIN", 0.01)
    app = create_app(archive_file, makers=1)
    with TestClient(app, base_url="http://127.0.0.1:8431") as client:
        (maker,) = makers_of(app)
        assert client.get("/").status_code == 200
        until(lambda: maker.is_there)
        assert client.get("/").status_code == 200
    assert len(tried) == failures + 1


@pytest.mark.parametrize(("fails", "told"), [(False, 200), (True, 500)])
def test_why_a_page_could_not_be_made_is_in_the_log(capsys, fails, told):
    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": 500 if fails else 200, "headers": []})
        if fails:
            raise KeyError("no such story")

    with ThreadPoolExecutor(1) as thread:  # a browser that other tests share has its loop in this one
        answer = thread.submit(asyncio.run, making.answer_of(app, Asked(1, "/", b"", ()))).result()
    assert answer.status == told
    assert ("KeyError: 'no such story'" in capsys.readouterr().err) is fails


@pytest.mark.parametrize(("lost", "read"), [(0, ["/", "/speakers"]), (1, ["/"])])
def test_a_request_that_was_cut_off_ends_a_process_that_nobody_asks_any_more(lost, read):
    sent = b"".join(making._frame(Asked(n, path, b"", ())) for n, path in enumerate(("/", "/speakers"), 1))
    assert [asked.path for asked in making._read(io.BytesIO(sent[: len(sent) - lost]))] == read
