"""Holidays fall on the day the calendar gives them."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord import languages
from onrecord.dates.festivals import about, holiday
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


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("Diwali", [date(2017, 10, 19), date(2020, 11, 14), date(2023, 11, 12)]),
        ("Holi", [date(2018, 3, 2), date(2021, 3, 29), date(2024, 3, 25)]),
        ("Dussehra", [date(2017, 9, 30), date(2020, 10, 25), date(2023, 10, 24)]),
        ("Chinese New Year", [date(2012, 1, 23), date(2015, 2, 19), date(2023, 1, 22)]),
        ("Eid al-Fitr", [date(2015, 7, 17), date(2020, 5, 24), date(2024, 4, 10)]),
        ("Eid al-Adha", [date(2015, 9, 24), date(2020, 7, 31), date(2024, 6, 16)]),
    ],
)
def test_days_that_go_by_the_moon_are_right_within_one(name, days):
    for day in days:
        there = holiday(name, day.year, GRAMMAR)
        assert there is not None
        assert abs((there - day).days) <= 1


def test_what_is_right_within_a_day_is_told_as_a_month_or_a_week():
    assert about(date(2031, 11, 14)) == "2031-11"
    assert about(date(2031, 4, 30)) == "2031-W18"
    assert about(date(2032, 8, 1)) == "XXXX-XX-XX"
