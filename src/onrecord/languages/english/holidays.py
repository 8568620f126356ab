"""Holidays by name, and when they fall.

A rule is ``(month, day)`` for a fixed day, ``(month, weekday, n)`` for the n-th weekday of a month (n = -1:
the last), ``(month, weekday, n, day)`` for the n-th on or after that day of the month, or
``("easter", days)`` counted from Western and ``("orthodox", days)`` from Eastern Easter Sunday. ISO
weekdays, Monday is 1. Names that mean different days in different countries (Labour Day) carry the reading
of the spelling's country.
"""

from __future__ import annotations

Rule = tuple[int, int] | tuple[int, int, int] | tuple[int, int, int, int] | tuple[str, int]

HOLIDAYS: dict[str, Rule] = {
    "New Year's Day": (1, 1),
    "New Year's Eve": (12, 31),
    "New Year's": (1, 1),
    "Martin Luther King Day": (1, 1, 3),
    "Martin Luther King Jr. Day": (1, 1, 3),
    "MLK Day": (1, 1, 3),
    "Groundhog Day": (2, 2),
    "Valentine's Day": (2, 14),
    "Presidents' Day": (2, 1, 3),
    "Presidents Day": (2, 1, 3),
    "President's Day": (2, 1, 3),
    "St. Patrick's Day": (3, 17),
    "April Fools' Day": (4, 1),
    "April Fool's Day": (4, 1),
    "Ash Wednesday": ("easter", -46),
    "Palm Sunday": ("easter", -7),
    "Good Friday": ("easter", -2),
    "Easter Sunday": ("easter", 0),
    "Easter Monday": ("easter", 1),
    "Easter": ("easter", 0),
    "Orthodox Easter": ("orthodox", 0),
    "Orthodox Christmas": (1, 7),
    "Pentecost": ("easter", 49),
    "Earth Day": (4, 22),
    "May Day": (5, 1),
    "Victory Day": (5, 9),
    "Mother's Day": (5, 7, 2),
    "Mothers Day": (5, 7, 2),
    "Memorial Day": (5, 1, -1),
    "Father's Day": (6, 7, 3),
    "Juneteenth": (6, 19),
    "Independence Day": (7, 4),
    "Fourth of July": (7, 4),
    "Bastille Day": (7, 14),
    "Labor Day": (9, 1, 1),
    "Labour Day": (5, 1),
    "Columbus Day": (10, 1, 2),
    "Halloween": (10, 31),
    "Election Day": (11, 2, 1, 2),
    "Veterans Day": (11, 11),
    "Armistice Day": (11, 11),
    "Thanksgiving Day": (11, 4, 4),
    "Thanksgiving": (11, 4, 4),
    "Black Friday": (11, 5, 4),
    "Christmas Eve": (12, 24),
    "Christmas Day": (12, 25),
    "Christmas": (12, 25),
    "Boxing Day": (12, 26),
}
