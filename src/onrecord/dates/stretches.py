"""Resolvers of longer stretches: years, decades, seasons, quarters, fiscal years, weekends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from onrecord.dates import calendars, days, durations, numbers
from onrecord.dates.context import Answer, Context, direction_of, unit_of
from onrecord.dates.grammar import Found, Token
from onrecord.dates.lexer import YEARS

# Quarters, halves and months of a year, months of a quarter.
_QUARTERS: Final = 4
_HALVES: Final = 2
_MONTHS: Final = 3
# The month with which a season begins, as the press counts.
_SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def year(found: Found, _: Context) -> Answer | None:
    """A year in digits or words."""
    year = numbers.year(found.tokens)
    return ("DATE", f"{year}") if year is not None and year in YEARS else None


def year_span(found: Found, context: Context) -> Answer | None:
    """The years "1939-45" or "2014/15", as an EDTF interval; just the first when the rest is no year."""
    first, last = found.tokens[0].value, found.tokens[-1]
    if not isinstance(first, int) or not isinstance(last.value, int):
        return year(found, context)
    end = first // 100 * 100 + last.value
    return ("DATE", f"{first}/{end}") if len(last.word) == 2 and end > first else year(found, context)


def decade(found: Found, context: Context) -> Answer | None:
    """The 1990s, the '80s, the nineties."""
    token = found.token("DECADE", "DECADE2", "DECADEWORD")
    if token is None:
        return None
    if token.category == "DECADE":
        # The 1800s are a century, the 2000s mostly a decade.
        return "DATE", token.word[:2] if token.word[2] == "0" and token.word < "2" else token.word[:3]
    digit = token.value if token.category == "DECADEWORD" else int(token.word[0])
    if not isinstance(digit, int):
        return None
    now = context.anchor.year if context.anchor else 2000
    # The latest decade with that digit that has begun.
    century = now // 100 if digit <= now % 100 // 10 else now // 100 - 1
    return "DATE", f"{century}{digit % 10}"


def century(found: Found, _: Context) -> Answer | None:
    """The 20th century, as TIMEX3 writes it: ``19``."""
    unit, number = found.string("DUNIT"), found.integer("ORDWORD", "ORDNUM", "SECOND")
    if unit != "CE":
        return None
    return ("DATE", f"{number - 1}") if number is not None and 11 <= number <= 22 else None


def season(found: Found, context: Context) -> Answer | None:
    """A season of a year."""
    season = found.string("SEASON", "SEASONWEAK")
    year = numbers.year(found.tokens)
    if year is None:
        base = _season_base(found, context)
        if base is None:
            return "DATE", f"XXXX-{season}"
        if found.has("THAT", "SAME"):
            year = base.year - (season == "WI" and base.month <= 3)
        else:
            year = _season_year(base, str(season), direction_of(found), context.tense)
    return "DATE", f"{year}-{season}"


def _season_base(found: Found, context: Context) -> date | None:
    """The day from which a season is told: that of the passage for "that summer", else the anchor."""
    chained = found.has("THAT", "SAME", "FOLLOWING", "PREVIOUS")
    # "The next spring" of a tale is the one after what was told last.
    if not chained and not (found.has("THE") and found.has("NEXT") and context.tense <= 0):
        return context.anchor
    told = context.reference_days()
    return told[0] + (told[1] - told[0]) / 2 if told else None


def _season_year(base: date, season: str, direction: int | None, tense: int) -> int:
    """The year of the last, next or this season, told on the day ``base``."""
    start = _SEASON_STARTS[season]
    begun = base.month >= start
    if direction == -1:
        running = base.month < start + 3
        return base.year if begun and not running else base.year - 1
    if direction == 1:
        return base.year + 1 if begun else base.year
    if season == "WI" and base.month <= 3:
        return base.year - (tense <= 0)
    return base.year - (direction is None and tense < 0 and not begun)


def quarter(found: Found, context: Context) -> Answer | None:
    """A quarter of a business year; the last one of a year is its fourth."""
    number = found.integer("ORDWORD", "ORDNUM", "SECOND", "QUARTERNAME")
    if number is None and found.has("LAST"):
        at = next(i for i, t in enumerate(found.tokens) if t.category == "LAST")
        number, found = _QUARTERS, replace(found, tokens=found.tokens[at + 1 :])
    if number is None or not 1 <= number <= _QUARTERS:
        return None
    year = numbers.year(found.tokens) or _quarter_year(found, context, number)
    return "DATE", f"{year}-Q{number}" if year else f"XXXX-Q{number}"


def _quarter_year(found: Found, context: Context, number: int) -> int | None:
    """The year of a quarter without one: the anchor's, or the one before when it is still to come."""
    anchor = context.anchor
    if anchor is None:
        return None
    direction = direction_of(found)
    ahead = direction is None and number > (anchor.month + 2) // 3 and context.tense <= 0
    return anchor.year + (direction or 0) - ahead - found.has("AGO", "EARLIER")


def month_quarter(found: Found, context: Context) -> Answer | None:
    """The quarter that ends with a month: "the June quarter"; of other business years just that month."""
    month_only = replace(found, tokens=tuple(t for t in found.tokens if not _is_quarter(t)))
    answer = days.calendar(month_only, context)
    if answer is None or answer[1].startswith("XXXX"):
        return answer
    year, month = answer[1][:4], int(answer[1][5:7])
    return answer if month % _MONTHS else ("DATE", f"{year}-Q{month // _MONTHS}")


def _is_quarter(token: Token) -> bool:
    return token.category in ("QUARTER", "HYPHEN")


def half(found: Found, context: Context) -> Answer | None:
    """The first or second half of a year: of a calendar year, or "H1 FY31"."""
    number = found.integer("HALFNAME") or (_HALVES if found.has("SECOND") else None)
    last = number == _HALVES or (found.has("LAST") and found.tokens[-1].category != "LAST")
    year = numbers.year(found.tokens) or _half_year(found, context, last=last)
    return "DATE", f"{year or 'XXXX'}-H{2 if last else 1}"


def _half_year(found: Found, context: Context, *, last: bool) -> int | None:
    if context.anchor is None:
        return None
    tail = replace(found, tokens=tuple(t for t in found.tokens if t.category != "HALF"))
    return context.anchor.year + (0 if last else direction_of(tail) or 0)


def fiscal(found: Found, context: Context) -> Answer | None:
    """A fiscal year, named by the year it is called after."""
    year = numbers.year(found.tokens)
    if year is None and context.anchor is not None:
        year = context.anchor.year + (direction_of(found) or 0)
    return "DATE", f"{year}" if year else "XXXX"


def business_quarter(context: Context, base: date) -> str:
    """The quarter an article reports on: the one it names, else the last that has ended."""
    return context.quarter or calendars.at(calendars.step(base, "Q", -1) or base, "Q")


def latest(found: Found, context: Context) -> Answer | None:
    """The latest period, the 1988 quarter, last year's quarter: the business quarter of some year."""
    if context.anchor is None:
        return None
    quarter = business_quarter(context, context.anchor)
    year = numbers.year(found.tokens)
    if year is None:
        year = int(quarter[:4]) + (direction_of(found) or 0)
    return "DATE", f"{year}{quarter[4:]}"


def weekend(base: date, direction: int, tense: int) -> str:
    """The weekend meant: on Monday "the weekend" and "last weekend" are the one just over."""
    saturday = calendars.weekday_on_or_before(base, 6)
    if direction > 0 or (direction == 0 and tense > 0):
        saturday = calendars.weekday_on_or_after(base, 6)
    elif direction == 0 and base.isoweekday() == 5:
        saturday = base + timedelta(days=1)
    return calendars.at(saturday, "WE")


def the_unit(found: Found, context: Context) -> Answer | None:
    """The quarter, the weekend, the year: the one the article is about."""
    unit = unit_of(found)
    if context.anchor is None:
        return None
    if unit == "Q":
        return "DATE", business_quarter(context, context.anchor)
    if unit == "WE":
        return "DATE", weekend(context.anchor, 0, context.tense)
    return ("DATE", f"{context.anchor.year}") if unit == "Y" else None


def ended_unit(found: Found, _: Context) -> Answer | None:
    """As in "The year ended June 30": a length; its end says which."""
    return "DURATION", durations.length(Fraction(1), unit_of(found) or "Y")


def year_end(found: Found, context: Context) -> Answer | None:
    """Year-end as a day; "year's end" as the year."""
    if unit_of(found) != "Y" or context.anchor is None:
        return None
    year = context.anchor.year
    return "DATE", f"{year}-12-31" if found.has("HYPHEN") else f"{year}"
