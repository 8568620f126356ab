"""What is asked of an archive, and what it found."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import get_args

from onrecord.records.alone import Kind, Mode, Stance

_ONE_OF = {"kind": get_args(Kind), "mode": get_args(Mode), "stance": get_args(Stance)}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements or articles to find; a field that is None does not restrict anything.

    ``words``: all must occur, in any of their forms (rent, rents); put a phrase in "…" to find it as written.
    ``speaker``: an id, or the beginnings of words of the name. ``said_*`` bounds the time of saying,
    ``published_*`` that of publication, each by a day, month or year (2031-03-04, 2031-03, 2031), all of it
    included; statements that may lie outside, or have no day, are left out. ``claim``: id of an utterance.
    ``confidence``: the least value. For articles: those with at least one such statement.
    """

    words: str | None = None
    speaker: str | None = None
    outlet: str | None = None
    article: str | None = None
    story: str | None = None
    storyline: str | None = None
    claim: str | None = None
    kind: Kind | None = None
    mode: Mode | None = None
    stance: Stance | None = None
    said_since: str | None = None
    said_until: str | None = None
    published_since: str | None = None
    published_until: str | None = None
    confidence: float | None = None

    def __repr__(self) -> str:
        """Only the fields that are set: ``Filter(outlet='Vantry Courier')``."""
        asked = ((f.name, getattr(self, f.name)) for f in fields(self))
        return f"Filter({', '.join(f'{name}={value!r}' for name, value in asked if value is not None)})"

    def check(self) -> None:
        """Raise if a value does not exist, a day is not in the calendar, or a bound lies after its end.

        Raises:
            ValueError: which value, and what it may be.
        """
        for name, values in _ONE_OF.items():
            value = getattr(self, name)
            if value not in (None, *values):
                raise ValueError(f"{name} is {value!r}, not one of {', '.join(values)}")
        check_days(self.said_since, self.said_until)
        check_days(self.published_since, self.published_until)


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which results can be narrowed: how often it occurs, and the name to show for it."""

    value: str
    count: int
    name: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: ids of statements, best first, and facets over all matches.

    ``total`` is the number of matches, counted up to a bound; ``complete``: whether the bound was not
    reached. ``perhaps``: how many more may match, because the filter asks for days and theirs is unknown or
    too wide.
    """

    statement_ids: tuple[str, ...]
    total: int
    complete: bool
    perhaps: int
    facets: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with the number of statements, the number of articles, and the first and last day."""

    id: str
    name: str
    statements: int
    articles: int
    first: str | None
    last: str | None


_PERIOD = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def bounds(period: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year as ISO 8601 writes it.

    Raises:
        ValueError: ``period`` is not one.
    """
    found = _PERIOD.fullmatch(period)
    if found is None or not period.isascii():
        raise ValueError(f"{period!r} is not a day, month or year; write it as 2031-03-04, 2031-03 or 2031")
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        first = dt.date(year or 0, 1 if month is None else month, 1 if day is None else day)
        ends = 12 if month is None else month
        last = dt.date(first.year, ends, calendar.monthrange(first.year, ends)[1]) if day is None else first
    except ValueError:
        raise ValueError(f"{period!r} is not a day of the calendar") from None
    return first.isoformat(), last.isoformat()


def check_days(since: str | None, until: str | None) -> None:
    """Whether there are days from the first of one period to the last of another; None is not asked.

    Raises:
        ValueError: one is no period, or the days end before they begin.
    """
    first, last = (None if period is None else bounds(period) for period in (since, until))
    if first and last and first[0] > last[1]:
        raise ValueError(f"{since} is after {until}: no day is asked for")
