"""Parts of a stretch: "early 2000s", "mid-January", "late 1997", "earlier this year"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, durations
from onrecord.dates.grammar import Found

# The share of the stretch that a part may reach over. Usage is loose, so neighbouring parts overlap.
_SHARES: Final = {"START": (0.0, 0.4), "MID": (0.3, 0.7), "END": (0.6, 1.0)}
_YEAR_DAYS: Final = 366
_LOOSE: Final = 10


def part_of(found: Found) -> str | None:
    """START, MID or END of what is named; BEFORE or AFTER the anchor in it; ABOUT it; None for all."""
    named = found.string("EARLY", "LATE", "MID", "MIDDLE", "START", "END")
    if named is not None:
        return named
    if found.kind == "ago" and _is_round(found):
        return "ABOUT"
    if found.tokens[0].category == "EARLIER":
        return "BEFORE"
    return "AFTER" if found.tokens[0].category == "LATER" else None


def _is_round(found: Found) -> bool:
    """Whether a count of years is meant loosely: "about four years ago", "thirty years ago"."""
    years = durations.amount(found)
    return found.has("APPROX") or (years is not None and years >= _LOOSE and years % 5 == 0)


def narrow(value: str, part: str | None, anchor: date | None) -> tuple[str, date, date] | None:
    """EDTF, first and last day of a part of ``value``; None when it has no place on the calendar.

    Vague ends are written as EDTF approximate dates: the early 2000s are ``2000~/2003~``.
    """
    covered, edtf = calendars.bounds(value), calendars.edtf(value)
    if covered is None or edtf is None:
        return None
    whole = (edtf, *covered)
    if part is None or covered[0] == covered[1]:
        return whole
    if part == "ABOUT":
        return _about(*whole) if len(value) == len("1962") else whole
    return _split(whole, part, anchor) if part in ("BEFORE", "AFTER") else _share(*covered, part)


def _split(whole: tuple[str, date, date], part: str, anchor: date | None) -> tuple[str, date, date]:
    """What lies before or after the anchor, where that lies inside."""
    _, first, last = whole
    if anchor is None or not first <= anchor <= last:
        return whole
    first, last = (first, anchor) if part == "BEFORE" else (anchor, last)
    return f"{first}/{last}", first, last


def _about(edtf: str, first: date, last: date) -> tuple[str, date, date]:
    """A year that is meant loosely: a year either way."""
    return f"{edtf}~", date(first.year - 1, 1, 1), date(last.year + 1, 12, 31)


def _share(first: date, last: date, part: str) -> tuple[str, date, date]:
    """The beginning, middle or end of a stretch."""
    low, high = _SHARES[part]
    length = (last - first).days + 1
    start = first + timedelta(days=round(length * low))
    end = first + timedelta(days=round(length * high) - 1)
    return _written(start, end, length)


def _written(start: date, end: date, length: int) -> tuple[str, date, date]:
    """An approximate interval in steps fit for the length: years of a decade, months of a year, else days."""
    if length > _YEAR_DAYS:
        first, last = date(start.year, 1, 1), date(end.year, 12, 31)
        return f"{first.year}~/{last.year}~", first, last
    if length > _YEAR_DAYS // 2:
        months = calendars.bounds(f"{start:%Y-%m}"), calendars.bounds(f"{end:%Y-%m}")
        first = months[0][0] if months[0] else start
        last = months[1][1] if months[1] else end
        return f"{first:%Y-%m}~/{last:%Y-%m}~", first, last
    return f"{start}~/{end}~", start, end
