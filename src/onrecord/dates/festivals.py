"""The day of a holiday in a given year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from onrecord.dates import calendars
from onrecord.languages.grammar import DateGrammar, HolidayRule

# Whose Easter Sunday a rule counts from.
_CHURCHES: Final[Mapping[int | str, int]] = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}


@cache
def _rules(grammar: DateGrammar) -> Mapping[str, HolidayRule]:
    return {name.lower(): rule for name, rule in grammar.holidays.items()}


def holiday(name: str, year: int, grammar: DateGrammar) -> date | None:
    """The day of the holiday ``name`` (any case, any apostrophe) in ``year``; None when unknown."""
    rule = _rules(grammar).get(re.sub(r"\s+", " ", name.lower().replace("’", "'")))
    if rule is None:
        return None
    if rule[0] in _CHURCHES:
        sunday: date = easter(year, _CHURCHES[rule[0]])
        return sunday + timedelta(days=int(rule[1]))
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
