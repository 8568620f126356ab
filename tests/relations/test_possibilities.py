"""What one speaker excludes here and leaves open there is found; what two things, days or speakers tell is not."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle, Story
from onrecord.relations import read
from onrecord.relations.possibilities import possibilities
from onrecord.text import View, view_all

EXCLUDED = ("Holt ruled out a subsidy for the ferry.", "ruled out", "a subsidy for the ferry")
OPEN = (
    "Holt said she would not rule out a subsidy for the ferry.",
    "said",
    "she would not rule out a subsidy for the ferry",
)


def item(name: str, told: tuple[str, str, str], speaker: str | None = "holt", day: str = "2031-03-05"):
    text, cue, content = told
    article = builders.article(text, name, outlet=name, published=builders.day(day))
    made = builders.statement(article, content, "Holt", cue, speaker_id=speaker, kind="indirect")
    return AnnotatedArticle(article, statements=(made,))


def found(*items: AnnotatedArticle):
    by_id = {i.article.id: i for i in items}
    return read(Story("s", "", tuple(by_id), None, None, "l"), by_id, (), {}, view_all(by_id))


def test_what_one_outlet_says_is_excluded_and_another_that_it_is_open():
    (relation,) = found(item("a", EXCLUDED), item("b", OPEN))
    assert (relation.kind, relation.what, relation.shown) == ("clash", "polarity", False)
    (later,) = found(item("a", EXCLUDED), item("b", OPEN, day="2031-03-06"))
    assert later.kind == "later"


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "lund"},
        {"speaker": None},
        {"day": "2031-03-09"},
        {
            "told": (
                "Holt said she would not rule out an inquest.",
                "said",
                "she would not rule out an inquest",
            )
        },
        {"told": EXCLUDED},
    ],
)
def test_another_speaker_a_later_day_another_thing_or_the_same_is_no_clash(other):
    assert found(item("a", EXCLUDED), item("b", **({"told": OPEN} | other))) == ()


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("a subsidy is possible", True),
        ("a subsidy is not possible", None),
        ("a subsidy remains on the table", True),
        ("a subsidy is out of the question", False),
        ("we neither confirm nor rule out a subsidy", True),
        ("a subsidy costs nine crowns", None),
    ],
)
def test_words_that_exclude_and_leave_open(said, is_open):
    told = item("a", (f"Holt said {said}.", "said", said))
    (one,) = possibilities(told, View(told.article)) or (None,)
    assert (one and one.open) is is_open
