"""TIMEX3 values, their days, their EDTF, and steps along the calendar agree with each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import calendars

DAYS = st.dates(min_value=date(1500, 1, 1), max_value=date(2500, 12, 31))
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "Y", "DE", "CE"])


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y", "DE", "CE"]))
def test_the_unit_that_holds_a_day_covers_it(day, unit):
    first, last = calendars.bounds(calendars.at(day, unit))
    assert first <= day <= last


@given(DAYS, UNITS, st.integers(-500, 500))
def test_steps_stay_on_the_calendar_or_give_up(day, unit, count):
    moved = calendars.step(day, unit, count)
    assert moved is None or calendars.FIRST_YEAR <= moved.year < calendars.LAST_YEAR


@given(DAYS, st.sampled_from(["D", "W", "M", "Q", "Y"]))
def test_every_value_with_days_has_an_edtf(day, unit):
    assert calendars.edtf(calendars.at(day, unit)) is not None


@given(DAYS, st.integers(1, 7))
def test_weekdays_are_found_within_a_week(day, weekday):
    before = calendars.weekday_on_or_before(day, weekday)
    after = calendars.weekday_on_or_after(day, weekday)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert 0 <= (day - before).days < 7
    assert 0 <= (after - day).days < 7


@pytest.mark.parametrize(
    "value", ["", "XXXX-10", "PRESENT_REF", "2021-13", "2021-02-30", "2021-W60", "0004", "P2D"]
)
def test_what_has_no_place_on_the_calendar_has_no_days(value):
    assert calendars.bounds(value) is None
    assert calendars.edtf(value) is None


def test_years_in_which_a_day_falls_on_a_weekday():
    assert calendars.years_with(1, 25, 2, 2000, 2025) == [2000, 2005, 2011, 2022]
    assert calendars.years_with(2, 29, 1, 2000, 2030) == [2016]


def test_a_day_left_open_keeps_its_month():
    assert calendars.edtf("1998-10-XX") == "1998-10-XX"
    assert calendars.bounds("1998-10-XX") == (date(1998, 10, 1), date(1998, 10, 31))


@pytest.mark.parametrize(("year", "month", "day"), [(2031, 13, 1), (2031, 0, 1), (2031, 2, 29), (999, 5, 1)])
def test_a_day_that_no_calendar_has_is_none(year, month, day):
    assert calendars.make_day(year, month, day) is None
    assert calendars.make_day(2032, 2, 29) == date(2032, 2, 29)
