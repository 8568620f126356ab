"""Durations and repeated times in TIMEX3: ``P2Y6M``, ``PT5H``, ``PXD``, ``XXXX-WXX-4``."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from onrecord.dates import numbers
from onrecord.dates.context import unit_of
from onrecord.dates.grammar import Found
from onrecord.records import TimexType

# unit -> (date or time designator, how many of them)
_DESIGNATORS: Final = {
    "D": ("D", 1),
    "W": ("W", 1),
    "FN": ("W", 2),
    "M": ("M", 1),
    "Q": ("Q", 1),
    "Y": ("Y", 1),
    "DE": ("Y", 10),
    "CE": ("Y", 100),
    "WE": ("WE", 1),
    "H": ("H", 1),
    "MIN": ("M", 1),
    "S": ("S", 1),
}
_TIME_UNITS: Final = ("H", "MIN", "S")
# How a unit splits where the count is no whole number.
_PARTS: Final = {
    "Y": ("M", 12),
    "H": ("M", 60),
    "MIN": ("S", 60),
    "D": ("TH", 24),
    "M": ("W", 4),
    "W": ("D", 7),
}


def amount(found: Found) -> Fraction | None:
    """How many units ``found`` counts; None when it is vague."""
    return numbers.count([t for t in found.tokens if t.category not in ("EACH", "OTHER", "ORDWORD")])


def duration(found: Found, _: object = None) -> tuple[TimexType, str] | None:
    """The length of time that ``found`` names."""
    unit = unit_of(found)
    if unit is None:
        return None
    number = amount(found)
    if number == 1 and found.tokens[-1].category == "VAGUE":
        number = None
    return "DURATION", length(number, unit)


def length(number: Fraction | None, unit: str) -> str:
    """``number`` units as a TIMEX3 period, ``X`` standing for an unknown number."""
    designator, multiple = _DESIGNATORS[unit]
    prefix = "PT" if unit in _TIME_UNITS else "P"
    if number is None:
        return f"{prefix}X{designator}"
    total = number * multiple
    whole, rest = divmod(total, 1)
    text = f"{int(whole)}{designator}" if whole or not rest else ""
    if rest and unit in _PARTS:
        part, size = _PARTS[unit]
        text += _rest(part, int(rest * size))
    return f"{prefix}{text or f'1{designator}'}"


def _rest(part: str, size: int) -> str:
    return f"T{size}{part[1:]}" if part.startswith("T") else f"{size}{part}"


def repeated(found: Found, _: object = None) -> tuple[TimexType, str] | None:
    """The value of a repeated time: "every Tuesday", "each July", "daily", "every two weeks"."""
    value = found.string("ADVSET") or _named(found) or _counted(found)
    return ("SET", value) if value else None


def _named(found: Found) -> str | None:
    """Every so-named weekday, part of the day, month or season."""
    weekday = found.integer("WEEKDAY", "WEEKDAYABBR", "WEEKDAYS")
    part = found.string("DAYPART", "DAYPARTS")
    if weekday is not None:
        return f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
    if part:
        return f"XXXX-XX-XXT{part}"
    month = found.integer("MONTHFULL", "MONTHABBR", "MAY")
    if month is not None:
        return f"XXXX-{month:02d}"
    season = found.string("SEASON", "SEASONWEAK")
    return f"XXXX-{season}" if season else None


def _counted(found: Found) -> str | None:
    """Every so many units; "every other" is every second."""
    unit = unit_of(found)
    if unit is None:
        return None
    if found.has("OTHER"):
        return length(Fraction(2), unit)
    number = amount(found) if found.has("EACH") else None
    return length(number if number is not None else Fraction(1), unit)
