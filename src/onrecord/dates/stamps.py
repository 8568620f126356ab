"""Dates that machines wrote: metadata fields and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import Final

from onrecord.dates import calendars
from onrecord.dates.finder import Scan, mentions
from onrecord.languages import Language
from onrecord.languages.grammar import DateGrammar
from onrecord.languages.months import DAY_FIRST_BESIDE, MONTH_FIRST_BESIDE, SHORT_MONTHS, WORLD_DAY

_COMPACT: Final = re.compile(
    r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}(?:\.\d+)?\s?(?:Z|[+-]\d\d:?\d\d)?)?\s*", re.ASCII
)
_NUMERIC: Final = re.compile(
    r"\s*((?:19|20)\d\d)(?:[-/.年년]|\. ) ?(\d{1,2})(?:(?:[-/.月월]|\. ) ?(\d{1,2})(?!\d)[日일]?)?.*",
    re.DOTALL,
)
# A clock time may stand before: "15:41 03.03.2021".
_DAY_FIRST: Final = re.compile(
    r"\s*(?:\d{1,2}:\d\d(?::\d\d)?(?=\D))?\D{0,20}?\b"
    r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?((?:(?:19|20)\d\d)|\d\d)(?!\d).*",
    re.DOTALL,
)
_MONTH_FIRST_BESIDE: Final = re.compile(MONTH_FIRST_BESIDE)
_DAY_FIRST_BESIDE: Final = re.compile(DAY_FIRST_BESIDE, re.IGNORECASE)
_LAST_WORD: Final = re.compile(r"[^\W\d_]{1,20}$")
_BEFORE: Final = 40  # characters before a day that may hold its weekday
_SHORTEST: Final = 3  # letters of a weekday's short name
# Seconds or milliseconds since 1970, between 1990 and 2065.
_EPOCH: Final = re.compile(r"\s*([6-9]\d{8}|[12]\d{9})(\d{3})?\s*")
_WORLD: Final = re.compile(WORLD_DAY, re.IGNORECASE)
_LONGEST_STAMP: Final = 200  # longer field values are prose, not dates

_Y: Final = r"(?<!\d)(?P<y>(?:19[89]|20[0-9])\d)"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Days that a stamp may mean, ``first`` to ``last``; ``value`` is its TIMEX3 value when it is one."""

    first: date
    last: date
    value: str | None = None

    @property
    def day(self) -> date | None:
        """The day, when it is one."""
        return self.first if self.first == self.last else None


def _stamp(value: str) -> Stamp | None:
    covered = calendars.bounds(value)
    return Stamp(*covered, value[:10]) if covered else None


def read(field: str, language: Language, order: str = "") -> Stamp | None:
    """The date in a metadata field, in any of the common notations; None when it holds none with a year.

    ``05/06/2020`` may be May or June: both days bound it, and neither is claimed unless ``order`` ("day
    first", "month first") says how the field is written.
    """
    if not field or len(field) > _LONGEST_STAMP:
        return None
    compact = _COMPACT.fullmatch(field)
    if compact:
        return _stamp("-".join(compact.groups()))
    epoch = _EPOCH.fullmatch(field)
    if epoch:
        return _stamp(datetime.fromtimestamp(int(epoch[1]), UTC).date().isoformat())
    numeric = _NUMERIC.fullmatch(field)
    if numeric:
        year, month, day = numeric.groups()
        found = _stamp(f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else ""))
        if found:
            return found
    return (
        _either_order(field, order, language.grammar(DateGrammar).weekdays)
        or _short_year(field, language)
        or _world_day(field)
        or _by_parts(field, language)
        or _worded(field, language)
    )


def _world_day(field: str) -> Stamp | None:
    """A day whose month another language names ("1 de diciembre de 2017")."""
    match = _WORLD.search(field)
    if match is None:
        return None
    month = SHORT_MONTHS[match["world_month"].lower()]
    day = calendars.make_day(int(match["world_year"]), month, int(match["world_day"]))
    return Stamp(day, day, day.isoformat()) if day is not None else None


def _either_order(field: str, order: str, weekdays: Mapping[str, int]) -> Stamp | None:
    match = _DAY_FIRST.fullmatch(field)
    if match is None:
        return None
    days = _days_of(match, order)
    if not days:
        return None
    if not order and len(days) > 1 and (beside := _beside(match.string)):
        return _either_order(field, beside, weekdays)
    days = [d for d in days if d.isoweekday() == _weekday_before(match, weekdays)] or days
    return Stamp(days[0], days[-1], days[0].isoformat() if days[0] == days[-1] else None)


def _days_of(match: re.Match[str], order: str) -> list[date]:
    """The days that three numbers can mean, in the order told, where one is; else in both."""
    a, b, year = int(match[1]), int(match[3]), _full_year(int(match[4]))
    # Dots are written day first nearly everywhere; slashes and hyphens are not.
    orders = [(b, a)] if match[2] == "." and order != "month first" else [(b, a), (a, b)]
    orders = [o for o in orders if o == {"day first": (b, a), "month first": (a, b)}.get(order, o)] or orders
    return sorted(d for month, day in orders if (d := calendars.make_day(year, month, day)) is not None)


def _beside(field: str) -> str:
    """The order that a clock's zone or a word beside the day tells: "02/08/2023 06:02 AM EST"."""
    month, day = _MONTH_FIRST_BESIDE.search(field), _DAY_FIRST_BESIDE.search(field)
    if (month is None) == (day is None):
        return ""
    return "month first" if month else "day first"


def _weekday_before(match: re.Match[str], weekdays: Mapping[str, int]) -> int | None:
    """The day of the week that stands before a day in numbers, in full or short: "Sat, 12/02/2017"."""
    before = match.string[max(0, match.start(1) - _BEFORE) : match.start(1)].rstrip(" ")
    found = _LAST_WORD.search(before[:-1] if before.endswith((".", ",")) else before)
    word = found[0].lower() if found else ""
    if len(word) < _SHORTEST:
        return None
    return next((number for name, number in weekdays.items() if name.lower().startswith(word)), None)


def _full_year(year: int) -> int:
    """Two digits as the web reads them: 69 is 2069, 70 is 1970."""
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _short_year(field: str, language: Language) -> Stamp | None:
    """A day and a month in words whose year has two digits, or whose day a full stop ("10. May 2022")."""
    grammar = language.grammar(DateGrammar)
    match = next((found for form in _short_years(grammar) if (found := form.search(field))), None)
    if match is None:
        return None
    day = calendars.make_day(_full_year(int(match["y"])), _month(match, grammar), int(match["d"]))
    return Stamp(day, day, day.isoformat()) if day is not None else None


@cache
def _short_years(grammar: DateGrammar) -> tuple[re.Pattern[str], ...]:
    """Patterns of "10. May 22" and, with its apostrophe, "May 10 '22"; a clock may follow."""
    names = "|".join(sorted(grammar.months, key=len, reverse=True))
    year = r"(?P<y>(?:19|20)\d\d|\d\d)(?![\d:]|\.\d)"
    forms = (
        rf"(?<![\d.])(?P<d>\d{{1,2}})\.?[ -](?P<n>{names})\.?[ -][’']?{year}",
        rf"\b(?P<n>{names})\.? (?P<d>\d{{1,2}}),? [’']{year}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _by_parts(field: str, language: Language) -> Stamp | None:
    """A day whose parts stand in an order or under signs that prose has not: "2031-Feb-08", "08FEB2031"."""
    grammar = language.grammar(DateGrammar)
    match = next((found for form in _parted(grammar) if (found := form.search(field))), None)
    day = (
        calendars.make_day(int(match["y"]), _month(match, grammar), int(match["d"]))
        if match is not None
        else None
    )
    return Stamp(day, day, day.isoformat()) if day is not None else None


@cache
def _parted(grammar: DateGrammar) -> tuple[re.Pattern[str], ...]:
    """Year first; signs for blanks; a clock, and its zone, before the year, as machines write it."""
    name = f"(?P<n>{'|'.join(sorted(grammar.months, key=len, reverse=True))})"
    day, year = r"(?<!\d)(?P<d>\d{1,2})", r"(?P<y>(?:19|20)\d\d)(?!\d)"
    forms = (
        rf"(?<!\d){year}[ /-]{name}\.?[ /-](?P<d>\d{{1,2}})(?!\d)",
        rf"{day}[/]?{name}\.?[/]?{year}",
        rf"{day}[ /-]?{name}\.?,?[ /-]{year}",
        rf"\b{name}\.?[ -]?(?P<d>\d{{1,2}}),?[ -]?{year}",
        rf"\b{name} {{1,2}}(?P<d>\d{{1,2}}) \d\d:\d\d:\d\d (?:[A-Z]{{2,4}}|[+-]\d{{4}}) {year}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _worded(field: str, language: Language) -> Stamp | None:
    values = [m.value for m in mentions(Scan(field, language), None) if m.type in ("DATE", "TIME")]
    stamps = [s for s in map(_stamp, values) if s is not None and s.value is not None]
    days = [s for s in stamps if s.day]
    return next(iter(days or stamps), None)


@cache
def _patterns(grammar: DateGrammar) -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """How addresses write days and months, the surest first."""
    names = "|".join(sorted(grammar.months, key=len, reverse=True))
    days = (
        re.compile(_Y + r"/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?=[/\-_?.]|$)"),
        re.compile(_Y + r"-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
        re.compile(_Y + rf"[/-](?P<n>{names})[/-](?P<d>\d{{1,2}})(?!\d)", re.IGNORECASE),
        re.compile(_Y + r"/(?P<m>\d\d)-?(?P<d>\d\d)(?=[/\-_])"),
        re.compile(r"[/_-]" + _Y + r"(?P<m>\d\d)(?P<d>\d\d)(?=[/_.\-?]|$)"),
    )
    months = (
        re.compile(_Y + r"/(?P<m>0[1-9]|1[0-2])(?=/|$)"),
        re.compile(_Y + rf"/(?P<n>{names})(?=/|$)", re.IGNORECASE),
    )
    return days, months


def read_url(url: str, language: Language) -> Stamp | None:
    """The date in the path of an address ("/2017/jun/5/", "-20170605"), to the day or to the month."""
    grammar = language.grammar(DateGrammar)
    days, months = _patterns(grammar)
    path = re.sub(r"^\w+://[^/]*", "", url[:2000])
    for match in (m for pattern in days for m in pattern.finditer(path)):
        day = calendars.make_day(int(match["y"]), _month(match, grammar), int(match["d"]))
        if day is not None:
            return Stamp(day, day, day.isoformat())
    found = next((m for pattern in months if (m := pattern.search(path))), None)
    return _stamp(f"{found['y']}-{_month(found, grammar):02d}") if found else None


def _month(match: re.Match[str], grammar: DateGrammar) -> int:
    groups = match.groupdict()
    return int(groups["m"]) if groups.get("m") else grammar.months[groups["n"].lower()]
