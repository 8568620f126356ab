"""Which entries of a timeline to read first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from onrecord.records import TimelineEntry

# A date that is still told of after a week is what a chronicle keeps. Swept on the shared topics of
# Timeline17 (date F1): articles alone 0.687, days on which it is mentioned 0.711, articles plus three
# times the later mentions 0.715 (factors 1 to 5 lie within 0.01). Rerun: evals/timelines.py.
_LATER_DAYS: Final = 7
_LATER_FACTOR: Final = 3.0
# Dates that a reader is shown first: a screenful.
KEY_DATES: Final = 12
KEY_PUBLISHED: Final = 6


def select(entries: Sequence[TimelineEntry], count: int) -> tuple[TimelineEntry, ...]:
    """One entry for each of the ``count`` dates that matter most, in the order of ``entries``.

    A date matters by how many articles mention it and by how often it is still mentioned more than a week
    later; of its entries the heaviest stands for it. When there are fewer dates than ``count``, the
    heaviest of the other entries fill up.
    """
    scores = date_scores(entries)
    dates = sorted(scores, key=lambda d: (-scores[d], d))[:count]
    best: dict[str, TimelineEntry] = {}
    for entry in entries:
        held = best.get(entry.date)
        if held is None or (-entry.weight, entry.id) < (-held.weight, held.id):
            best[entry.date] = entry
    chosen = {best[d].id for d in dates}
    rest = sorted((e for e in entries if e.id not in chosen), key=lambda e: (-e.weight, e.date, e.id))
    chosen |= {e.id for e in rest[: max(0, count - len(chosen))]}
    return tuple(e for e in entries if e.id in chosen)


def mark_selected(entries: Sequence[TimelineEntry]) -> tuple[TimelineEntry, ...]:
    """``entries`` with ``selected`` set on those to read first; days of publication are chosen apart.

    What more articles tell and what stands in more central sentences comes first (``weight``), then what
    stands on a date that more articles name, whatever of it they tell. One entry is chosen a date and clock.
    """
    articles = {a for e in entries for a in _articles(e)}
    told = [e for e in entries if e.clock != "published"]
    naming: dict[str, set[str]] = defaultdict(set)
    for entry in told:
        naming[entry.date].update(_articles(entry))

    def rank(entry: TimelineEntry) -> tuple[float, str, str]:
        return -entry.weight - len(naming[entry.date]) / len(articles), entry.date, entry.id

    published = [e for e in entries if e.clock == "published"]
    chosen = {e.id for e in (*_first(told, KEY_DATES, rank), *_first(published, KEY_PUBLISHED, rank))}
    return tuple(replace(e, selected=e.id in chosen) for e in entries)


def _first(
    entries: Sequence[TimelineEntry], count: int, rank: Callable[[TimelineEntry], tuple[float, str, str]]
) -> Sequence[TimelineEntry]:
    """All of few entries; of many the ``count`` first by rank, one a date and clock."""
    if len(entries) <= count:
        return entries
    best = {(e.clock, e.date): e for e in sorted(entries, key=rank, reverse=True)}
    return sorted(best.values(), key=rank)[:count]


def date_scores(entries: Sequence[TimelineEntry]) -> dict[str, float]:
    """EDTF date -> how much it matters: articles that mention it, plus mentions more than a week later."""
    published = {e.article_id: e.latest for e in entries if e.clock == "published"}
    articles: dict[str, set[str]] = defaultdict(set)
    later: dict[str, int] = defaultdict(int)
    for entry in entries:
        mentioned = articles[entry.date]
        if entry.clock == "published":
            continue
        for article_id in _articles(entry):
            mentioned.add(article_id)
            later[entry.date] += _is_later(published.get(article_id), entry.latest)
    return {d: len(found) + _LATER_FACTOR * later[d] for d, found in articles.items()}


def _articles(entry: TimelineEntry) -> Iterator[str]:
    yield entry.article_id
    for place in entry.witnesses:
        yield place.article_id


def _is_later(published: str | None, day: str | None) -> bool:
    if published is None or day is None:
        return False
    return (date.fromisoformat(published) - date.fromisoformat(day)).days > _LATER_DAYS
