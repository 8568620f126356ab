"""Holidays fall on the day the calendar gives them."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import languages
from onrecord.dates.festivals import holiday
from onrecord.languages.grammar import DateGrammar

GRAMMAR = languages.of("en").grammar(DateGrammar)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Christmas", 2019, date(2019, 12, 25)),
        ("Election Day", 2016, date(2016, 11, 8)),
        ("Election Day", 2020, date(2020, 11, 3)),
        ("Thanksgiving", 2021, date(2021, 11, 25)),
        ("Memorial Day", 2021, date(2021, 5, 31)),
        ("Good Friday", 2022, date(2022, 4, 15)),
        ("new year’s eve", 1999, date(1999, 12, 31)),
    ],
)
def test_known_days(name, year, day):
    assert holiday(name, year, GRAMMAR) == day


def test_unknown_names_have_no_day():
    assert holiday("Feast of Lanterns and Kites", 2020, GRAMMAR) is None


def test_western_and_eastern_easter_sundays():
    assert [holiday("Easter", y, GRAMMAR) for y in (1961, 2008, 2011, 2038)] == [
        date(1961, 4, 2),
        date(2008, 3, 23),
        date(2011, 4, 24),
        date(2038, 4, 25),
    ]
    assert [holiday("Orthodox Easter", y, GRAMMAR) for y in (2008, 2011, 2021)] == [
        date(2008, 4, 27),
        date(2011, 4, 24),
        date(2021, 5, 2),
    ]
