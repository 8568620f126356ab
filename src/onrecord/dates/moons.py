"""Days that go by the moon: new and full moons, and the months of the Islamic calendar by its table.

Whoever watches for the moon may keep another day: hold what is found here for right within a day.
"""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta
from typing import Final

# The new moon of 6 January 2000 and the mean month from one to the next (Meeus, 49.1).
_FIRST: Final = datetime(2000, 1, 6, 14, 20, 37, tzinfo=UTC)
_MONTH: Final = 29.530588861
# Islamic years of 30, with eleven leap years, counted from the (Julian) 16 July 622.
_EPOCH: Final = date(622, 7, 19)
_LEAP: Final = 30


def moon(first: date, *, full: bool) -> date:
    """The day (UTC) of the first new or full moon from ``first`` on."""
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    phase = 0.5 if full else 0.0
    number = math.floor((start - _FIRST) / timedelta(days=_MONTH)) - 1 + phase
    while (found := _at(number)) < start:
        number += 1
    return found.date()


def _at(number: float) -> datetime:
    """When the moon of a number is new or, at a half, full, within an hour: the largest terms alone."""
    sun = math.radians(2.5534 + 29.10535670 * number)
    own = math.radians(201.5643 + 385.81693528 * number)
    node = math.radians(160.7108 + 390.67050284 * number)
    days = -0.4072 * math.sin(own) + 0.1724 * math.sin(sun) + 0.0161 * math.sin(2 * own)
    days += 0.0104 * math.sin(2 * node) + 0.0074 * math.sin(own - sun)
    return _FIRST + timedelta(days=_MONTH * number + days)


def islamic(year: int, month: int, day: int) -> date | None:
    """The first day in a year of ours that is this ``day`` of this Islamic ``month``; None where none is."""
    near = int((year - 622) * 33 / 32)
    found = (_islamic(near + shift, month, day) for shift in (-1, 0, 1, 2))
    return next((on for on in found if on.year == year), None)


def _islamic(year: int, month: int, day: int) -> date:
    leaps = (3 + 11 * year) // _LEAP
    before = 354 * (year - 1) + leaps + math.ceil(29.5 * (month - 1))
    return _EPOCH + timedelta(days=before + day - 1)
