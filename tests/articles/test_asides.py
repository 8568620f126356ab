"""Lines that speak of the page or of who wrote it are none of the story; what somebody says of them is."""

from __future__ import annotations

import pytest

from onrecord.articles.asides import without_asides
from onrecord.articles.marked import Marked
from onrecord.records import Span

PROSE = "The ferry will not sail in May, the harbour board decided on Monday night after a long meeting."


def labels(*contents):
    at, marked = 0, []
    for content in contents:
        marked.append(Marked("body", Span(at, at + len(content)), content))
        at += len(content) + 2
    return [m.label for m in without_asides(marked)]


@pytest.mark.parametrize(
    "line",
    [
        "Story Continued Below",
        "Advertisement:",
        "Slideshow (12 Images)",
        "More On This...",
        "CLICK HERE TO GET THE HERALD APP",
        "Harbour notes newsletter Get them every weekday, in your inbox. Email Sign Up By signing up you agree to terms.",
        "The opinions expressed by columnists are their own and do not represent the views of the Herald.",
        "The Herald is reader supported: chip in what you can.",
        "Translation of an original article published in French on courier.example; the publisher is not liable.",
        "This content is provided by Skarnet, which may be using cookies and other technologies.",
        "Write a piece and join a growing community of more than 900 writers.",
        "The science desk receives support from a foundation and is solely responsible for all content.",
    ],
)
def test_a_line_that_asks_the_reader_is_none_of_the_story_wherever_it_stands(line):
    assert labels(PROSE, line, PROSE) == ["body", "advert", "body"]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("The Associated Desk contributed to this report.", "credit"),
        ("—Ida Orr contributed to this article.", "credit"),
        ("Ida Orr reported from Olm and Per Voss reported from Merrow.", "credit"),
        ("Ida Orr is a freelance writer and editor in Olm.", "note"),
        ("Per Voss covers harbours for the Herald.", "note"),
        ("Contact the desk: Ida Orr can be reached at 555 0199.", "note"),
    ],
)
def test_who_wrote_is_told_at_the_end(line, label):
    assert labels(*[PROSE] * 6, line)[-1] == label
    assert labels(PROSE, line, *[PROSE] * 6)[1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Read the full statement below:",
        "Ida Orr said that a newsletter in your inbox was no answer.",
        "“Sign up here,” the sign read.",
        "All 150 places to sign up for the crossing were gone within a day.",
        "The board, which follows the ferries of four islands, met in a photo studio.",
        f"Click here if you like, {' '.join(['and read on'] * 25)}.",
    ],
)
def test_what_is_told_stays(line):
    assert labels(*[PROSE] * 6, line)[-1] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Show caption",
        "View comments (12)",
        "Picture: PER VOSS",
        "Photograph: Per Voss/The Herald",
        "Additional reporting by Per Voss",
        "With files from the Coastal Press",
        "This story was originally published March 4, 2031.",
        "Last updated: 5 March 2031",
        "Source: Coastal Press Agency",
        "Home > News > Islands",
        "PV",
        "More to follow.",
    ],
)
def test_what_a_page_sets_between_paragraphs_is_none(line):
    assert labels(PROSE, line, PROSE) == ["body", "note", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "The photograph was taken by Per Voss.",
        "Source of the cracks: a wave.",
        "The reporting was good, said Ida Orr.",
        "Ends and means",
        "News of the cracks",
        "Comments on a crack",
        "This story was first told by Ida Orr to her sister.",
    ],
)
def test_a_line_of_the_story_that_begins_alike_stays(line):
    assert labels(PROSE, line, PROSE) == ["body"] * 3
