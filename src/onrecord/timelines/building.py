"""Timeline entries of a story: what was said, told of and published when, each with all its witnesses.

``said`` entries come from statements whose own words give a date, ``about`` entries from every other date
in the text, ``published`` entries from the articles. Entries of different articles are merged only when
clock and date are equal and their sentences share words; entries that differ in date stay apart.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Clock,
    Place,
    Span,
    Story,
    TimelineEntry,
    Timex,
    hull,
    stable_id,
)
from onrecord.text import View, Views
from onrecord.timelines.selection import mark_selected

# Content words that two sentences must share to tell of one thing, as a part of the shorter one.
_SHARED: Final = 0.3
_LEAST_SHARED: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
# Members of a cluster that a newcomer is compared with: enough to tell, and keeps popular dates linear.
_COMPARED: Final = 4
# Clusters of one date that a newcomer is looked for in: an article that names one year in each of a hundred
# thousand sentences would be compared with all of them for each.
_CLUSTERS: Final = 500
# A place's note is its sentence's own words, cut where no reader would read on.
_NOTE: Final = 280
# How far outside a statement's spans the words that date it may stand.
_NEAR: Final = 300
# Whole years and decades are background: a reader wants days first.
_GRAIN_WEIGHT: Final = {10: 1.0, 7: 0.7, 4: 0.5}


@dataclass(frozen=True, slots=True)
class _Item:
    """One dated place before merging; ``words``: the content words of its sentence."""

    clock: Clock
    date: str
    earliest: str | None
    latest: str | None
    place: Place
    words: frozenset[str]
    central: float
    statement_id: str | None = None
    time: str | None = None


def build(story: Story, articles: Mapping[str, AnnotatedArticle], views: Views) -> tuple[TimelineEntry, ...]:
    """All timeline entries of ``story``, by date, then clock, then place.

    Args:
        story: The articles that belong together.
        articles: Article id -> what was read off it; ids of the story that are missing are passed over.
        views: Article id -> its text.
    """
    items: list[_Item] = []
    for article_id in sorted(story.article_ids):
        annotated = articles.get(article_id)
        if annotated is not None:
            items.extend(_items(annotated, views[article_id]))
    groups: dict[tuple[str, str], list[list[_Item]]] = {}
    for item in items:
        _place(groups.setdefault((item.clock, item.date), []), item)
    total = max(1, len(story.article_ids))
    entries = [_entry(story, members, total) for clusters in groups.values() for members in clusters]
    return mark_selected(sorted(entries, key=in_order))


def in_order(entry: TimelineEntry) -> tuple[str, str, str, str, str, int]:
    """The sort key of a timeline: by date, then time of day, clock and place."""
    return entry.earliest or "", entry.date, entry.time or "", entry.clock, entry.article_id, entry.start


def _place(clusters: list[list[_Item]], item: _Item) -> None:
    """Add ``item`` to the first cluster that tells of the same, else open one."""
    for members in islice(clusters, _CLUSTERS):
        if any(_same(item, member) for member in members[:_COMPARED]):
            members.append(item)
            return
    clusters.append([item])


def _same(a: _Item, b: _Item) -> bool:
    if a.clock == "published" or (a.time and b.time and a.time != b.time):
        return False
    if a.place.article_id == b.place.article_id and a.place.start == b.place.start:
        return True
    shared = len(a.words & b.words)
    return shared >= _LEAST_SHARED and shared >= _SHARED * min(len(a.words), len(b.words))


def _entry(story: Story, members: list[_Item], total: int) -> TimelineEntry:
    first = members[0]
    outlets = len({m.place.article_id for m in members})
    grain = _GRAIN_WEIGHT.get(len(first.date), 0.4)
    return TimelineEntry(
        id=stable_id("time", story.id, first.clock, first.date, first.place.article_id, first.place.start),
        story_id=story.id,
        storyline_id=story.storyline_id,
        clock=first.clock,
        date=first.date,
        earliest=first.earliest,
        latest=first.latest,
        article_id=first.place.article_id,
        start=first.place.start,
        end=first.place.end,
        witnesses=tuple(m.place for m in members[1:]),
        statement_id=first.statement_id,
        weight=round(grain * (outlets / total + max(m.central for m in members)), 4),
        time=first.time,
    )


def _items(annotated: AnnotatedArticle, view: View) -> Iterator[_Item]:
    article = annotated.article
    published = _published(article)
    if published is not None:
        yield published
    said = list(_said(annotated))
    yield from said
    used = {(s.start, s.end) for s in _said_timexes(annotated)}
    for timex in annotated.timexes:
        dated = timex.edtf is not None and timex.type in ("DATE", "TIME")
        if dated and (timex.start, timex.end) not in used and _is_told(view, timex):
            yield _about(view, timex)


def _is_told(view: View, timex: Timex) -> bool:
    """Whether a date is part of the news: that of a date line or a dateline is the publication's."""
    block = view.block_at(timex.start)
    return block is None or block.kind not in ("furniture", "dateline")


def _published(article: Article) -> _Item | None:
    dating = article.published
    date = dating.edtf or _interval(dating.earliest, dating.latest)
    if date is None:
        return None
    span = article.dateline_span or (article.blocks[0].span if article.blocks else Span(0, 0))
    place = Place(article.id, span.start, span.end, dating.basis)
    return _Item("published", date, dating.earliest, dating.latest, place, frozenset(), 1.0)


def _interval(earliest: str | None, latest: str | None) -> str | None:
    """An EDTF interval, ``..`` for an open end; None when both are open."""
    return f"{earliest or '..'}/{latest or '..'}" if earliest or latest else None


def _said(annotated: AnnotatedArticle) -> Iterator[_Item]:
    article = annotated.article
    for statement in annotated.statements:
        if statement.said.edtf is None or not statement.content:
            continue
        span = hull([*statement.source, *statement.cue, *statement.content])
        place = Place(article.id, span.start, span.end, statement.said.basis)
        words = _words(statement.content_text(article.text))
        yield _Item(
            "said",
            statement.said.edtf,
            statement.said.earliest,
            statement.said.latest,
            place,
            words,
            _central(article, span.start),
            statement.id,
        )


def _said_timexes(annotated: AnnotatedArticle) -> Iterator[Timex]:
    """Time expressions that date a statement rather than what is told."""
    timexes = sorted(annotated.timexes, key=lambda t: t.start)
    starts = [t.start for t in timexes]
    for statement in annotated.statements:
        if statement.said.earliest is None:
            continue
        span = hull([*statement.source, *statement.cue, *statement.content])
        for timex in timexes[bisect_left(starts, span.start - _NEAR) : bisect_left(starts, span.end + _NEAR)]:
            inside = any(c.overlaps(timex.span) for c in statement.content)
            if not inside and timex.earliest == statement.said.earliest:
                yield timex


def _about(view: View, timex: Timex) -> _Item:
    sentence = view.sentence_at(timex.start)
    told = (sentence.span if sentence else timex.span).of(view.text)
    place = Place(view.article.id, timex.start, timex.end, told[:_NOTE])
    date, _, time = (timex.edtf or "").partition("T")
    central = _central(view.article, timex.start)
    return _Item("about", date, timex.earliest, timex.latest, place, _words(told), central, time=time or None)


def _central(article: Article, offset: int) -> float:
    """1 at the top of an article, falling towards its end: news puts what matters first."""
    return round(1.0 - offset / max(1, len(article.text)), 3)


def _words(text: str) -> frozenset[str]:
    return frozenset(w.lower() for w in _WORD.findall(text))
