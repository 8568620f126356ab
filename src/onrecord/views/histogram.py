"""Stories over time: how many begin in each day, week, month or year, on an axis true to time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reports.brief.scales import Piece, Tick
from onrecord.reports.brief.wording import dated

MOST_COLUMNS = 130  # 2.7 px each on a telephone: the least that can be seen; ten years of months
# Pixels of the axis on a wide page and on a telephone: how many dates can be told beneath it.
WIDE, NARROW = 1136.0, 347.0
_UNITS = ("day", "week", "month", "year")


@dataclass(frozen=True, slots=True)
class Column:
    """A stretch of time in which stories begin: ISO days, both inclusive; ``left`` and ``width`` in percent.

    ``share``: its number as a part of the fullest column's.
    """

    first: str
    last: str
    label: str
    number: int
    left: float
    width: float
    share: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """Columns by time; ``wide`` and ``narrow``: dates beneath them, their ``x`` in percent of the axis."""

    unit: str
    columns: tuple[Column, ...]
    most: int
    wide: tuple[Tick, ...]
    narrow: tuple[Tick, ...]


def histogram(counted: Sequence[tuple[str, int]]) -> Histogram | None:
    """``counted``: ISO days, in order, with how many stories begin on each; None for fewer than two days."""
    if len(counted) < 2:
        return None
    first, last = (dt.date.fromisoformat(counted[end][0]) for end in (0, -1))
    unit = next((u for u in _UNITS if _number(first, last, u) <= MOST_COLUMNS), _UNITS[-1])
    begin, end = _begin(first, unit), _next(_begin(last, unit), unit)
    held = Counter[dt.date]()
    for day, number in counted:
        held[_begin(dt.date.fromisoformat(day), unit)] += number
    most = max(held.values())
    return Histogram(
        unit,
        tuple(_column(start, unit, held[start], most, (begin, end)) for start in sorted(held)),
        most,
        tuple(_ticks(begin, end, WIDE)),
        tuple(_ticks(begin, end, NARROW)),
    )


def _number(first: dt.date, last: dt.date, unit: str) -> float:
    """About how many units there are from one day to another."""
    return ((last - first).days + 1) / {"day": 1, "week": 7, "month": 30.4, "year": 365.25}[unit]


def _begin(day: dt.date, unit: str) -> dt.date:
    """The first day of the unit that holds ``day``."""
    if unit == "week":
        return day - dt.timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day.replace(day=1 if unit != "day" else day.day, month=1 if unit == "year" else day.month)


def _next(start: dt.date, unit: str) -> dt.date:
    """The first day of the next unit; the calendar's last day where there is none."""
    try:
        if unit in ("day", "week"):
            return start + dt.timedelta(days=7 if unit == "week" else 1)
        if unit == "month" and start.month < 12:
            return start.replace(month=start.month + 1)
        return start.replace(year=start.year + 1, month=1)
    except (OverflowError, ValueError):
        return dt.date.max


def _column(start: dt.date, unit: str, number: int, most: int, axis: tuple[dt.date, dt.date]) -> Column:
    end = _next(start, unit)
    length = (axis[1] - axis[0]).days
    last = max(start, end - dt.timedelta(days=1))
    return Column(
        first=start.isoformat(),
        last=last.isoformat(),
        label=_told(start, last, unit),
        number=number,
        left=100 * (start - axis[0]).days / length,
        width=100 * (end - start).days / length,
        share=number / most,
    )


def _told(start: dt.date, last: dt.date, unit: str) -> str:
    if unit == "week":
        return dated(f"{start}/{last}")
    return dated(start.isoformat()[: {"day": 10, "month": 7, "year": 4}[unit]])


def _ticks(begin: dt.date, end: dt.date, width: float) -> Iterator[Tick]:
    """Round dates with room for their labels on an axis of ``width`` px."""
    piece = Piece(float(begin.toordinal()), float(end.toordinal()), 0.0, width)
    room = 0.0
    for tick in piece.ticks():
        if tick.x >= room and tick.x <= width - 34:  # a label is not cut off at the end
            yield Tick(100 * tick.x / width, tick.label)
            room = tick.x + 66
