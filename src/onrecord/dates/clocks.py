"""Resolvers of times of day: "9 a.m. Tuesday", "that night", "noon"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from onrecord.dates import calendars, days, durations
from onrecord.dates.context import Answer, Context, direction_of
from onrecord.dates.grammar import Found, Token

_NO_DAY: Final = "XXXX-XX-XX"


def time(found: Found, context: Context) -> Answer | None:
    """A time of day, on the day it names or else on the day being told of."""
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
    """The day of a time of day: the one named with it, else the one told of."""
    read = _day_named(found)
    if read is None:
        day = _day_told(found, context)
        return day.isoformat() if day else _NO_DAY
    answer = read(found, context)
    return answer[1] if answer and len(answer[1]) == len(_NO_DAY) else _NO_DAY


def _day_named(found: Found) -> Callable[[Found, Context], Answer | None] | None:
    """How the day beside a time of day is read; None when none is named."""
    stamp = found.token("ISO", "SLASHDATE", "DOTDATE")
    if stamp is not None:
        read = {"ISO": days.iso, "SLASHDATE": days.slash, "DOTDATE": days.dotted}[stamp.category]
        return lambda found, context: read(replace(found, tokens=(stamp,)), context)
    if found.has("MONTHFULL", "MONTHABBR", "MAY"):
        return lambda found, context: days.calendar(
            replace(found, tokens=tuple(_without_clock(found.tokens))), context
        )
    if found.has("WEEKDAY", "WEEKDAYABBR"):
        return days.weekday
    return days.day if found.has("TODAY") else None


def _day_told(found: Found, context: Context) -> date | None:
    """The day meant where none is named: "last night", "that morning", "at 9 a.m."."""
    base = context.anchor
    direction = -1 if found.has("OVERNIGHT") else direction_of(found)
    # "The next morning" of what is told was the one after it; "we leave the next morning" is to come.
    told_on = found.has("THE") and found.has("NEXT") and context.tense <= 0
    if told_on or found.has("PREVIOUS", "FOLLOWING", "THAT", "SAME"):
        told = context.reference_days()
        base = told[0] if told and told[0] == told[1] else None
    elif direction_of(found) is None and not found.has("TONIGHT", "THIS"):
        base = _told_day(context)
    return None if base is None else base + timedelta(days=direction or 0)


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
    """The time of day in figures; None when only a part of the day is named."""
    noon = found.string("NOON")
    if noon:
        return noon
    told = _hour_and_minute(found)
    if told is None:
        return None
    hour, minute = _in_day(found, told[0]), told[1]
    return f"{hour:02d}:{minute:02d}" if minute < 60 and (hour < 24 or (hour, minute) == (24, 0)) else None


def _in_day(found: Found, hour: int) -> int:
    """The hour of the day, of 24, as "p.m." or "in the evening" tells."""
    half = found.token("AMPM")
    if (half is not None and half.word.startswith("p")) or found.string("DAYPART") in ("AF", "EV"):
        return hour + 12 if hour < 12 else hour
    return 0 if half is not None and hour == 12 else hour


def _hour_and_minute(found: Found) -> tuple[int, int] | None:
    """As they are written: 15:30, 2.30 (pm), 1530 (GMT), 9 (a.m.)."""
    clock = found.token("CLOCK")
    if clock is not None:
        parts = re.split(r"[:.]", clock.word)
        hour, minute = parts[:2] if len(parts) > 1 else (parts[0][:2], parts[0][2:])
        return int(hour), int(minute)
    index = next((i for i, t in enumerate(found.tokens) if t.category in ("AMPM", "OCLOCK")), None)
    token = found.tokens[index - 1] if index else found.token("D12")
    if token is None or token.category != "D12" or not isinstance(token.value, int):
        return None
    return token.value, 0


# Figures of a time of day without a colon: "0230 hours".
_FOUR: Final = 4


def hours(found: Found, context: Context) -> Answer | None:
    """As in "0230 hrs": a time of day where a nought before it or a day behind it tells; else a length."""
    is_time = found.tokens[0].word.startswith("0") or _day_named(found) is not None
    return hours_at(found, context) if is_time else durations.duration(found)


def hours_at(found: Found, context: Context) -> Answer | None:
    """As in "at 1400 hours"."""
    number = next((t.word for t in found.tokens if t.category in ("YEAR4", "BIG")), "")
    day = _time_day(found, context)
    is_clock = len(number) == _FOUR and number.isdecimal() and number[:2] < "24" and number[2:] < "60"
    return ("TIME", f"{day}T{number[:2]}:{number[2:]}") if is_clock else durations.duration(found)
