"""Every page, and the brief, by the rules of axe-core, in light and dark, folds open; and four times as large."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord.queries import Queries
from onrecord.reports import write_brief

pytestmark = pytest.mark.slow

GRAVE = {"moderate", "serious", "critical"}


@pytest.fixture(scope="module")
def axe():
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")


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


def test_a_page_has_nothing_that_shuts_somebody_out(page, axe, address):
    page.goto(address)
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


# Where the keyboard is, if that is out of sight or under a bar.
OUT_OF_SIGHT = """() => {
    const e = document.activeElement, r = e.getBoundingClientRect();
    if (e === document.body) return null;
    const bars = [...document.querySelectorAll("header.app, nav.toc")];
    const x = Math.min(Math.max(r.x + 2, 1), innerWidth - 2), y = r.y + Math.min(r.height / 2, 8);
    const hit = document.elementFromPoint(x, y);
    const under = hit !== null && bars.some((b) => b.contains(hit) && !b.contains(e));
    const out = r.bottom <= 0 || r.top >= innerHeight || r.right <= 0 || r.left >= innerWidth;
    return out || under ? e.outerHTML.slice(0, 200) : null;
}"""


def test_four_times_as_large_all_stays_in_sight(page, address):
    # 1280 by 1024 px at 400 %; without glides, as what is on its way is nowhere yet
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(address)
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.removeAttribute('name'); d.open = true; })"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(OUT_OF_SIGHT) is None


def test_what_a_bar_would_cover_is_told(page, names):
    page.emulate_media(reduced_motion="reduce")
    page.goto(names["story"])
    page.keyboard.press("Tab")
    page.evaluate(
        "Object.assign(document.querySelector('header.app').style, { position: 'fixed', inset: '0' })"
    )
    page.evaluate("document.querySelector('main a[href]').focus()")
    assert page.evaluate(OUT_OF_SIGHT) is not None


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
