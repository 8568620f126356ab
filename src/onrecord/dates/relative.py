"""Resolvers of dates relative to another: "last month", "two days later", "a year ago", "now"."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from onrecord.dates import calendars, durations, stretches
from onrecord.dates.context import Answer, Context, direction_of, unit_of
from onrecord.dates.grammar import Found

# Into what a unit is split by "half a century ago", "two and a half weeks ago".
_FINER: Final = {
    "CE": ("Y", 100),
    "DE": ("Y", 10),
    "Y": ("M", 12),
    "Q": ("M", 3),
    "M": ("W", 4),
    "W": ("D", 7),
}


# Words that count on from a day; all others count back.
_ON: Final = ("LATER", "HENCE", "FROM", "AFTER")
_OPEN: Final = {"Y": "XXXX", "M": "XXXX-XX", "D": "XXXX-XX-XX"}


def relative(found: Found, context: Context) -> Answer | None:
    """Last, this or next day, week, month, year, quarter or weekend."""
    unit = unit_of(found)
    if unit is None:
        return None
    if found.has("THE") and found.has("NEXT") and context.tense <= 0:
        return chain(found, context)
    base = context.anchor
    if base is None:
        return "DATE", _OPEN.get(unit, "XXXX-WXX")
    return _from_anchor(found, context, base, unit)


def _from_anchor(found: Found, context: Context, base: date, unit: str) -> Answer | None:
    """The unit that lies so many from the anchor's."""
    direction = direction_of(found) or 0
    if unit == "Q" and found.has("LATEST"):
        return "DATE", stretches.business_quarter(context, base)
    if unit == "WE":
        return "DATE", stretches.weekend(base, direction, context.tense)
    if unit in ("DE", "CE") and direction < 0:
        return "DURATION", durations.length(Fraction(1), unit)
    moved = calendars.step(base, unit, direction)
    return ("DATE", calendars.at(moved, unit)) if moved else None


def chain(found: Found, context: Context) -> Answer | None:
    """That, the same, the following or the previous unit, counted from the date last mentioned."""
    unit = unit_of(found)
    days = context.reference_days()
    if unit is None or days is None:
        return ("DATE", "XXXX") if unit == "Y" else ("DATE", "XXXX-XX-XX")
    if unit == "Q" and context.quarter:
        days = calendars.bounds(context.quarter) or days
    value = _moved(days, unit, direction_of(found) or 0, unit)
    return ("DATE", value) if value else None


def _moved(days: tuple[date, date], unit: str, count: int, grain: str) -> str | None:
    """The value ``count`` units on from a stretch of days, in ``grain``, but no finer than that allows.

    Two weeks after "October 1962" is some time in 1962, not a week of it.
    """
    first, last = (calendars.step(day, unit, count) for day in days)
    if first is None or last is None:
        return None
    for coarser in (grain, "M", "Y", "DE"):
        if calendars.at(first, coarser) == calendars.at(last, coarser):
            return calendars.at(first, coarser) + ("-XX" if grain == "D" and coarser == "M" else "")
    return "XXXX"


def ago(found: Found, context: Context) -> Answer | None:
    """So many units before or after the anchor ("ago") or the date last mentioned ("earlier", "later")."""
    unit, amount = unit_of(found), durations.amount(found)
    if unit is None:
        return None
    ahead = found.has(*_ON)
    if amount is None:
        return "DATE", "FUTURE_REF" if ahead else "PAST_REF"
    if unit in ("H", "MIN", "S"):
        return durations.duration(found)
    days = _counted_from(found, context, unit)
    if days is None:
        return "DATE", "XXXX"
    if unit == "Y" and amount == 1 and not found.has("LATER", "HENCE", "FROM"):
        return yearago(found, context)
    value = _moved_by(days, unit, amount if ahead else -amount)
    return ("DATE", value) if value else None


def _moved_by(days: tuple[date, date], unit: str, amount: Fraction) -> str | None:
    """The value ``amount`` units on from a stretch of days; parts of a unit are told in the finer one."""
    if amount.denominator != 1 and unit in _FINER:
        unit, size = _FINER[unit]
        amount *= size
    # "A decade ago" is ten years back, not some year of that decade.
    return _moved(days, unit, int(amount), "Y" if unit in ("DE", "CE") else unit)


def _counted_from(found: Found, context: Context, unit: str) -> tuple[date, date] | None:
    """The days from which is counted: of the date last mentioned, else the anchor."""
    if found.has("EARLIER", "LATER", "BEFORE", "AFTER"):
        return context.counted_from(unit)
    return (context.anchor, context.anchor) if context.anchor else None


def yearago(found: Found, context: Context) -> Answer | None:
    """A year ago: in reports on a quarter, that quarter of the year before."""
    unit = unit_of(found)
    if unit != "Y":
        return None
    base = context.anchor if not found.has("EARLIER") or context.quarter else context.reference_day()
    if base is None:
        return None
    number = found.integer("ORDWORD", "SECOND")
    if number is not None:
        return "DATE", f"{base.year - 1}-Q{number}"
    if context.quarter and context.quarterly:
        return "DATE", f"{int(context.quarter[:4]) - 1}{context.quarter[4:]}"
    return "DATE", f"{base.year - 1}"


def lately(found: Found, _: Context) -> Answer | None:
    """Stretches up to or from now: a length when counted, else a vague past or future."""
    if not found.has("RECENT", "COMING") and len(found.tokens) == 2 + found.has("THE"):
        return "DATE", "FUTURE_REF" if found.has("FUTURE") else "PAST_REF"
    if found.has("RECENT") and unit_of(found) == "Y":
        return "DATE", "PAST_REF"
    return durations.duration(found)


def reference(found: Found, _: Context) -> Answer | None:
    """Words for the present, the past and the future."""
    for token in found.tokens:
        if isinstance(token.value, str):
            return ("DATE", token.value) if token.value.endswith("_REF") else ("DATE", "PRESENT_REF")
    if found.has("FUTURE") or found.has("NEAR"):
        return "DATE", "FUTURE_REF"
    if found.has("PAST", "TIMEWORD"):
        return "DATE", "PAST_REF"
    return "DATE", "PRESENT_REF"


def unmarked(_found: Found, _context: Context) -> Answer | None:
    """An age ("6-year-old") or a rate ("$2 million a year") is not when: TimeML leaves it unmarked."""
    return None
