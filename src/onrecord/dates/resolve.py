"""From the words of a time expression to its TIMEX3 type and value.

One resolver per kind of the grammar. A resolver never invents: without an anchor for "Tuesday" it writes
``XXXX-WXX-2``, which has no bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from onrecord.dates import calendars, durations, festivals, numbers
from onrecord.dates.grammar import Found, Token
from onrecord.dates.lexer import YEARS
from onrecord.records import TimexType

Answer = tuple[TimexType, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression.

    ``anchor``: the day "today" means, None when unknown. ``reference``: the value of the date last
    mentioned. ``quarter``: the business quarter the article is about; ``quarterly``: the figures at hand are
    a quarter's, not those of nine months or a year. ``tense``: 1 when the clause
    looks ahead, -1 when it looks back, 0 when it does not say. ``narrative``: the passage tells a past
    in its own time, so dates without a year belong to the reference, not to the anchor.
    """

    anchor: date | None
    reference: str | None = None
    quarter: str | None = None
    tense: int = 0
    narrative: bool = False
    quarterly: bool = True

    def reference_day(self) -> date | None:
        """First day of the date last mentioned, else the anchor."""
        covered = self.reference_days()
        return covered[0] if covered else None

    def reference_days(self) -> tuple[date, date] | None:
        """First and last day of the date last mentioned, else the anchor twice."""
        covered = calendars.bounds(self.reference) if self.reference else None
        return covered or ((self.anchor, self.anchor) if self.anchor else None)


Resolver = Callable[[Found, Context], Answer | None]


def resolve(found: Found, context: Context) -> Answer | None:
    """Type and value of ``found``; None when on a closer look it is no time expression."""
    return _RESOLVERS[found.kind](found, context)


# ------------------------------------------------------------------ the calendar


def _direction(found: Found) -> int | None:
    """-1 for "last", 1 for "next", 0 for "this"; None when there is no such word."""
    if found.has("THIS"):
        return -1 if found.has("PAST") else 1 if found.has("COMING") else 0
    token = found.token("LAST", "NEXT", "PAST", "COMING", "PREVIOUS", "FOLLOWING")
    return token.value if token is not None and isinstance(token.value, int) else None


def _iso(found: Found, _: Context) -> Answer | None:
    value = found.tokens[0].word
    return ("DATE", value) if calendars.bounds(value) else None


def _slash(found: Found, _: Context) -> Answer | None:
    first, second, year = (int(part) for part in found.tokens[0].word.split("/"))
    # Month first, as the American press writes; the other order only when that is no date.
    day = calendars.make_day(year, first, second) or calendars.make_day(year, second, first)
    return ("DATE", day.isoformat()) if day else None


def _day_of_month(found: Found) -> int | None:
    for token in found.tokens:
        if token.category in ("D12", "D31", "ORDWORD", "SECOND", "ORDNUM") and isinstance(token.value, int):
            return token.value
    return None


def _calendar(found: Found, context: Context) -> Answer | None:
    month = found.integer("MONTHFULL", "MONTHABBR", "MAY")
    weekday = found.integer("WEEKDAY", "WEEKDAYABBR")
    day = _day_of_month(found)
    if month is None:
        return _weekday(found, context)
    year = numbers.year(found.tokens)
    if year is None:
        year = _year_for(found, context, month, day, weekday)
    if day is not None and not (1 <= day <= 31 and calendars.make_day(2000, month, day)):
        return None
    tail = f"-{month:02d}" + (f"-{day:02d}" if day else "")
    return "DATE", f"{year:04d}{tail}" if year else f"XXXX{tail}"


def _year_for(found: Found, context: Context, month: int, day: int | None, weekday: int | None) -> int | None:
    """The year meant by a month or day of a month without one."""
    direction = _direction(found)
    anchor = context.anchor
    if found.has("THAT", "SAME") or (context.narrative and direction is None):
        anchor = context.reference_day()
        if anchor is not None:
            return anchor.year
    if anchor is None:
        return None
    if found.has("DUNIT"):
        base = context.reference_day() if found.has("THAT", "SAME", "FOLLOWING", "PREVIOUS") else anchor
        return (base or anchor).year + (direction or 0)
    if direction == 0:
        return anchor.year
    if weekday is not None and day is not None:
        fitting = calendars.years_with(month, day, weekday, anchor.year - 1, anchor.year + 1)
        if len(fitting) == 1:
            return fitting[0]
    return _nearest_year(anchor, month, day, direction, context.tense)


# In the press a day or month without a year is a past one unless something says otherwise: so many
# days ahead count as far away as one day back. Set by hand, then checked on TimeBank + AQUAINT.
_AHEAD_COST: Final = {-1: 5.0, 0: 3.0, 1: 0.1}


def _nearest_year(anchor: date, month: int, day: int | None, direction: int | None, tense: int) -> int | None:
    here = date(anchor.year, anchor.month, 1) if day is None else anchor
    years = range(anchor.year - 1, anchor.year + 2)
    starts = {y: calendars.make_day(y, month, day or 1) for y in years}
    known = {y: d for y, d in starts.items() if d is not None}
    if direction == -1:
        return max((y for y, d in known.items() if d < here), default=None)
    if direction == 1:
        return min((y for y, d in known.items() if d > here), default=None)
    cost = _AHEAD_COST[tense]

    def distance(year: int) -> float:
        days = (known[year] - here).days
        return days * cost if days > 0 else -days

    return min(known, key=distance, default=None)


def _weekday(found: Found, context: Context) -> Answer | None:
    weekday = found.integer("WEEKDAY", "WEEKDAYABBR")
    if weekday is None:
        return None
    day = _weekday_day(found, context, weekday)
    return "DATE", day.isoformat() if day else f"XXXX-WXX-{weekday}"


def _weekday_day(found: Found, context: Context, weekday: int) -> date | None:
    direction = _direction(found)
    chained = found.has("PREVIOUS", "FOLLOWING", "THAT", "SAME")
    told = context.narrative and context.reference is not None and len(context.reference) == 10
    base = context.reference_day() if chained or told else context.anchor
    if base is None:
        return None
    one = timedelta(days=1)
    if direction is None:
        direction = -2 if context.tense <= 0 else 2
        if chained or told:
            direction = 2
    match direction:
        case -1:
            return calendars.weekday_on_or_before(base - one, weekday)
        case 1:
            return calendars.weekday_on_or_after(base + one, weekday)
        case -2:
            return calendars.weekday_on_or_before(base, weekday)
        case 0 if context.tense < 0:
            return calendars.weekday_on_or_before(base, weekday)
        case _:
            return calendars.weekday_on_or_after(base, weekday)


def _day(found: Found, context: Context) -> Answer | None:
    shift = found.integer("TODAY")
    if context.anchor is None:
        return ("DATE", "PRESENT_REF") if shift == 0 else ("DATE", "XXXX-XX-XX")
    return "DATE", (context.anchor + timedelta(days=shift or 0)).isoformat()


def _holiday(found: Found, context: Context) -> Answer | None:
    token = found.token("HOLIDAY")
    if token is None:
        return None
    year = numbers.year(found.tokens)
    if year is None:
        year = _holiday_year(found, context, token.word)
    day = festivals.holiday(token.word, year) if year is not None else None
    return "DATE", day.isoformat() if day else "XXXX-XX-XX"


def _holiday_year(found: Found, context: Context, name: str) -> int | None:
    anchor, direction = context.anchor, _direction(found)
    if anchor is None:
        return None
    days = {y: festivals.holiday(name, y) for y in range(anchor.year - 1, anchor.year + 2)}
    known = {y: d for y, d in days.items() if d is not None}
    if direction == -1:
        return max((y for y, d in known.items() if d < anchor), default=None)
    if direction == 1:
        return min((y for y, d in known.items() if d > anchor), default=None)
    if context.tense < 0:
        return max((y for y, d in known.items() if d <= anchor), default=None)
    return min(known, key=lambda y: abs((known[y] - anchor).days), default=None)


# ------------------------------------------------------------------ times of day


def _time(found: Found, context: Context) -> Answer | None:
    day = _time_day(found, context)
    clock = _clock(found)
    if clock:
        zone = found.token("ZONE")
        return "TIME", f"{day}T{clock}" + ("Z" if zone is not None and zone.word in ("gmt", "utc") else "")
    part = found.string("DAYPART")
    if found.has("TONIGHT", "OVERNIGHT"):
        part = "NI"
    return "TIME", f"{day}T{part or 'XX'}"


def _time_day(found: Found, context: Context) -> str:
    if found.has("MONTHFULL", "MONTHABBR", "MAY"):
        stripped = replace(found, tokens=tuple(_without_clock(found.tokens)))
        answer = _calendar(stripped, context)
    elif found.has("WEEKDAY", "WEEKDAYABBR"):
        answer = _weekday(found, context)
    elif found.has("TODAY"):
        answer = _day(found, context)
    else:
        base = context.anchor
        direction = _direction(found)
        if found.has("PREVIOUS", "FOLLOWING", "THAT", "SAME"):
            base = context.reference_day()
        elif direction is None and not found.has("TONIGHT", "THIS"):
            base = _told_day(context)
        if found.has("OVERNIGHT"):
            direction = -1
        if base is None:
            return "XXXX-XX-XX"
        return (base + timedelta(days=direction or 0)).isoformat()
    value = answer[1] if answer else "XXXX-XX-XX"
    return value if len(value) == 10 else "XXXX-XX-XX"


def _told_day(context: Context) -> date | None:
    """The day a bare time of day belongs to: the day last mentioned where one was, else the anchor."""
    covered = calendars.bounds(context.reference) if context.reference else None
    return covered[0] if covered and covered[0] == covered[1] else context.anchor


def _without_clock(tokens: tuple[Token, ...]) -> list[Token]:
    """``tokens`` less an hour before "a.m." or "o'clock", so that it is not taken for a day."""
    return [
        t
        for i, t in enumerate(tokens)
        if not (t.category == "D12" and i + 1 < len(tokens) and tokens[i + 1].category in ("AMPM", "OCLOCK"))
    ]


def _clock(found: Found) -> str | None:
    noon = found.string("NOON")
    if noon:
        return noon
    clock = found.token("CLOCK")
    if clock is not None:
        hour, minute = (int(part) for part in clock.word.split(":")[:2])
    else:
        index = next((i for i, t in enumerate(found.tokens) if t.category in ("AMPM", "OCLOCK")), None)
        token = found.tokens[index - 1] if index else found.token("D12")
        if token is None or not isinstance(token.value, int) or token.category != "D12":
            return None
        hour, minute = token.value, 0
    half = found.token("AMPM")
    part = found.string("DAYPART")
    if (half is not None and half.word.startswith("p")) or part in ("AF", "EV"):
        hour = hour + 12 if hour < 12 else hour
    elif half is not None and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


# ------------------------------------------------------------------ longer stretches


def _year(found: Found, context: Context) -> Answer | None:
    year = numbers.year(found.tokens)
    return ("DATE", f"{year}") if year is not None and year in YEARS else None


def _decade(found: Found, context: Context) -> Answer | None:
    token = found.token("DECADE", "DECADE2", "DECADEWORD")
    if token is None:
        return None
    if token.category == "DECADE":
        return "DATE", token.word[:3]
    digit = token.value if token.category == "DECADEWORD" else int(token.word[0])
    if not isinstance(digit, int):
        return None
    now = context.anchor.year if context.anchor else 2000
    # The latest decade with that digit that has begun.
    century = now // 100 if digit <= now % 100 // 10 else now // 100 - 1
    return "DATE", f"{century}{digit % 10}"


def _century(found: Found, _: Context) -> Answer | None:
    unit, number = found.string("DUNIT"), found.integer("ORDWORD", "ORDNUM", "SECOND")
    if unit != "CE":
        return None
    return ("DATE", f"{number - 1}") if number is not None and 11 <= number <= 22 else None


def _season(found: Found, context: Context) -> Answer | None:
    season = found.string("SEASON", "SEASONWEAK")
    year = numbers.year(found.tokens)
    if year is None:
        base = context.reference_day() if found.has("THAT", "SAME", "FOLLOWING", "PREVIOUS") else context.anchor
        if base is None:
            return "DATE", f"XXXX-{season}"
        year = _season_year(base, str(season), _direction(found), context.tense)
    return "DATE", f"{year}-{season}"


def _season_year(base: date, season: str, direction: int | None, tense: int) -> int:
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    begun = base.month >= start
    if direction == -1:
        running = start <= base.month < start + 3
        return base.year if begun and not running else base.year - 1
    if direction == 1:
        return base.year + 1 if begun else base.year
    if season == "WI" and base.month <= 3:
        return base.year - 1 if tense <= 0 else base.year
    if direction is None and tense < 0 and not begun:
        return base.year - 1
    return base.year


def _quarter(found: Found, context: Context) -> Answer | None:
    number = found.integer("ORDWORD", "ORDNUM", "SECOND", "QUARTERNAME")
    if number is None or not 1 <= number <= 4:
        return None
    year = numbers.year(found.tokens)
    anchor = context.anchor
    if year is None and anchor is not None:
        year = anchor.year
        direction = _direction(found)
        if direction:
            year += direction
        elif direction is None:
            running = (anchor.month + 2) // 3
            if number > running and context.tense <= 0:
                year -= 1
        if found.has("AGO", "EARLIER"):
            year -= 1
    return "DATE", f"{year}-Q{number}" if year else f"XXXX-Q{number}"


def _half(found: Found, context: Context) -> Answer | None:
    last = found.has("SECOND") or (found.has("LAST") and found.tokens[-1].category != "LAST")
    number = 2 if last else 1
    year = numbers.year(found.tokens)
    if year is None and context.anchor is not None:
        tail = replace(found, tokens=tuple(t for t in found.tokens if t.category != "HALF"))
        direction = _direction(tail) if not last else 0
        year = context.anchor.year + (direction or 0)
    return ("DATE", f"{year}-H{number}") if year else ("DATE", f"XXXX-H{number}")


def _fiscal(found: Found, context: Context) -> Answer | None:
    year = numbers.year(found.tokens)
    if year is None and context.anchor is not None:
        year = context.anchor.year + (_direction(found) or 0)
    return "DATE", f"{year}" if year else "XXXX"


# ------------------------------------------------------------------ relative to the anchor


def _unit(found: Found) -> str | None:
    token = found.token("DUNIT", "DUNITS", "QUARTER", "QUARTERS", "WEEKEND", "WEEKENDS", "TUNIT", "TUNITS")
    if token is not None:
        return str(token.value)
    return "S" if found.has("SECOND") else None


def _relative(found: Found, context: Context) -> Answer | None:
    unit = _unit(found)
    direction = _direction(found)
    if unit is None:
        return None
    if direction is None:
        direction = 0
    base = context.anchor
    if found.has("THE") and found.has("NEXT") and context.tense <= 0:
        return _chain(found, context)
    if base is None:
        return "DATE", {"Y": "XXXX", "M": "XXXX-XX", "D": "XXXX-XX-XX"}.get(unit, "XXXX-WXX")
    if unit == "Q" and found.has("LATEST"):
        return "DATE", _business_quarter(context, base)
    if unit == "WE":
        return "DATE", _weekend(base, direction, context.tense)
    if unit in ("DE", "CE") and direction < 0:
        return "DURATION", durations.length(Fraction(1), unit)
    moved = calendars.step(base, unit, direction)
    return ("DATE", calendars.at(moved, unit)) if moved else None


def _business_quarter(context: Context, base: date) -> str:
    """The quarter an article reports on: the one it names, else the last that has ended."""
    return context.quarter or calendars.at(calendars.step(base, "Q", -1) or base, "Q")


def _latest(found: Found, context: Context) -> Answer | None:
    """"The latest period", "the 1988 quarter", "last year's quarter": the business quarter of some year."""
    if context.anchor is None:
        return None
    quarter = _business_quarter(context, context.anchor)
    year = numbers.year(found.tokens)
    if year is None:
        year = int(quarter[:4]) + (_direction(found) or 0)
    return "DATE", f"{year}{quarter[4:]}"


def _weekend(base: date, direction: int, tense: int) -> str:
    """The weekend meant: on Monday "the weekend" and "last weekend" are the one just over."""
    saturday = calendars.weekday_on_or_before(base, 6)
    if direction > 0 or (direction == 0 and tense > 0):
        saturday = calendars.weekday_on_or_after(base, 6)
    elif direction == 0 and base.isoweekday() == 5:
        saturday = base + timedelta(days=1)
    return calendars.at(saturday, "WE")


def _chain(found: Found, context: Context) -> Answer | None:
    unit = _unit(found)
    days = context.reference_days()
    if unit is None or days is None:
        return ("DATE", "XXXX") if unit == "Y" else ("DATE", "XXXX-XX-XX")
    if unit == "Q" and context.quarter:
        days = calendars.bounds(context.quarter) or days
    value = _moved(days, unit, _direction(found) or 0, unit)
    return ("DATE", value) if value else None


def _moved(days: tuple[date, date], unit: str, count: int, grain: str) -> str | None:
    """The value ``count`` units on from a stretch of days, in ``grain``, but no finer than the stretch allows.

    Two weeks after "October 1962" is some time in 1962, not a week of it.
    """
    first, last = (calendars.step(day, unit, count) for day in days)
    if first is None or last is None:
        return None
    for coarser in (grain, "M", "Y", "DE"):
        if calendars.at(first, coarser) == calendars.at(last, coarser):
            return calendars.at(first, coarser) + ("-XX" if grain == "D" and coarser == "M" else "")
    return "XXXX"


def _the_unit(found: Found, context: Context) -> Answer | None:
    unit = _unit(found)
    if context.anchor is None:
        return None
    if unit == "Q":
        return "DATE", _business_quarter(context, context.anchor)
    if unit == "WE":
        return "DATE", _weekend(context.anchor, 0, context.tense)
    return ("DATE", f"{context.anchor.year}") if unit == "Y" else None


def _ended_unit(found: Found, _: Context) -> Answer | None:
    """"The year ended June 30": a length; its end says which."""
    return "DURATION", durations.length(Fraction(1), _unit(found) or "Y")


def _year_end(found: Found, context: Context) -> Answer | None:
    if _unit(found) != "Y" or context.anchor is None:
        return None
    year = context.anchor.year
    return "DATE", f"{year}" if found.has("POSS") else f"{year}-12-31"


def _next_day(found: Found, context: Context) -> Answer | None:
    """The second day of "April 24 and 25"."""
    day = found.integer("D12", "D31")
    covered = calendars.bounds(context.reference) if context.reference else None
    if covered is None or day is None or covered[0] != covered[1]:
        return None
    other = calendars.make_day(covered[0].year, covered[0].month, day)
    return ("DATE", other.isoformat()) if other and other > covered[0] else None


def _edge_unit(found: Found, context: Context) -> Answer | None:
    return _relative(found, context)


def _ago(found: Found, context: Context) -> Answer | None:
    unit = _unit(found)
    if unit is None:
        return None
    amount = durations.amount(found)
    if amount is None:
        back = not found.has("LATER", "HENCE", "FROM", "AFTER")
        return ("DATE", "PAST_REF" if back else "FUTURE_REF")
    sign = 1 if found.has("LATER", "HENCE", "FROM", "AFTER") else -1
    from_reference = found.has("EARLIER", "LATER", "BEFORE", "AFTER")
    anchored = (context.anchor, context.anchor) if context.anchor else None
    days = context.reference_days() if from_reference else anchored
    if unit in ("H", "MIN", "S"):
        return durations.duration(found)
    if days is None:
        return "DATE", "XXXX"
    if unit == "Y" and amount == 1 and not found.has("LATER", "HENCE", "FROM"):
        return _yearago(found, context)
    if amount.denominator != 1:
        unit, amount = "M", amount * 12 if unit == "Y" else amount
    # "A decade ago" is ten years back, not some year of that decade.
    value = _moved(days, unit, sign * int(amount), "Y" if unit in ("DE", "CE") else unit)
    return ("DATE", value) if value else None


def _yearago(found: Found, context: Context) -> Answer | None:
    unit = _unit(found)
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


# ------------------------------------------------------------------ without a place on the calendar


def _duration(found: Found, _: Context) -> Answer | None:
    return durations.duration(found)


def _lately(found: Found, _: Context) -> Answer | None:
    if not found.has("RECENT", "COMING") and len(found.tokens) == 2 + found.has("THE"):
        return "DATE", "FUTURE_REF" if found.has("FUTURE") else "PAST_REF"
    if found.has("RECENT") and _unit(found) == "Y":
        return "DATE", "PAST_REF"
    return durations.duration(found)


def _unmarked(_found: Found, _context: Context) -> Answer | None:
    """An age ("6-year-old") or a rate ("$2 million a year") is not when: TimeML leaves it unmarked."""
    return None


def _set(found: Found, context: Context) -> Answer | None:
    return durations.repeated(found)


def _ref(found: Found, _: Context) -> Answer | None:
    for token in found.tokens:
        if isinstance(token.value, str):
            return ("DATE", token.value) if token.value.endswith("_REF") else ("DATE", "PRESENT_REF")
    if found.has("FUTURE") or found.has("NEAR"):
        return "DATE", "FUTURE_REF"
    if found.has("PAST", "TIMEWORD"):
        return "DATE", "PAST_REF"
    return "DATE", "PRESENT_REF"


_RESOLVERS: Final[Mapping[str, Resolver]] = {
    "iso": _iso,
    "slash": _slash,
    "calendar": _calendar,
    "weekday": _weekday,
    "day": _day,
    "time": _time,
    "holiday": _holiday,
    "year": _year,
    "decade": _decade,
    "century": _century,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "fiscal": _fiscal,
    "relative": _relative,
    "chain": _chain,
    "the_unit": _the_unit,
    "edge_unit": _edge_unit,
    "latest": _latest,
    "ended_unit": _ended_unit,
    "year_end": _year_end,
    "next_day": _next_day,
    "age": _unmarked,
    "rate": _unmarked,
    "ago": _ago,
    "yearago": _yearago,
    "lately": _lately,
    "duration": _duration,
    "bare_units": _duration,
    "set": _set,
    "ref": _ref,
}
