"""The table of contents: every stage, in order.

    bytes -> RawDocument -> Article -> Timex, Statement, LocalSpeaker      annotate(): one article at a time
    AnnotatedArticle* -> Story, Speaker, Utterance, Origin, Conflict,      relate(): articles compared
                         Position, TimelineEntry

``annotate`` streams and needs nothing but the article: it runs by shard. ``relate`` compares articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice

from onrecord import (
    articles,
    conflicts,
    dates,
    origins,
    positions,
    speakers,
    statements,
    stories,
    timelines,
    utterances,
)
from onrecord.errors import ItemError
from onrecord.records import (
    AnnotatedArticle,
    Article,
    Conflict,
    Origin,
    Position,
    RawDocument,
    Reading,
    Skipped,
    Speaker,
    Story,
    TimelineEntry,
    Utterance,
)
from onrecord.stopwatch import Stopwatch

# Articles a tagger sees at once: enough to fill its batches, few enough to show progress.
BATCH = 16


@dataclass(frozen=True, slots=True)
class Related:
    """What comparing articles gives; ``redated`` are the articles that their neighbours dated."""

    articles: tuple[AnnotatedArticle, ...]
    speakers: tuple[Speaker, ...]
    stories: tuple[Story, ...]
    utterances: tuple[Utterance, ...]
    origins: tuple[Origin, ...]
    conflicts: tuple[Conflict, ...]
    positions: tuple[Position, ...]
    timeline: tuple[TimelineEntry, ...]
    redated: frozenset[str] = frozenset()


# ------------------------------------------------------------------ one article at a time


def annotate(
    raws: Iterable[RawDocument],
    tagger: statements.Tagger,
    *,
    on_skip: Callable[[Skipped], None],
    watch: Stopwatch | None = None,
) -> Iterator[AnnotatedArticle]:
    """Everything that can be read off each article alone; a failing item is skipped, named and counted."""
    watch = watch or Stopwatch()
    remaining = iter(raws)
    while batch := list(islice(remaining, BATCH)):
        cleaned = []
        for raw in batch:
            try:
                with watch.time("articles"):
                    cleaned.append(articles.clean(raw))
            except ItemError as error:
                on_skip(Skipped(error.where, error.reason, type(error).__name__))
        with watch.time("dates"):
            dated = [replace(a, published=dates.publish(a)) for a in cleaned]
        with watch.time("statements"):
            readings = tagger.read(dated)
        for article, reading in zip(dated, readings, strict=True):
            yield _annotate_one(article, reading, watch)


def _annotate_one(article: Article, reading: Reading, watch: Stopwatch) -> AnnotatedArticle:
    with watch.time("dates"):
        timexes = dates.find(article)
    with watch.time("statements"):
        found = statements.assemble(article, reading)
    with watch.time("dates"):
        found = dates.say(article, timexes, found)
    with watch.time("speakers"):
        local = speakers.resolve(article, found, reading.names)
    return AnnotatedArticle(article, timexes, reading.names, found, local)


# ------------------------------------------------------------------ articles compared


def relate(items: Sequence[AnnotatedArticle], *, watch: Stopwatch | None = None) -> Related:
    """Everything that comes from comparing articles. The result does not depend on their order.

    Each item's dating must be that of its own evidence: neighbours are asked anew.
    """
    watch = watch or Stopwatch()
    items = sorted(items, key=lambda i: i.article.id)
    with watch.time("stories"):
        found_stories = stories.group(items)
    with watch.time("dates"):
        by_id = _date_by_neighbours(found_stories, {i.article.id: i for i in items})
    redated = frozenset(i.article.id for i in items if by_id[i.article.id] is not i)
    with watch.time("speakers"):
        found_speakers, who = speakers.join(s for i in by_id.values() for s in i.speakers)
        named = {s.id: s for s in found_speakers}
        by_id = {key: _name_speakers(item, who, named) for key, item in by_id.items()}
    told: list[Utterance] = []
    roots: list[Origin] = []
    clashes: list[Conflict] = []
    times: list[TimelineEntry] = []
    for story in found_stories:
        with watch.time("utterances"):
            aligned = utterances.align(story, by_id, named)
        with watch.time("origins"):
            roots.extend(origins.trace(story, by_id, aligned, named))
        with watch.time("conflicts"):
            clashes.extend(conflicts.find(story, by_id, aligned, named))
        with watch.time("timelines"):
            times.extend(timelines.build(story, by_id))
        told.extend(aligned)
    with watch.time("positions"):
        held = _trace_positions(found_stories, by_id, told, named)
    return Related(
        articles=tuple(by_id.values()),
        speakers=found_speakers,
        stories=found_stories,
        utterances=tuple(told),
        origins=tuple(roots),
        conflicts=tuple(clashes),
        positions=tuple(held),
        timeline=tuple(times),
        redated=redated,
    )


def _date_by_neighbours(
    found: Sequence[Story], items: dict[str, AnnotatedArticle]
) -> dict[str, AnnotatedArticle]:
    """Undated articles get what the dated ones of their story allow; their times are resolved again."""
    for story in found:
        members = [items[a].article for a in story.article_ids]
        for article in members:
            if article.published.day is not None:
                continue
            dating = dates.publish_from_neighbours(article, [m for m in members if m is not article])
            if dating != article.published:
                items[article.id] = redate(items[article.id], replace(article, published=dating))
    return items


def redate(item: AnnotatedArticle, article: Article) -> AnnotatedArticle:
    """``item`` with ``article``'s dating, and its time expressions resolved against that."""
    timexes = dates.find(article)
    return replace(
        item, article=article, timexes=timexes, statements=dates.say(article, timexes, item.statements)
    )


def _name_speakers(
    item: AnnotatedArticle, who: dict[str, str], named: dict[str, Speaker]
) -> AnnotatedArticle:
    """Give each statement the speaker its source was joined to; where there is none, none."""
    owner = {sid: who[local.id] for local in item.speakers if local.id in who for sid in local.statement_ids}
    return replace(
        item,
        statements=tuple(
            replace(s, speaker_id=owner.get(s.id), speaker=named[owner[s.id]].name if s.id in owner else None)
            for s in item.statements
        ),
    )


def _trace_positions(
    found: Sequence[Story],
    items: dict[str, AnnotatedArticle],
    told: Sequence[Utterance],
    named: dict[str, Speaker],
) -> Iterator[Position]:
    """Positions, a storyline at a time."""

    def line(story: Story) -> str:
        return story.storyline_id

    for storyline, members in groupby(sorted(found, key=line), key=line):
        _ = storyline
        chapter = tuple(members)
        ids = {s.id for s in chapter}
        yield from positions.trace(chapter, items, [u for u in told if u.story_id in ids], named)
