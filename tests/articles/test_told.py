"""What lines around a body say of the article's day: its paper's line, not a picture's caption or another report."""

from __future__ import annotations

import pytest

from onrecord.articles.marked import Marked
from onrecord.articles.tagging import LABELS
from onrecord.articles.told import told_by
from onrecord.records import Span


def _marked(*lines):
    at, marked = 0, []
    for label, content in lines:
        marked.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 1
    return marked


def _stamp(*lines):
    return told_by(_marked(*lines)).stamp


BODY = ("body", "The ferry will not sail before the harbour is dredged, the council of Oskhaven said.")


@pytest.mark.parametrize("label", ["byline", "outlet"])
@pytest.mark.parametrize(
    "caption",
    [
        "The ferry at Oskhaven, March 3, 2031 (Ilka Venn/Coastal Wire)",
        "The ferry at Oskhaven, March 3, 2031. (Coastal Wire photo: Ilka Venn)",
    ],
)
def test_the_day_of_a_picture_is_not_the_papers(label, caption):
    assert _stamp((label, caption), BODY) is None
    assert _stamp((label, caption.split(" (")[0].rstrip(".")), BODY) is not None


def test_a_paper_in_brackets_is_no_pictures_credit():
    assert _stamp(("outlet", "Oskhaven Courier, March 3, 2031 (Morning Edition)"), BODY) is not None


def test_a_day_below_the_body_is_the_papers_where_no_other_reports_address_holds_it():
    assert _stamp(BODY, ("page", "Oskhaven Courier, March 3, 2031")) == "March 3, 2031"
    assert _stamp(BODY, ("page", "https://courier.example/2030/10/19/tolls")) is None


def test_a_line_that_is_a_day_and_nothing_else_is_the_papers_whatever_it_was_taken_for():
    assert _stamp(("caption", "March 3, 2031, 2:05 PM"), BODY) is not None
    assert _stamp(("caption", "The ferry, March 3, 2031"), BODY) is None


def test_the_day_may_stand_below_the_first_paragraph():
    assert _stamp(BODY, ("date", "Issued on: 23/04/2031 - 14:46"), BODY) == "23/04/2031 - 14:46"
    assert _stamp(BODY, BODY, BODY, BODY, ("date", "Issued on: 23/04/2031 - 14:46"), BODY) is None
    assert _stamp(BODY, ("outlet", "The Oskhaven Courier | Saturday, June 7, 2031"), BODY) is not None
    assert _stamp(BODY, ("body", "The Oskhaven Courier | Saturday, June 7, 2031"), BODY) is None
    assert _stamp(BODY, ("outlet", "It rains! — Oskhaven Courier (@oskhaven) June 7, 2031"), BODY) is None


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Permalink https://courier.example/2031/ferry", "https://courier.example/2031/ferry"),
        ("courier.example/news/ferry-laid-up/104951234", "courier.example/news/ferry-laid-up/104951234"),
        (
            "Printable version | Sep 2, 2031 10:15:03 AM | https://courier.example/2031/ferry",
            "https://courier.example/2031/ferry",
        ),
        ("Ferry laid up | https://courier.example/2031/ferry", None),  # another report
        ("The Osk/Merrow ferry", None),
    ],
)
def test_the_articles_address_is_what_a_line_gives_alone_or_a_printer_adds(line, address):
    assert _told(BODY, ("share", line)).address == address


def test_who_is_said_to_be_a_writer_below_wrote_where_nobody_signs():
    who = ("note", "Nora Quill is a staff writer at the Oskhaven Courier.")
    assert _told(BODY, who).byline == "Nora Quill"
    assert _told(("byline", "By Dell Arrow"), BODY, who).byline == "Dell Arrow"


def _told(*lines):
    at, marked = 0, []
    for label, content in lines:
        marked.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 1
    return told_by(marked)


def test_a_role_and_its_radio_are_no_name_but_that_of_the_line_above():
    told = _told(
        ("masthead", "Velm Radio"), ("related", "Ada Voss"), ("byline", "Reporter, Velm Radio"), BODY
    )
    assert told.byline == "Ada Voss"


def test_a_name_below_the_body_beside_its_paper_and_day_is_the_writers():
    assert _told(BODY, ("page", "Ada Voss"), ("page", "Velm Courier | 19/06/2031")).byline == "Ada Voss"
    assert _told(BODY, ("page", "Ada Voss"), ("page", "Page 3")).byline is None


def test_a_line_that_hardly_was_taken_for_the_papers_gives_way_to_its_owner():
    odds = [0.0] * len(LABELS)
    odds[LABELS.index("outlet")] = 0.2
    unsure = Marked("outlet", Span(0, 10), "Trust Mark", odds)
    owner = Marked("legal", Span(100, 130), "© The Velm Express Pvt Ltd")
    assert told_by([unsure, Marked("body", Span(11, 60), BODY[1]), owner]).outlet == "The Velm Express"


def test_what_nearly_was_the_papers_line_names_it_where_no_other_does():
    odds = [0.0] * len(LABELS)
    odds[LABELS.index("masthead")] = 0.6
    line = Marked("section", Span(0, 12), "Oskhavn Nytt", odds)
    assert told_by([line, Marked("body", Span(13, 60), BODY[1])]).outlet == "Oskhavn Nytt"
    assert (
        told_by([Marked("section", Span(0, 7), "Oskhavn"), Marked("body", Span(8, 60), BODY[1])]).outlet
        is None
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("EMBARGOED UNTIL 00:01 ON SATURDAY 2 DECEMBER 2031", "2031"),
        ("FOR RELEASE: 4 March 2031", "2031"),
        ("Opened in 2031", None),
    ],
)
def test_a_release_gives_the_day_from_which_on_it_may_be_printed(line, day):
    stamp = _stamp(("contact", line), BODY)
    assert (stamp is None) is (day is None)
    assert day is None or day in stamp


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("051402 Okt 31", "2031-10-05"),
        ("nw/lp 161402 MAR 2031", "2031-03-16"),
        ("051402 Olm 31", None),
        ("991402 Mar 31", None),
    ],
)
def test_the_last_line_of_a_wire_gives_its_day(line, day):
    assert _stamp(BODY, ("record", line)) == day


@pytest.mark.parametrize(
    ("line", "byline", "outlet"),
    [
        ("By Anna Quill, John Olm", "Anna Quill, John Olm", None),
        ("By Anna Quill, Sant Aubel", "Anna Quill", "Sant Aubel"),
        ("By Anna Quill, Oskhaven Courier", "Anna Quill", "Oskhaven Courier"),
        ("By Anna Quill, John Olm, Sant Aubel", "Anna Quill, John Olm", "Sant Aubel"),
    ],
)
def test_the_last_name_of_a_byline_is_a_writer_or_the_paper_and_not_both(line, byline, outlet):
    told = told_by(_marked(("byline", line), BODY))
    assert (told.byline, told.outlet) == (byline, outlet)


@pytest.mark.parametrize(
    ("label", "day"), [("subheadline", "Jan 12, 2029"), ("byline", "Jan 12, 2029"), ("related", None)]
)
def test_a_part_of_a_line_may_be_the_day_whatever_the_line_was_taken_for(label, day):
    line = "The Oskhaven Echo · Ilka Venn · Jan 12, 2029 · 2 min read"
    assert _stamp(("headline", "Ferry laid up for the winter"), (label, line), BODY) == day


def test_the_day_of_clipping_is_not_the_papers():
    assert (
        _stamp(("date", "Clipped 4 Feb 2029"), ("outlet", "Oskhaven Echo, 3 February 2029"), BODY)
        == "3 February 2029"
    )
    assert _stamp(("date", "Received 14 Mar 1974"), BODY) is None


@pytest.mark.parametrize(
    ("byline", "found"),
    [("From Oskhaven Echo, the free daily", None), ("By Ilka Venn, Oskhaven Echo", "Ilka Venn")],
)
def test_a_papers_name_with_what_it_is_wrote_nothing(byline, found):
    lines = _marked(("headline", "Ferry laid up for the winter"), ("byline", byline), BODY)
    foot = _marked(BODY, ("legal", "© 2031 Oskhaven Echo"))[1:]
    assert told_by([*lines, *foot]).byline == found


@pytest.mark.parametrize(
    ("name", "byline"),
    [("LOWER OSKHAVEN", None), ("NORA QUILL", "NORA QUILL")],
)
def test_capitals_before_the_day_are_a_writer_only_by_a_given_name(name, byline):
    lines = _marked(("headline", "Salt pans flood again"), ("date", f"{name}, 3 May 2031"), BODY)
    assert told_by(lines).byline == byline


@pytest.mark.parametrize(
    ("above", "day"), [("RECEIVED", None), ("CLIPPED FOR THE BOARD", None), ("FINAL EDITION", "FEB 9 1968")]
)
def test_a_bare_day_below_a_collectors_word_is_the_collectors(above, day):
    assert (
        _stamp(("masthead", above), ("date", "FEB 9 1968"), ("headline", "Snow cuts off nine towns"), BODY)
        == day
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [("Published: 2 May 2031 17:40", "Published: 2 May 2031 17:40"), ("2 May 2031", "Saturday, 3 May 2031")],
)
def test_a_day_that_says_it_is_the_publications_goes_before_a_bare_one(line, day):
    lines = [("date", "Saturday, 3 May 2031"), ("headline", "Tunnel opens"), ("date", line), BODY]
    assert _stamp(*lines) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [("March 3, 2031 at 5:00 a.m.", "March 3, 2031 at 5:00 a.m."), ("March 3, 2031 was a Monday.", None)],
)
def test_a_bare_day_that_opens_the_text_is_its_day(line, day):
    assert _stamp(("headline", "Tunnel opens"), ("body", line), BODY) == day


@pytest.mark.parametrize(("name", "byline"), [("Press Complaints Board", None), ("Ilka Venn", "Ilka Venn")])
def test_a_body_that_issued_a_text_did_not_also_write_it(name, byline):
    lines = _marked(
        ("headline", "Paper to correct its claim"), ("byline", name), ("date", "14 April 2031"), BODY
    )
    assert told_by(lines).byline == byline
