"""Every page, and the brief, by the rules of axe-core, in light and dark, folds open; and 320 px wide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.queries import Queries
from onrecord.reports import write_brief

pytestmark = pytest.mark.slow

GRAVE = {"moderate", "serious", "critical"}
PAGES = (
    "/",
    "{story}",
    "{utterance}",
    "{article}",
    "{article}?raw=1",
    "/speakers",
    "{speaker}",
    "/compare?a=post.txt&b=wire.txt",
    "/compare?a=sluice",
    "/search?q=sluice",
    "/add",
    "/watches",
    "/corrections",
    "/correct?about=statement&id={statement_id}",
    "/correct?about=article&id={article_id}",
    "/search?q=nowhere",
)


@pytest.fixture(scope="module")
def axe():
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


@pytest.fixture(scope="module")
def names(read_once):
    """What the addresses of pages are filled with."""
    with Queries(read_once) as queries:
        told = next(u for u in queries.utterances() if len(u.renderings) > 1)
        one = queries.statements_by_id([told.renderings[0].statement_id])[0]
        story = f"/stories/{told.story_id}"
        return {
            "story": story,
            "utterance": f"{story}/utterances/{told.id}",
            "article": f"/articles/{one.article_id}",
            "article_id": one.article_id,
            "statement_id": one.id,
            "speaker": f"/speakers/{one.speaker_id}",
        }


def violations(page, axe):
    """What axe finds grave with all folds open, in light and, as far as colours go, in dark."""
    page.evaluate(axe)
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })"
    )
    page.emulate_media(color_scheme="light")
    light = page.evaluate("axe.run({resultTypes: ['violations']})")["violations"]
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(
        "axe.run({runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations']})"
    )["violations"]
    return [(v["id"], v["nodes"][0]["html"]) for v in (*light, *dark) if v["impact"] in GRAVE]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_has_nothing_that_shuts_somebody_out(page, axe, names, address):
    page.goto(address.format(**names))
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_brief_has_nothing_that_shuts_somebody_out(page, axe, read_once, tmp_path):
    with Queries(read_once) as queries:
        written = write_brief(queries.corpus(), tmp_path)
    page.goto(written.as_uri())
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_quotation_is_copied_with_who_said_it_and_where(page, read_once, tmp_path):
    with Queries(read_once) as queries:
        corpus = queries.corpus()
    written = write_brief(corpus, tmp_path)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(written.as_uri())
    story = page.get_by_role("link", name=re.compile("luice")).first
    story.click()
    page.locator(".cite:visible").first.click()
    page.get_by_role("status").get_by_text("Citation copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    said = [(s.speaker, item.article.outlet) for item in corpus.articles for s in item.statements]
    assert any(speaker and outlet and speaker in copied and outlet in copied for speaker, outlet in said)
