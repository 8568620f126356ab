"""What is asked of an archive, and what it found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.records.alone import Kind, Mode, Stance


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements or articles are asked for; what is None is not asked.

    ``words``: all must occur, "…" for a phrase. ``speaker``: an id, or words of the name. Days are ISO:
    ``said_*`` bounds when it was said, ``published_*`` when its article appeared; what may lie outside, or
    has no day, is left out. ``claim``: id of an utterance. ``confidence``: at least so much.
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


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that what was found can be narrowed to: how often it occurs, and what to call it."""

    value: str
    count: int
    name: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a search found: ids of statements, best first, and how all that matches divides.

    ``total`` statements match, counted up to a bound: ``complete`` tells whether it was not reached.
    ``perhaps``: how many more may match, where days are asked for and theirs are unknown or too wide.
    """

    statement_ids: tuple[str, ...]
    total: int
    complete: bool
    perhaps: int
    facets: Mapping[str, tuple[Facet, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Voice:
    """Someone who says something: how many statements, in how many articles, from which to which day."""

    id: str
    name: str
    statements: int
    articles: int
    first: str | None
    last: str | None


def check_day(day: str | None) -> None:
    """Whether ``day`` is a day as ISO 8601 writes it, or None.

    Raises:
        ValueError: it is neither.
    """
    if day is not None and (len(day) != len("2031-03-04") or not _is_day(day)):
        raise ValueError(f"{day!r} is no day; write it as 2031-03-04")


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
