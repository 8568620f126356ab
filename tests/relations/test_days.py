"""Which two dates of like sentences exclude each other: either side of every bound, grain by grain."""

from __future__ import annotations

from datetime import date

import pytest

import builders
from onrecord.records import Span
from onrecord.relations import days, facts
from onrecord.relations.days import Dated

MAY, Y2031 = ("2031-05-01", "2031-05-31"), ("2031-01-01", "2031-12-31")


def dated(bounds, *, year_given=True):
    first, last = (bounds, bounds) if isinstance(bounds, str) else bounds
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    return Dated(None, Span(0, 1), first, last, year_given, True, frozenset(), frozenset())


def differ(one, other, **told):
    found = days._differ(dated(one, **told), dated(other, **told))
    assert days._differ(dated(other, **told), dated(one, **told)) == found
    return found


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2031-05-03", "2031-05-03", False),
        ("2031-05-03", "2031-05-04", True),
        ("2031-05-03", "2031-05-09", True),
        ("2031-05-03", "2031-05-10", False),  # a bare weekday may be the one after
        (MAY, "2031-05-31", False),
        (MAY, "2031-06-01", True),
        (MAY, "2031-08-09", True),
        (MAY, "2031-08-10", False),
        (MAY, ("2031-06-01", "2031-06-30"), True),
        (MAY, ("2032-05-01", "2032-05-31"), False),
        (MAY, ("2030-01-01", "2030-12-31"), False),
        (("2032-01-01", "2032-01-31"), Y2031, True),
        (Y2031, ("2032-01-01", "2032-12-31"), True),
        (Y2031, ("2034-01-01", "2034-12-31"), True),
        (Y2031, ("2035-01-01", "2035-12-31"), True),
        (Y2031, ("2036-01-01", "2036-12-31"), False),
        (Y2031, "2032-01-05", False),  # a day and a year
        (("2031-05-05", "2031-05-11"), ("2031-05-12", "2031-05-18"), False),  # weeks
        (("2031-05-05", "2031-05-11"), "2031-05-12", False),
    ],
)
def test_dates_differ_that_are_near_for_their_grain(one, other, apart):
    assert differ(one, other) == apart


@pytest.mark.parametrize(
    ("one", "other", "guessed"),
    [
        ("2031-05-03", "2012-05-05", True),
        ("2031-05-03", "2012-05-03", False),
        ("2031-12-30", "2031-01-02", True),  # over the end of a year
        ("2032-02-29", "2031-03-01", True),
        ("2031-05-03", "2031-05-20", False),
    ],
)
def test_a_guessed_year_parts_nothing(one, other, guessed):
    assert differ(one, other, year_given=False) == guessed
    assert not differ(one, other)


def test_an_article_full_of_terms_of_years_is_compared_up_to_a_bound():
    def terms(number):
        text = " ".join(f"Aldermay held it from {1900 + n % 90} to {1950 + n % 90}." for n in range(number))
        return days.terms(builders.view(text).sentences)

    assert len(terms(3)) == 3
    assert len(terms(facts.MOST_FACTS + 3)) == facts.MOST_FACTS


@pytest.mark.parametrize(
    ("name", "first", "apart"), [("Aldermay", 1966, 1), ("Aldermay", 1963, 0), ("Corvin", 1966, 0)]
)
def test_terms_of_one_name_differ_by_a_few_years(name, first, apart):
    one, two = (
        days.terms(builders.view(f"{who} held the seat from {year} to 1979.").sentences)
        for who, year in (("Aldermay", 1967), (name, first))
    )
    assert len(list(days.term_disagreements(one, two))) == apart
