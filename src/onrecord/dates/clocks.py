"""Resolvers of times of day: "9 a.m. Tuesday", "that night", "noon"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from onrecord.dates import calendars, days
from onrecord.dates.context import Answer, Context, direction_of
from onrecord.dates.grammar import Found, Token


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
    stamp = found.token("ISO", "SLASHDATE", "DOTDATE")
    if stamp is not None:
        read = {"ISO": days.iso, "SLASHDATE": days.slash, "DOTDATE": days.dotted}[stamp.category]
        answer = read(replace(found, tokens=(stamp,)), context)
    elif found.has("MONTHFULL", "MONTHABBR", "MAY"):
        stripped = replace(found, tokens=tuple(_without_clock(found.tokens)))
        answer = days.calendar(stripped, context)
    elif found.has("WEEKDAY", "WEEKDAYABBR"):
        answer = days.weekday(found, context)
    elif found.has("TODAY"):
        answer = days.day(found, context)
    else:
        base = context.anchor
        direction = direction_of(found)
        if found.has("PREVIOUS", "FOLLOWING", "THAT", "SAME"):
            days_told = context.reference_days()
            base = days_told[0] if days_told and days_told[0] == days_told[1] else None
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
        # 15:30, 2.30 (pm), 1530 (GMT)
        parts = re.split(r"[:.]", clock.word)
        hour, minute = (int(p) for p in (parts[:2] if len(parts) > 1 else (parts[0][:2], parts[0][2:])))
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
