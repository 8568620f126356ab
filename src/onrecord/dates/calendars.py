"""TIMEX3 date values: what days they cover, how EDTF writes them, and steps along the calendar.

A value is the string that TIMEX3 uses ("1998-08-07", "1998-W32", "1989-Q3", "199", "1998-SU"); it is the
only form dates take inside this folder, so each function here is a plain function over strings and days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

# EDTF codes (ISO 8601-2, sub-year groupings); quarters and halves are level 2.
_SEASON_CODES: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_QUARTER_CODE: Final = 32
_HALF_CODE: Final = 39
# First and last day of a season as (year shift, month, day), wide enough for astronomers and
# meteorologists of the northern hemisphere; "winter 1998" may mean either end of the year.
_SEASON_DAYS: Final = {
    "SP": ((0, 3, 1), (0, 6, 21)),
    "SU": ((0, 6, 1), (0, 9, 23)),
    "FA": ((0, 9, 1), (0, 12, 21)),
    "WI": ((-1, 12, 1), (1, 3, 20)),
}
_VALUE: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<time>T.*)?)?))?"
)
_CLOCK: Final = re.compile(r"T(\d\d):(\d\d)(?::(\d\d))?(Z?)")
# Years outside are refused: datetime's own limits, and news does not date to the day before 1000.
FIRST_YEAR, LAST_YEAR = 1000, 2999


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None when the calendar has none such."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day that ``value`` covers, or None when it names no place on the calendar."""
    if re.fullmatch(r"\d{3}X?", value):
        return _years(int(value[:3]) * 10, 10)
    if re.fullmatch(r"\d\d(?:XX)?", value):
        return _years(int(value[:2]) * 100, 100)
    if re.fullmatch(r"\d{4}/\d{4}", value):
        first, last = (_years(int(year), 1) for year in value.split("/"))
        return (first[0], last[1]) if first and last and first < last else None
    match = _VALUE.fullmatch(value.removesuffix("-XX"))
    if match is None or not FIRST_YEAR <= int(match["year"]) < LAST_YEAR:
        return None
    return _within_year(int(match["year"]), match)


def _within_year(year: int, match: re.Match[str]) -> tuple[date, date] | None:
    """The days of what a value names of ``year``: a week, season, quarter, half, month, day or all of it."""
    if match["week"]:
        return _week(year, int(match["week"]), weekend=bool(match["weekend"]))
    if match["season"]:
        (shift_a, month_a, day_a), (shift_b, month_b, day_b) = _SEASON_DAYS[match["season"]]
        return date(year + shift_a, month_a, day_a), date(year + shift_b, month_b, day_b)
    if match["quarter"]:
        return _months(year, 3 * int(match["quarter"]) - 2, 3)
    if match["half"]:
        return _months(year, 6 * int(match["half"]) - 5, 6)
    if match["month"]:
        return _within_month(year, int(match["month"]), match["day"])
    return _years(year, 1)


def _within_month(year: int, month: int, day: str | None) -> tuple[date, date] | None:
    if not 1 <= month <= 12:
        return None
    if not day:
        return _months(year, month, 1)
    found = make_day(year, month, int(day))
    return (found, found) if found else None


def edtf(value: str) -> str | None:
    """``value`` in EDTF, or None when it names no place on the calendar."""
    covered = bounds(value)
    if covered is None:
        return None
    if value.endswith("-XX") or "/" in value:
        return value
    match = _VALUE.fullmatch(value)
    if match is None:
        return value.rstrip("X") + ("X" if len(value.rstrip("X")) == 3 else "XX")
    if match["week"]:
        return f"{covered[0]}/{covered[1]}"
    grouping = _grouping(match)
    return f"{match['year']}-{grouping}" if grouping else _timed(value, match["time"] or "")


def _grouping(match: re.Match[str]) -> int | None:
    """The EDTF code of a season, quarter or half; None for anything else."""
    if match["season"]:
        return _SEASON_CODES[match["season"]]
    if match["quarter"]:
        return _QUARTER_CODE + int(match["quarter"])
    return _HALF_CODE + int(match["half"]) if match["half"] else None


def _timed(value: str, time: str) -> str:
    """A day or coarser, with the time of day where it is one."""
    clock = _CLOCK.fullmatch(time)
    if clock and int(clock[1]) < 24:
        return f"{value[:10]}T{clock[1]}:{clock[2]}:{clock[3] or '00'}{clock[4]}"
    return value[:10]


def _years(year: int, count: int) -> tuple[date, date] | None:
    if not FIRST_YEAR <= year <= LAST_YEAR - count:
        return None
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, week: int, *, weekend: bool) -> tuple[date, date] | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return (monday + timedelta(days=5 if weekend else 0)), monday + timedelta(days=6)


def week_value(day: date) -> str:
    """The ISO week of ``day``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def at(day: date, unit: str) -> str:
    """The value of the ``unit`` that holds ``day``: D, W, WE, M, Q, Y, DE (decade) or CE (century)."""
    return _AT.get(unit, _year_value)(day)


def _year_value(day: date) -> str:
    return f"{day.year}"


_AT: Final[Mapping[str, Callable[[date], str]]] = {
    "D": date.isoformat,
    "W": week_value,
    "FN": week_value,
    "WE": lambda day: f"{week_value(day)}-WE",
    "M": lambda day: f"{day.year}-{day.month:02d}",
    "Q": lambda day: f"{day.year}-Q{(day.month + 2) // 3}",
    "DE": lambda day: f"{day.year // 10}",
    "CE": lambda day: f"{day.year // 100}",
}


def step(day: date, unit: str, count: int) -> date | None:
    """``day`` moved by ``count`` units (month ends clipped), or None past the calendar's ends."""
    days = {"D": 1, "W": 7, "WE": 7, "FN": 14}.get(unit)
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    try:
        if days is not None:
            moved = day + timedelta(days=days * count)
        elif months is not None:
            total = day.year * 12 + day.month - 1 + months * count
            year, month = divmod(total, 12)
            moved = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        else:
            return day
    except (ValueError, OverflowError):
        return None
    return moved if FIRST_YEAR <= moved.year < LAST_YEAR else None


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The last ``weekday`` (1 Monday … 7 Sunday) that is not after ``day``."""
    return day - timedelta(days=(day.isoweekday() - weekday) % 7)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first ``weekday`` that is not before ``day``."""
    return day + timedelta(days=(weekday - day.isoweekday()) % 7)


def years_with(month: int, day: int, weekday: int, first: int, last: int) -> list[int]:
    """The years from ``first`` to ``last`` in which that day of the month falls on that weekday."""
    found = ((year, make_day(year, month, day)) for year in range(first, last + 1))
    return [year for year, on in found if on is not None and on.isoweekday() == weekday]
