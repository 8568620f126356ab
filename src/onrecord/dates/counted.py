"""Resolvers of days counted from another: "Monday week", "three weeks ago yesterday", "the 1st inst."."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, durations
from onrecord.dates.context import Answer, Context, unit_of
from onrecord.dates.grammar import Found

_WEEK: Final = timedelta(days=7)
_DAYS: Final = {"W": 7, "FN": 14}
_UNKNOWN: Final = "XXXX-XX-XX"


def week_on(found: Found, context: Context) -> Answer | None:
    """A week or fortnight from a day to come: "Monday week", "a week on Tuesday", "tomorrow week"."""
    days = _DAYS.get(found.string("DUNIT") or "")
    if days is None or (found.has("WEEKDAY", "ON") and context.tense < 0 and found.has("A")):
        return None
    day = _named(found, context, ahead=True)
    shift = -days if found.integer("TODAY") == -1 else days
    return "DATE", (day + timedelta(days=shift)).isoformat() if day else _UNKNOWN


def ago_from(found: Found, context: Context) -> Answer | None:
    """So many units before a day named: "three weeks ago yesterday", "ten years ago today"."""
    unit, amount = unit_of(found), durations.amount(found)
    day = _named(found, context, ahead=False)
    if unit is None or amount is None or amount.denominator != 1:
        return None
    moved = calendars.step(day, unit, -int(amount)) if day else None
    if moved is None:
        return "DATE", _UNKNOWN
    weekday = found.integer("WEEKDAY")
    # "A year ago Thursday" was a Thursday, too.
    on = moved if weekday is None else calendars.weekday_on_or_before(moved + timedelta(days=3), weekday)
    return "DATE", on.isoformat()


def _named(found: Found, context: Context, *, ahead: bool) -> date | None:
    """The day from which is counted: today and its like, or the next or last so-called weekday."""
    shift, weekday = found.integer("TODAY"), found.integer("WEEKDAY")
    if context.anchor is None:
        return None
    if weekday is None:
        return context.anchor + timedelta(days=shift or 0)
    if ahead:
        return calendars.weekday_on_or_after(context.anchor, weekday)
    return calendars.weekday_on_or_before(context.anchor - timedelta(days=1), weekday)


def this_last(found: Found, context: Context) -> Answer | None:
    """This day, week or month of another year, month or week: "this day last year"."""
    units = [str(t.value) for t in found.tokens if t.category == "DUNIT"]
    direction = -1 if found.has("LAST") else 1
    moved = calendars.step(context.anchor, units[1], direction) if context.anchor else None
    return "DATE", calendars.at(moved, units[0]) if moved else _UNKNOWN


def day_of_week(found: Found, context: Context) -> Answer | None:
    """A weekday of last, this or next week; weeks begin on Monday."""
    weekday = found.integer("WEEKDAY")
    direction = found.integer("LAST", "NEXT", "THIS")
    if found.string("DUNIT") != "W" or weekday is None or direction is None:
        return None
    if context.anchor is None:
        return "DATE", f"XXXX-WXX-{weekday}"
    monday = calendars.weekday_on_or_before(context.anchor, 1) + direction * _WEEK
    return "DATE", (monday + timedelta(days=weekday - 1)).isoformat()


def weekday_after(found: Found, context: Context) -> Answer | None:
    """As in "on the 3rd, and on the Thursday after": counted from the date last mentioned."""
    weekday, told = found.integer("WEEKDAY"), context.reference_day()
    if weekday is None:
        return None
    if told is None:
        return "DATE", f"XXXX-WXX-{weekday}"
    if found.has("AFTER"):
        return "DATE", calendars.weekday_on_or_after(told + timedelta(days=1), weekday).isoformat()
    return "DATE", calendars.weekday_on_or_before(told - timedelta(days=1), weekday).isoformat()


def of_month(found: Found, context: Context) -> Answer | None:
    """As in "the 14th inst.": a day of this month, the last ("ult.") or the next ("prox.")."""
    number, shift = found.integer("ORDNUM"), found.integer("OFMONTH")
    if context.anchor is None or number is None:
        return None
    month = calendars.step(context.anchor.replace(day=1), "M", shift or 0)
    day = calendars.make_day(month.year, month.month, number) if month else None
    return ("DATE", day.isoformat()) if day else None


def before_last(found: Found, context: Context) -> Answer | None:
    """The year before last, the week after next."""
    unit = unit_of(found)
    count = -2 if found.has("LAST") else 2
    moved = calendars.step(context.anchor, unit, count) if context.anchor and unit else None
    return ("DATE", calendars.at(moved, str(unit))) if moved else None
