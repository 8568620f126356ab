"""The day of a holiday in a given year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Final

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from onrecord.dates import calendars, moons
from onrecord.languages.grammar import DateGrammar, HolidayRule

# Whose Easter Sunday a rule counts from.
_CHURCHES: Final[Mapping[int | str, int]] = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
_MOONS: Final = ("islamic", "new moon", "full moon")


@cache
def _rules(grammar: DateGrammar) -> Mapping[str, HolidayRule]:
    return {name.lower(): rule for name, rule in grammar.holidays.items()}


def _rule(name: str, grammar: DateGrammar) -> HolidayRule | None:
    return _rules(grammar).get(re.sub(r"\s+", " ", name.lower().replace("’", "'")))


def goes_by_the_moon(name: str, grammar: DateGrammar) -> bool:
    """Whether the day of a holiday is known to a day or so only."""
    rule = _rule(name, grammar)
    return rule is not None and rule[0] in _MOONS


def about(day: date) -> str:
    """The month, or else the week, of a day that may be the one before or after."""
    near = [day + timedelta(days=shift) for shift in (-1, 1)]
    units = [calendars.at(near[0], unit) for unit in ("M", "W")]
    also = [calendars.at(near[1], unit) for unit in ("M", "W")]
    return next((a for a, b in zip(units, also, strict=True) if a == b), "XXXX-XX-XX")


def _by_the_moon(rule: HolidayRule, year: int) -> date | None:
    """So many days after a new or full moon, or a day of the Islamic calendar."""
    if rule[0] == "islamic":
        return moons.islamic(year, int(rule[1]), int(rule[2])) if len(rule) == 3 else None
    first = calendars.make_day(year, int(rule[1]), int(rule[2])) if len(rule) > 2 else None
    if first is None:
        return None
    after = int(rule[3]) if len(rule) == 4 else 0
    return moons.moon(first, full=rule[0] == "full moon") + timedelta(days=after)


def holiday(name: str, year: int, grammar: DateGrammar) -> date | None:
    """The day of the holiday ``name`` (any case, any apostrophe) in ``year``; None when unknown."""
    rule = _rule(name, grammar)
    if rule is None:
        return None
    if rule[0] in _CHURCHES:
        sunday: date = easter(year, _CHURCHES[rule[0]])
        return sunday + timedelta(days=int(rule[1]))
    if rule[0] == "varies":
        return None
    if isinstance(rule[0], str):
        return _by_the_moon(rule, year)
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
