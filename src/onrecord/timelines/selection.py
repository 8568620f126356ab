"""Which entries of a timeline to read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.records import TimelineEntry

Rank = tuple[float, str, str]

# A date that is still told of after so many days is what a chronicle keeps; each article that does so counts
# so many times more. Date F1 on Timeline17 (``evals/timelines.py``): 68.7 at none, 69.2, 69.7, 69.3 at one,
# two and three, 68.1 at five.
_LATER_DAYS: Final = 7
_LATER: Final = 2
# Dates that a reader is shown first: a screenful.
KEY_DATES: Final = 12
KEY_PUBLISHED: Final = 6


def mark_selected(entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """``entries`` with ``selected`` set on those to read first; days of publication are chosen apart."""
    told, published = _apart(entries)
    rank = _ranking(entries)
    chosen = {e.id for e in (*_first(told, KEY_DATES, rank), *_first(published, KEY_PUBLISHED, rank))}
    return tuple(replace(e, selected=e.id in chosen) for e in entries)


def first(entries: Sequence[TimelineEntry], count: int) -> list[TimelineEntry]:
    """The ``count`` dates to read first, days of publication aside, one entry each, the first one first."""
    told, _ = _apart(entries)
    return _first(told, count, _ranking(entries))


def _apart(entries: Sequence[TimelineEntry]) -> tuple[list[TimelineEntry], list[TimelineEntry]]:
    """What articles tell, and when they were published."""
    told = [e for e in entries if e.clock != "published"]
    return told, [e for e in entries if e.clock == "published"]


def _ranking(entries: Sequence[TimelineEntry]) -> Callable[[TimelineEntry], Rank]:
    """What comes first: what more articles tell, in more central sentences (``weight``).

    Then what stands on a date that more articles name, whatever of it they tell, and that was told of at the
    time and is told of later still: a year long past that one article names in passing is background.
    """
    told, published = _apart(entries)
    appeared = {a: e.latest for e in published for a in _articles(e)}
    naming, timely, later = (defaultdict[str, set[str]](set) for _ in range(3))
    for entry in told:
        for article in _articles(entry):
            naming[entry.date].add(article)
            if (after := _days_after(appeared.get(article), entry.latest)) is not None:
                (later if after > _LATER_DAYS else timely)[entry.date].add(article)
    articles = {a for e in entries for a in _articles(e)}

    def rank(entry: TimelineEntry) -> Rank:
        still = len(later[entry.date]) if timely[entry.date] else 0
        return (
            -entry.weight - (len(naming[entry.date]) + _LATER * still) / len(articles),
            entry.date,
            entry.id,
        )

    return rank


def _first(
    entries: Sequence[TimelineEntry], count: int, rank: Callable[[TimelineEntry], Rank]
) -> list[TimelineEntry]:
    """All of few entries; of many the ``count`` first by rank, one a date and clock."""
    if len(entries) <= count:
        return sorted(entries, key=rank)
    best = {(e.clock, e.date): e for e in sorted(entries, key=rank, reverse=True)}
    return sorted(best.values(), key=rank)[:count]


def _articles(entry: TimelineEntry) -> Iterator[str]:
    yield entry.article_id
    for place in entry.witnesses:
        yield place.article_id


def _days_after(published: str | None, day: str | None) -> int | None:
    """How many days after a day that it tells of an article appeared; None where one is not known."""
    if published is None or day is None:
        return None
    return (date.fromisoformat(published) - date.fromisoformat(day)).days
