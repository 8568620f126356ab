"""The hour of a dating: what its basis quotes, and nothing that a machine or a later change put there."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Dating
from onrecord.reports.brief.wording import dating


def _on(basis: str, day: str = "2031-04-02") -> Dating:
    return Dating(day, day, day, basis)


def _given(stamp: str) -> Dating:
    return _on(f"date given with the article: “{stamp}”")


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        ("2031-04-02T08:05:00Z", "08:05"),
        ("2031-04-02 08:05", "08:05"),
        ("2031-04-02T08:05:00.25+0200", "08:05"),
        ("Wed, 02 Apr 2031 08:05:00 GMT", "08:05"),
        ("Apr 2, 2031 8:05 AM UTC", "08:05"),
        ("Apr 2, 2031 8:05 PM", "20:05"),
        ("April 2, 2031 12:05 a.m. EDT", "00:05"),
        ("2031-04-02", None),
        ("2031-04-02T00:00:00Z", None),
        ("2031-04-02T29:05", None),
        ("2029-01-01T08:05", None),
    ],
)
def test_an_hour_is_what_the_input_gives(stamp, hour):
    moment = _given(stamp).moment
    assert (f"{moment:%H:%M}" if moment else None) == hour


@pytest.mark.parametrize(("zone", "earlier"), [("GMT+3", True), ("GMT-3", False)])
def test_a_zone_told_by_its_distance_counts(zone, earlier):
    assert _given(f"Apr 2, 2031 4:12 PM {zone}").before(_given("2031-04-02T15:00:00Z")) is earlier


def test_an_hour_of_a_change_leaves_the_order_open():
    changed = _on(
        "date given with the article: “2031-04-02T08:05”; by 2031-04-02, changed (“2031-04-02T18:00”)"
    )
    assert changed.moment is None
    assert not _given("2031-04-02T07:00").before(changed)


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        (_given("2031-04-02T08:05Z"), _given("2031-04-02T09:00Z"), True),
        (_given("2031-04-02T09:00+02:00"), _given("2031-04-02T08:05Z"), True),
        (_given("2031-04-02T08:05"), _given("2031-04-02T09:00Z"), False),
        (_given("2031-04-02T08:05Z"), _given("2031-04-02"), False),
        (builders.day("2031-04-01"), _given("2031-04-02T09:00Z"), True),
        (builders.day("2031-04-02"), builders.day("2031-04-02"), False),
        (Dating(), builders.day("2031-04-02"), False),
    ],
)
def test_one_is_before_another_only_where_both_tell(one, other, before):
    assert one.before(other) is before
    assert not other.before(one)


def test_those_of_one_day_take_turns_by_the_hour():
    day, morning, evening = _given("2031-04-02"), _given("2031-04-02T08:05Z"), _given("2031-04-02T18:00Z")
    told = [Dating(), day, evening, morning, builders.day("2031-04-01")]
    assert sorted(told, key=lambda d: d.turn)[1:] == [morning, evening, day, Dating()]


def test_the_hour_stands_beside_the_weekday():
    assert dating(_given("2031-04-02T08:05Z"), weekday=True).endswith(", 08:05 UTC")
    assert "08:05" not in dating(_given("2031-04-02T08:05Z"))
