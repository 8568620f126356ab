"""Resolvers of days and months: "January 25", "last Tuesday", "yesterday", "Easter"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, festivals, numbers
from onrecord.dates.context import Answer, Context, direction_of
from onrecord.dates.grammar import Found


def iso(found: Found, _: Context) -> Answer | None:
    """``2022-01-25``."""
    match = _STAMP.fullmatch(found.tokens[0].word)
    if match is None:
        return None
    day = f"{match['y']}-{match['m']}-{match['d']}"
    if not calendars.bounds(day):
        return None
    if match["H"] is None:
        return "DATE", day
    return "TIME", f"{day}T{match['H']}:{match['M']}" + ("Z" if match["zone"] in _ZULU else "")


def dotted(found: Found, _: Context) -> Answer | None:
    """``25.1.2022``: day first, as wherever dots are written."""
    number, month, year = (int(part) for part in found.tokens[0].word.split("."))
    day = calendars.make_day(year, month, number)
    return ("DATE", day.isoformat()) if day else None


def named(found: Found, context: Context) -> Answer | None:
    """A day known by a name: 9/11, the Sept. 11 attacks."""
    token = found.token("NAMEDDAY")
    if token is not None:
        value = context.grammar.named_days.get(token.word)
    elif (found.integer("MONTHFULL", "MONTHABBR", "MAY"), found.integer("D12")) == (9, 11):
        value = context.grammar.named_days["9/11"]
    else:
        return calendar(found, context)
    before = context.anchor is not None and value is not None and context.anchor.isoformat() < value
    return None if before or value is None else ("DATE", value)


def slash(found: Found, context: Context) -> Answer | None:
    """``1/25/2022``: month first, as the American press writes; day first where that is no date.

    One date that can only be day first tells how the text writes all others.
    """
    first, second, year = (int(part) for part in found.tokens[0].word.split("/"))
    if context.day_first:
        first, second = second, first
    day = calendars.make_day(year, first, second) or calendars.make_day(year, second, first)
    return ("DATE", day.isoformat()) if day else None


# 2022-01-25, 2022-01-25t15:30:00z, 20220125t153000+0000 (tokens are in lower case)
_STAMP: Final = re.compile(
    r"(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)(?:t(?P<H>\d\d):?(?P<M>\d\d):?(?:\d\d(?:\.\d+)?)?(?P<zone>z|[+-]\d\d:?\d\d)?)?"
)
_ZULU: Final = ("z", "+00:00", "+0000")


def _day_of_month(found: Found) -> int | None:
    for token in found.tokens:
        if token.category in ("D12", "D31", "ORDWORD", "SECOND", "ORDNUM") and isinstance(token.value, int):
            return token.value
    return None


def calendar(found: Found, context: Context) -> Answer | None:
    """A month, or a day of one, with whatever it says of weekday and year."""
    month = found.integer("MONTHFULL", "MONTHABBR", "MAY")
    number = found.integer("WEEKDAY", "WEEKDAYABBR")
    day_of_month = _day_of_month(found)
    if month is None:
        return weekday(found, context)
    year = numbers.year(found.tokens)
    if year is None:
        year = _year_for(found, context, month, day_of_month, number)
    if day_of_month is not None and not calendars.make_day(2000, month, day_of_month):
        return None
    tail = f"-{month:02d}" + (f"-{day_of_month:02d}" if day_of_month else "")
    return "DATE", f"{year:04d}{tail}" if year else f"XXXX{tail}"


def _year_for(
    found: Found, context: Context, month: int, day: int | None = None, weekday: int | None = None
) -> int | None:
    """The year meant by a month or day of a month without one."""
    direction = direction_of(found)
    year, end_month = context.range_end or (None, month)
    if year is not None and direction is None:
        return year if month <= end_month else year - 1
    told = context.reference_day()
    if told is not None and _belongs_to_passage(found, context):
        return told.year
    if context.anchor is None:
        return None
    if found.has("DUNIT"):
        return _year_named(found, context, context.anchor)
    if direction == 0:
        return context.anchor.year
    anchor = context.anchor
    if found.has("FOLLOWING", "PREVIOUS") and context.reference:
        # "In December 1985, and the following January": told from the date last mentioned.
        anchor = told or anchor
    fitting = _year_of_weekday(anchor.year, month, day, weekday)
    return fitting or _nearest_year(anchor, month, day, direction, context.tense)


def _belongs_to_passage(found: Found, context: Context) -> bool:
    """Whether a date takes its year from the passage: "that March", or a tale in its own time."""
    return found.has("THAT", "SAME") or (context.narrative and direction_of(found) is None)


def _year_of_weekday(near: int, month: int, day: int | None, weekday: int | None) -> int | None:
    """The one year about ``near`` in which a day of a month falls on a weekday."""
    if weekday is None or day is None:
        return None
    fitting = calendars.years_with(month, day, weekday, near - 1, near + 1)
    return fitting[0] if len(fitting) == 1 else None


def _year_named(found: Found, context: Context, anchor: date) -> int:
    """The year of "March last year", "June of that year"."""
    chained = found.has("THAT", "SAME", "FOLLOWING", "PREVIOUS")
    told = context.reference_day() if chained else anchor
    return (told or anchor).year + (direction_of(found) or 0)


# In the press a day or month without a year is a past one unless something says otherwise: so many
# days ahead count as far away as one day back. Set by hand, then checked on TimeBank + AQUAINT.
_AHEAD_COST: Final = {-1: 5.0, 0: 3.0, 1: 0.1}


def _nearest_year(anchor: date, month: int, day: int | None, direction: int | None, tense: int) -> int | None:
    here = date(anchor.year, anchor.month, 1) if day is None else anchor
    years = range(anchor.year - 1, anchor.year + 2)
    starts = {y: calendars.make_day(y, month, day or 1) for y in years}
    return _choose_year({y: d for y, d in starts.items() if d is not None}, here, direction, tense)


def _choose_year(known: dict[int, date], here: date, direction: int | None, tense: int) -> int | None:
    """The year whose day is meant: before or after ``here`` when that is said, else the nearest by cost."""
    if direction == -1:
        return max((y for y, d in known.items() if d < here), default=None)
    if direction == 1:
        return min((y for y, d in known.items() if d > here), default=None)
    cost = _AHEAD_COST[tense]

    def distance(year: int) -> float:
        days = (known[year] - here).days
        return days * cost if days > 0 else -days

    return min(known, key=distance, default=None)


def weekday(found: Found, context: Context) -> Answer | None:
    """As in "Tuesday", "last Tuesday", "the following Tuesday"."""
    weekday = found.integer("WEEKDAY", "WEEKDAYABBR")
    if weekday is None:
        return None
    day = _weekday_day(found, context, weekday)
    return "DATE", day.isoformat() if day else f"XXXX-WXX-{weekday}"


# A weekday of a clause that looks back is tomorrow's where an article went on being written after the day it
# bears: of 25 such clauses of bulk news, drawn at random, none meant six days before; of 13 in TimeBank 2 do.
_NEXT_DAY: Final = 1
# How soon a day follows today, where its sentence named that before it.
_NEXT_DAYS: Final = 2


def _weekday_day(found: Found, context: Context, weekday: int) -> date | None:
    """The day that a weekday names, counted from the anchor or from the passage's own time."""
    if context.range_start is not None:
        return calendars.weekday_on_or_after(context.range_start, weekday)
    told = _is_told(found, context)
    base = context.reference_day() if told else context.anchor
    if base is None:
        return None
    direction = direction_of(found)
    if direction is None:
        back = not told and context.tense <= 0
    else:
        base += timedelta(days=direction)  # "last" and "next" leave the day itself out
        back = direction < 0 or (direction == 0 and context.tense < 0)
    if back and direction is None and not context.since:
        # "150 flights on Wednesday, and as many as 200 on Thursday", told on that Wednesday.
        ahead = _NEXT_DAYS if context.beside == base else _NEXT_DAY
        coming = calendars.weekday_on_or_after(base, weekday)
        if 0 < (coming - base).days <= ahead:
            return coming
    step = calendars.weekday_on_or_before if back else calendars.weekday_on_or_after
    return step(base, weekday)


def _is_told(found: Found, context: Context) -> bool:
    """Whether a weekday is counted from the day last mentioned: "the following Tuesday", or in a tale."""
    if found.has("PREVIOUS", "FOLLOWING", "THAT", "SAME"):
        return True
    return context.narrative and context.reference is not None and len(context.reference) == 10


def day(found: Found, context: Context) -> Answer | None:
    """Today, yesterday, tomorrow."""
    shift = found.integer("TODAY")
    if context.anchor is None:
        return ("DATE", "PRESENT_REF") if shift == 0 else ("DATE", "XXXX-XX-XX")
    return "DATE", (context.anchor + timedelta(days=shift or 0)).isoformat()


def next_day(found: Found, context: Context) -> Answer | None:
    """The second day of "April 24 and 25"."""
    day = found.integer("D12", "D31")
    covered = calendars.bounds(context.reference) if context.reference else None
    if covered is None or day is None or covered[0] != covered[1]:
        return None
    year = numbers.year(found.tokens) if found.has("YEAR4") else covered[0].year
    other = calendars.make_day(year or covered[0].year, covered[0].month, day)
    return ("DATE", other.isoformat()) if other and other > covered[0] else None


def first_day(found: Found, context: Context) -> Answer | None:
    """The first day of "3-5 March 2019", whose month follows."""
    number = found.integer("D12", "D31")
    if context.range_end is None or number is None:
        return None
    year, month = context.range_end
    if year is None:
        year = _year_for(found, replace(context, range_end=None), month, number)
    day = calendars.make_day(year or 2000, month, number)
    if day is None:
        return None
    return "DATE", day.isoformat() if year else f"XXXX-{month:02d}-{number:02d}"


def nth_weekday(found: Found, context: Context) -> Answer | None:
    """The first Monday in May, the last Friday of October 2012."""
    month = found.integer("MONTHFULL", "MONTHABBR", "MAY")
    number, nth = found.integer("WEEKDAY"), _nth(found)
    if month is None or number is None or nth is None:
        return None
    plain = replace(found, tokens=tuple(t for t in found.tokens if t.category != "LAST"))
    year = numbers.year(found.tokens) or _year_for(plain, context, month)
    if year is None:
        return "DATE", f"XXXX-{month:02d}"
    day = festivals.nth_weekday(year, month, number, nth)
    return ("DATE", day.isoformat()) if day is not None and day.month == month else None


def _nth(found: Found) -> int | None:
    """Which weekday of a month: 1 to 5, -1 for the last."""
    if found.has("LAST"):
        return -1
    nth = found.integer("ORDWORD", "SECOND", "ORDNUM")
    return nth if nth in range(-1, 6) else None


def day_but_one(found: Found, context: Context) -> Answer | None:
    """The day before yesterday, the day after tomorrow."""
    shift = found.integer("TODAY")
    if found.string("DUNIT") != "D" or shift is None:
        return None
    if context.anchor is None:
        return "DATE", "XXXX-XX-XX"
    shift += -1 if found.has("BEFORE") else 1
    return "DATE", (context.anchor + timedelta(days=shift)).isoformat()


def day_of_month(found: Found, context: Context) -> Answer | None:
    """As in "In October, … On the 22nd, …": a day of the month last mentioned."""
    number, month = found.integer("ORDNUM"), re.match(r"(\d{4})-(\d\d)", context.reference or "")
    if number is None or month is None:
        return None
    day = calendars.make_day(int(month[1]), int(month[2]), number)
    return ("DATE", day.isoformat()) if day else None


def week_ago(found: Found, context: Context) -> Answer | None:
    """A week ago Tuesday: the Tuesday before the last one; a week from Tuesday: the one after the next."""
    number = found.integer("WEEKDAY")
    if found.string("DUNIT") != "W" or number is None:
        return None
    if context.anchor is None:
        return "DATE", f"XXXX-WXX-{number}"
    if found.has("FROM"):
        coming = calendars.weekday_on_or_after(context.anchor, number)
        return "DATE", (coming + timedelta(days=7)).isoformat()
    last = calendars.weekday_on_or_before(context.anchor - timedelta(days=1), number)
    return "DATE", (last - timedelta(days=7)).isoformat()


def holiday(found: Found, context: Context) -> Answer | None:
    """A holiday by name, in the year meant."""
    token = found.token("HOLIDAY")
    if token is None:
        return None
    year = numbers.year(found.tokens)
    if year is None:
        year = _holiday_year(found, context, token.word)
    day = festivals.holiday(token.word, year, context.grammar) if year is not None else None
    if day is None:
        return "DATE", "XXXX-XX-XX"
    if found.has("WEEKEND"):
        return "DATE", calendars.at(calendars.weekday_on_or_after(day - timedelta(days=3), 6), "WE")
    is_sure = not festivals.goes_by_the_moon(token.word, context.grammar)
    return "DATE", day.isoformat() if is_sure else festivals.about(day)


def _holiday_year(found: Found, context: Context, name: str) -> int | None:
    anchor, direction = context.anchor, direction_of(found)
    if anchor is None:
        return None
    days = {y: festivals.holiday(name, y, context.grammar) for y in range(anchor.year - 1, anchor.year + 2)}
    return _choose_year({y: d for y, d in days.items() if d is not None}, anchor, direction, context.tense)
