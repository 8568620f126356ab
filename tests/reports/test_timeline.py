"""The timeline can be zoomed with script, stands still without it, and its table says the same."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from importlib import resources

import pytest

from onrecord.reports.brief.scales import ordinal
from onrecord.reports.brief.timeline import read_clock

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Rows(HTMLParser):
    """The placed rows of every table, the zoomers, and how many still drawings there are."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.zoomers, self.still, self.ids = [], [], 0, set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Note what belongs to a timeline."""
        given = dict(attrs)
        if given.get("id"):
            self.ids.add(given["id"])
        if "data-from" in given:
            self.rows.append(given)
        if given.get("class") == "zoomer":
            self.zoomers.append(given)
        self.still += tag == "div" and given.get("class") == "still"


@pytest.fixture(scope="module")
def page(briefs):
    return Rows((briefs["tunnel"] / "brief.html").read_text("utf-8"))


def test_without_script_the_still_drawing_is_there_and_the_other_hidden(page):
    assert page.still == len(page.zoomers) == 1
    assert all("hidden" in z for z in page.zoomers)
    assert {z["data-table"] for z in page.zoomers} <= page.ids
    assert {z["data-still"] for z in page.zoomers} <= page.ids


def test_the_still_drawing_is_what_goes_on_paper():
    style = resources.files("onrecord.reports.brief").joinpath("templates", "timeline.css").read_text("utf-8")
    assert "@media screen{.still.replaced{display:none}}" in style
    assert "@media print{.zoomer,.picked{display:none}}" in style


def test_every_entry_is_a_row_with_its_place_on_the_line(page, tunnel):
    drawn = {(r["data-clock"], r["data-from"], r["data-to"]) for r in page.rows}
    for entry in tunnel.timeline:
        start, end = ordinal(entry.earliest), ordinal(entry.latest)
        place = ("" if start is None else f"{start:.0f}", "" if end is None else f"{end + 1:.0f}")
        assert (entry.clock, *place) in drawn
    assert len([r for r in page.rows if r["data-clock"] != "read"]) == len(tunnel.timeline)


def test_a_date_that_others_give_otherwise_waits_among_the_possible_differences(briefs):
    text = (briefs["tunnel"] / "brief.html").read_text("utf-8")
    assert "also told as 1990s" in text
    assert text.index('<details class="possible">') < text.index("dated differently") < text.index("· 1967")


def test_words_of_articles_stay_inside_their_attributes(briefs):
    hostile = Rows((briefs["hostile"] / "brief.html").read_text("utf-8"))
    assert hostile.rows
    known = {"data-fact", "data-story", "data-rests", "data-clock", "data-from", "data-to", "data-weight"}
    for row in hostile.rows:
        assert set(row) <= known | {"data-label", "data-key"}
        assert re.fullmatch(r"[\d.]*", row["data-from"] + row["data-to"])


def test_the_script_never_parses_markup_and_loads_nothing():
    script = resources.files("onrecord.reports.brief").joinpath("templates", "timeline.js").read_text("utf-8")
    forbidden = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "eval(",
        "Function(",
        "document.write",
        "fetch(",
    )
    assert not [word for word in forbidden if word in script]
    assert re.findall(r"https?://[^\"]+", script) == ["http://www.w3.org/2000/svg"]


def test_two_readings_of_one_day_are_drawn_alike():
    clock = read_clock("2024-05-16T18:30:00+00:00")
    assert clock.words == "16 May 2024"
    assert clock.moment == ordinal("2024-05-16")
    assert clock == read_clock("2024-05-16T18:31:07+00:00")
    assert read_clock("").moment is None


def _dom(folder, fragment=""):
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    command += [
        "--window-size=1280,900",
        "--virtual-time-budget=2000",
        f"--user-data-dir={folder / 'profile'}",
    ]
    command += ["--dump-dom", f"file://{folder / 'brief.html'}{fragment}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    return done.stdout


@pytest.mark.skipif(BROWSER is None, reason="needs a browser")
def test_in_a_browser_it_is_drawn_and_zoomed_by_address(briefs, tmp_path, page):
    shutil.copy(briefs["tunnel"] / "brief.html", tmp_path)
    whole = _dom(tmp_path)
    name = page.zoomers[0]["data-name"]
    day = _dom(tmp_path, f"#{name}~2024-05-14T00:00~2024-05-15T00:00")
    for text in (whole, day):
        drawing = re.search(r'<svg class="zoomed".*?</svg>', text, re.DOTALL)[0]
        assert all(f">{clock}</text>" in drawing for clock in ("said", "about", "published"))
        assert 'class="mark"' in drawing
    assert "14 May 2024, 00:00 – 15 May 2024, 00:00" in day
    assert ">06:00</text>" in day
    assert ">06:00</text>" not in whole
