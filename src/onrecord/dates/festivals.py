"""The day of a holiday in a given year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from onrecord.dates import calendars
from onrecord.languages.grammar import DateGrammar, HolidayRule


@cache
def _rules(grammar: DateGrammar) -> Mapping[str, HolidayRule]:
    return {name.lower(): rule for name, rule in grammar.holidays.items()}


def holiday(name: str, year: int, grammar: DateGrammar) -> date | None:
    """The day of the holiday ``name`` (any case, any apostrophe) in ``year``; None when unknown."""
    rule = _rules(grammar).get(re.sub(r"\s+", " ", name.lower().replace("’", "'")))
    if rule is None:
        return None
    if rule[0] == "easter":
        return easter(year) + timedelta(days=int(rule[1]))
    if rule[0] == "orthodox":
        return orthodox_easter(year) + timedelta(days=int(rule[1]))
    if rule[0] == "varies":
        return None
    month = int(rule[0])
    if len(rule) == 2:
        return calendars.make_day(year, month, rule[1])
    return nth_weekday(year, month, int(rule[1]), int(rule[2]), rule[3] if len(rule) == 4 else 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int, first: int = 1) -> date | None:
    """The ``nth`` weekday (1 Monday … 7 Sunday) of a month from its day ``first`` on; -1 is the last."""
    start = calendars.make_day(year, month, first)
    if start is None:
        return None
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return calendars.weekday_on_or_before(last, weekday)
    return calendars.weekday_on_or_after(start, weekday) + timedelta(days=7 * (nth - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian algorithm, as Meeus gives it)."""
    golden = year % 19
    century, years = divmod(year, 100)
    leaps, century_rest = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - correction + 15) % 30
    quarters, year_rest = divmod(years, 4)
    offset = (32 + 2 * century_rest + 2 * quarters - epact - year_rest) % 7
    shift = (golden + 11 * epact + 22 * offset) // 451
    month, day = divmod(epact + offset - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday in the Gregorian calendar (Meeus, for the Julian calendar)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    # The Julian calendar lags by a day more in each century year that is no leap year.
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
