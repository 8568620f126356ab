"""Stories over time: columns are true to time, hold every story once, and dates beneath them have room."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.views.histogram import MOST_COLUMNS, NARROW, WIDE, histogram


def test_fewer_than_two_days_are_no_picture():
    assert histogram([]) is None
    assert histogram([("2031-03-04", 5)]) is None


@pytest.mark.parametrize(
    ("last", "unit"),
    [("2031-04-30", "day"), ("2032-12-01", "week"), ("2039-01-01", "month"), ("2131-01-01", "year")],
)
def test_a_column_is_as_long_as_the_whole_span_asks_for(last, unit):
    assert histogram([("2031-03-04", 1), (last, 1)]).unit == unit


def test_months_are_as_wide_as_they_are_long():
    found = histogram([("2031-02-04", 1), ("2031-03-30", 2), ("2034-07-01", 1)])
    assert [c.label for c in found.columns] == ["Feb 2031", "Mar 2031", "Jul 2034"]
    assert found.columns[1].width / found.columns[0].width == pytest.approx(31 / 28)
    assert [(c.first, c.last) for c in found.columns[:2]] == [
        ("2031-02-01", "2031-02-28"),
        ("2031-03-01", "2031-03-31"),
    ]
    assert [c.share for c in found.columns] == [0.5, 1.0, 0.5]


@given(st.dictionaries(st.dates(), st.integers(1, 9), min_size=2, max_size=12))
def test_every_story_is_in_one_column_and_columns_do_not_overlap(counted):
    days = [(day.isoformat(), counted[day]) for day in sorted(counted)]
    found = histogram(days)
    assert sum(c.number for c in found.columns) == sum(counted.values())
    for column in found.columns:
        held = [n for day, n in days if column.first <= day <= column.last]
        assert sum(held) == column.number
    edges = [edge for c in found.columns for edge in (c.left, c.left + c.width)]
    assert all(a <= b + 1e-9 for a, b in pairwise(edges))
    assert edges[0] >= -1e-9
    assert edges[-1] <= 100 + 1e-9
    if found.unit != "year":
        assert len(found.columns) <= MOST_COLUMNS + 2
    for ticks, width in ((found.wide, WIDE), (found.narrow, NARROW)):
        assert all((b.x - a.x) * width / 100 >= 60 for a, b in pairwise(ticks))


def test_the_first_and_last_days_of_the_calendar_have_columns():
    found = histogram([(dt.date.min.isoformat(), 1), (dt.date.max.isoformat(), 1)])
    assert [(c.first, c.last) for c in found.columns] == [
        ("0001-01-01", "0001-12-31"),
        ("9999-01-01", "9999-12-30"),
    ]
