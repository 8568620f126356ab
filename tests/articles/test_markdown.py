"""Markdown's marks go, the words stay and keep their place; what only looks like marks is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import clean
from onrecord.articles.drafts import Draft
from onrecord.articles.markdown import unmarked, unquoted
from onrecord.records import RawDocument, Span

CLIP = """---
title: "Mayor of Karst to step down in May"
source: "https://courier.example/2031/03/07/mayor"
author:
  - "[[Lena Orr]]"
  - "Mo Abelt"
published: 2031-03-07
---
![The pier](https://courier.example/img/1.jpg "by night")

KARST — Mayor [Tilda Voss](https://courier.example/topics/voss_(mayor)) said she would **not** stand *again*.

> “I am done with the [pier](https://x.example/pier),” Ms Voss said on Friday in the council chamber.
"""


QUOTED = "The pier of Karst will be closed in May, the mayor said on Monday. It has stood there for 90 years."


def bare(text):
    return unmarked(Draft.of(text, Span(0, len(text)))).text


def test_a_clipped_page_is_its_words():
    found = clean(RawDocument("clip.md", 0, "", "text/plain", CLIP, Span(0, len(CLIP)), {}))
    assert found.text == (
        "Mayor of Karst to step down in May\n\n"
        "KARST — Mayor Tilda Voss said she would not stand again.\n\n"
        "“I am done with the pier,” Ms Voss said on Friday in the council chamber."
    )
    assert (found.byline, found.outlet, found.url) == (
        "Lena Orr, Mo Abelt",
        "courier.example",
        "https://courier.example/2031/03/07/mayor",
    )
    for text_start, raw_start, length in found.text_map:
        assert found.text[text_start : text_start + length] == CLIP[raw_start : raw_start + length]


@pytest.mark.parametrize("value", ["Karst Courier", "[Karst Courier](https://courier.example)"])
def test_a_field_that_is_a_link_is_what_the_link_shows(value):
    text = f"**Source:** {value}\n**Author:** Lena Orr\n**Date:** 2031-03-07\n\n# Pier to close in May\n\n{QUOTED}\n\nNobody was told."
    found = clean(RawDocument("clip.md", 0, "", "text/plain", text, Span(0, len(text)), {}))
    assert (found.outlet, found.byline, found.title) == ("Karst Courier", "Lena Orr", "Pier to close in May")


@pytest.mark.parametrize("mark", ["", "> "])
def test_a_heading_keeps_no_marks_in_a_quotation_either(mark):
    lines = ["**Karst Courier**, 3 March 2031", "### Pier to close in May", "", QUOTED]
    text = "## My clips\n\n" + "\n".join(mark + line for line in lines) + "\n\n#pier #karst\n\n#later\n"
    found = clean(RawDocument("clip.md", 0, "", "text/plain", text, Span(0, len(text)), {}))
    assert (found.title, found.outlet) == ("Pier to close in May", "Karst Courier")


@pytest.mark.parametrize(
    "text",
    [
        "“That f***ing pier,” he said, “is a d**n shame.”",
        "Fares* rise in May (*children ride free).",
        "“This issue [of opening piers] is not on the agenda,” (he said) on Monday.",
        "2 * 3 * 4 is 24, snake_case_name stays, __init__ is code_",
        "He said [sic](with a smile) that it rained.",
    ],
)
def test_what_only_looks_like_marks_stays(text):
    assert bare(text) in (text, text.replace("__init__", "init"))


@given(st.text(alphabet="ab *_[]()>!\n.|/#", max_size=400))
def test_any_text_maps_back(text):
    draft = unmarked(Draft.of(text, Span(0, len(text))))
    for text_start, raw_start, length in draft.runs:
        assert draft.text[text_start : text_start + length] == text[raw_start : raw_start + length]


def test_long_runs_of_marks_take_no_time():
    for mark in ("*", "_", "[", "![", "> ", "[a](/", "[[a|"):
        assert len(bare(mark * 50_000)) >= 0


def test_a_text_that_is_quoted_as_a_whole_is_what_it_quotes():
    quoted = "> Ferry laid up\n>\n>> The ferry is laid up.\n> It is old.\n"
    assert (
        unquoted(Draft.of(quoted, Span(0, len(quoted)))).text
        == "Ferry laid up\n\nThe ferry is laid up.\nIt is old.\n"
    )
    mixed = "The board wrote:\n> It is old.\nNobody knows."
    assert unquoted(Draft.of(mixed, Span(0, len(mixed)))).text == mixed


def test_the_numbers_that_a_text_browser_gives_to_links_go_where_its_list_stands():
    page = "By [6]Ada Voss\n\nThe ferry [7]is laid up [sic].\n"
    listed = "\n   1. https://a.example/\n   6. https://a.example/voss\n   7. https://a.example/ferry\n"
    assert bare(page + listed).startswith("By Ada Voss\n\nThe ferry is laid up [sic].\n")
    assert bare(page) == page


def test_a_forums_marks_go_where_one_is_closed():
    text = "[b]Ferry laid up[/b]\n[url=https://olm.example/f]Olm Herald[/url]\n[img]https://olm.example/a.jpg[/img]\n"
    assert bare(text).split() == ["Ferry", "laid", "up", "Olm", "Herald"]
    open_only = "He wrote [b] beside it, and [quote] too."
    assert bare(open_only) == open_only
