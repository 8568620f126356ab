"""Two counts are of one occasion within a week, and where neither is told of days long past."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import AnnotatedArticle, Timex
from onrecord.relations import counts, occasions, telling
from onrecord.relations.times import Times
from onrecord.text import View


def item(name: str, text: str, day: str = "2031-03-05", dated: tuple[str, str] | None = None):
    timexes = []
    if dated is not None:
        words, value = dated
        start = text.index(words)
        timexes.append(Timex(name, start, start + len(words), "DATE", value, value, value, value))
    return AnnotatedArticle(
        builders.article(text, name, outlet=f"Outlet {name}", published=builders.day(day)),
        timexes=tuple(timexes),
    )


def values(*items: AnnotatedArticle):
    told = (telling.telling_of(i, View(i.article), {}, {}) for i in items)
    return [[v for v in t.values if v.kind == "count"] for t in told]


STORM = "A storm killed {} people at Serrin."


@pytest.mark.parametrize(("day", "one"), [("2031-03-12", True), ("2031-03-13", False), (None, True)])
def test_a_week_apart_two_articles_may_tell_of_one_occasion(day, one):
    a, b = item("a", STORM.format(58)), item("b", STORM.format(59), day)
    (x,), (y,) = values(a, b)
    assert occasions.one_occasion(x, y, Times(a.article, b.article)) == one


@pytest.mark.parametrize(
    ("told", "day", "other", "one"),
    [
        ("January 19", "2031-01-19", None, True),  # 45 days back
        ("January 18", "2031-01-18", None, False),
        ("January 18", "2031-01-18", "January 18", True),
    ],
)
def test_a_day_long_past_is_that_of_another_occasion_unless_both_give_it(told, day, other, one):
    a = item("a", STORM.format(58)[:-1] + (f" on {other}." if other else "."), dated=other and (other, day))
    b = item("b", STORM.format(59)[:-1] + f" on {told}.", dated=(told, day))
    (x,), (y,) = values(a, b)
    assert occasions.one_occasion(x, y, Times(a.article, b.article)) == one


@pytest.mark.parametrize(("fate", "differing"), [("killed", {(5.0, 6.0)}), ("injured", {(8.0, 6.0)})])
def test_what_befell_those_counted_is_told_up_to_three_words_before(fate, differing):
    one = item("a", "The blast at the mill killed at least five people and injured eight.")
    two = item("b", f"In the blast at the mill six people were {fate}.")
    times = Times(one.article, two.article)
    first, second = values(one, two)
    assert {
        (x.told.value, y.told.value) for x in first for y in second if counts.one_count(x, y, times)
    } == differing
