"""A time axis keeps order, stays within its bounds, and shows days beside decades."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.reports.brief.scales import moments, points_of, stretch, time_scale


def _day(iso):
    return float(date.fromisoformat(iso).toordinal())


DAYS = st.floats(1.0, float(date(2200, 1, 1).toordinal()), allow_nan=False)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DAYS, min_size=1, max_size=40))
def test_later_is_never_further_left(points):
    scale = time_scale(points, 10.0, 1000.0)
    places = [scale.x(t) for t in sorted(points)]
    assert all(a <= b for a, b in pairwise(places))
    assert all(10.0 <= x <= 1000.0 for x in places)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DAYS, min_size=1, max_size=40))
def test_ticks_do_not_touch(points):
    ticks = time_scale(points, 10.0, 1000.0).ticks()
    assert all(b.x - a.x > 30 for a, b in pairwise(ticks))


@given(
    st.lists(st.floats(700_000.0, 740_000.0), min_size=1, max_size=30),
    st.lists(st.floats(690_000.0, 750_000.0)),
)
def test_days_in_order_lie_where_each_does_alone(points, days):
    scale = time_scale(points, 10.0, 1000.0)
    assert list(scale.along(sorted(days))) == [scale.x(day) for day in sorted(days)]


def test_no_points_no_axis():
    assert time_scale([], 0.0, 100.0) is None


def test_neighbouring_days_stay_apart_beside_decades():
    points = [_day(d) for d in ("1961-01-01", "2001-01-01", "2022-01-24", "2022-01-25", "2022-01-26")]
    scale = time_scale(points, 0.0, 1000.0)
    places = [scale.x(t) for t in points]
    assert all(b - a >= 15 for a, b in pairwise(places))
    assert scale.gaps()
    assert "25 Jan" in " ".join(tick.label for tick in scale.ticks())


def test_a_short_stretch_is_one_piece():
    scale = time_scale([_day("2024-05-14"), _day("2024-05-16")], 0.0, 1000.0)
    assert scale.gaps() == []


def test_a_clock_time_is_an_instant_within_its_day():
    start, end = moments("2024-05-14T12:00", "2024-05-14", "2024-05-14")
    assert start == end == _day("2024-05-14") + 0.5


def test_bounds_that_no_calendar_holds_are_left_out():
    assert moments("-0044", "-0044-01-01", None) == (None, None)


def test_an_open_date_is_drawn_over_a_year():
    start = _day("2018-03-01")
    assert points_of(start, None) == [start, start + 365]
    scale = time_scale([start, start + 365, _day("2024-05-14")], 0.0, 1000.0)
    x0, x1 = stretch(scale, start, None)
    assert x0 < x1
