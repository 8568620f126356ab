"""Compare what is new in an archive with what it holds, and leave alone what cannot have changed.

A story is looked at again when its articles, its storyline or the speakers of its statements changed; a
storyline when one of its stories did. The result equals that of comparing everything from the start.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord import pipeline, speakers, store, stories
from onrecord.records import (
    AnnotatedArticle,
    Conflict,
    Correction,
    Dating,
    Speaker,
    Story,
    TimelineEntry,
    Utterance,
)
from onrecord.stopwatch import Stopwatch

R = TypeVar("R")

OF_STORY = ("utterances", "origins", "conflicts", "timeline")
OF_STORYLINE = ("positions", "chronicle")


@dataclass(frozen=True, slots=True)
class Joined:
    """All speakers by id, whose chains they are, and the articles whose statements change hands or name."""

    named: Mapping[str, Speaker]
    who: Mapping[str, str]
    renamed: frozenset[str]


def compare_all(database: store.Database, corrections: Sequence[Correction], watch: Stopwatch) -> None:
    """Bring everything that comes from comparing articles up to date, in one transaction."""
    with database.transaction() as connection:
        before = {s.id: s for s in store.derived.load_derived(connection, "stories", Story)}
        with watch.time("stories"):
            now, fresh = _group(connection)
        with watch.time("speakers"):
            joined = _join(connection, corrections)
        named, touched = joined.named, fresh | joined.renamed
        changed = [s for s in now if not _same(s, before.get(s.id)) or not touched.isdisjoint(s.article_ids)]
        own = store.tables.load_own_datings(connection)
        dated = {s.id: _with_days_of(s, before[s.id]) for s in now if s.id in before}
        for story in changed:
            items = _members(connection, story, own, joined, watch)
            dated[story.id] = _dated(story, items)
            compared = pipeline.compare(dated[story.id], items, named, watch)
            with watch.time("store"):
                for name in OF_STORY:
                    store.derived.put_derived(connection, name, story.id, getattr(compared, name))
        now = tuple(dated[s.id] for s in now)
        _follow_storylines(connection, now, changed, named, watch)
        with watch.time("store"):
            store.derived.put_derived(connection, "stories", store.derived.WHOLE, now)
            store.derived.put_derived(connection, "speakers", store.derived.WHOLE, named.values())
            store.derived.drop_owners(connection, OF_STORY, {s.id for s in now})
            store.derived.drop_owners(connection, OF_STORYLINE, {s.storyline_id for s in now})
            store.derived.mark_compared(connection)


def _same(story: Story, before: Story | None) -> bool:
    return before is not None and (story.article_ids, story.storyline_id) == (
        before.article_ids,
        before.storyline_id,
    )


def _with_days_of(story: Story, other: Story) -> Story:
    return replace(story, first_published=other.first_published, last_published=other.last_published)


def _dated(story: Story, items: Mapping[str, AnnotatedArticle]) -> Story:
    """``story`` with its first and last day, those included that its articles dated each other to."""
    days = sorted(day for i in items.values() if (day := i.article.published.day) is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return replace(story, first_published=first, last_published=last)


def _group(connection: sqlite3.Connection) -> tuple[tuple[Story, ...], set[str]]:
    """All stories, and the ids of the articles that were placed just now."""
    known: list[stories.StoryKeys] = []
    waiting: list[stories.StoryKeys] = []
    for _, keys, compared in store.derived.load_story_keys(connection, stories.StoryKeys):
        (known if compared else waiting).append(keys)
    grouping = stories.Grouping(known, store.derived.load_matches(connection, stories.Match))
    for keys in waiting:
        store.derived.put_matches(connection, ((m.a, m.b, m) for m in grouping.add(keys)))
    return grouping.stories(), {keys.article_id for keys in waiting}


def _join(connection: sqlite3.Connection, corrections: Sequence[Correction]) -> Joined:
    """Join the chains of all articles anew: it reads no article, only their small local records."""
    chains = list(store.tables.load_local_speakers(connection))
    found, who = speakers.join(chains, corrections)
    named = {s.id: s for s in found}
    owner = {sid: who[c.id] for c in chains if c.id in who for sid in c.statement_ids}
    renamed = set()
    for statement_id, article_id, speaker_id, name in store.derived.statement_speakers(connection):
        now = owner.get(statement_id)
        if (speaker_id, name) != (now, named[now].name if now else None):
            renamed.add(article_id)
    return Joined(named, who, frozenset(renamed))


def _members(
    connection: sqlite3.Connection,
    story: Story,
    own: Mapping[str, Dating],
    joined: Joined,
    watch: Stopwatch,
) -> dict[str, AnnotatedArticle]:
    """A story's articles, dated by their neighbours and with their speakers; kept so in the archive."""
    with watch.time("store"):
        before = {i.article.id: i for i in store.tables.load_articles(connection, story.article_ids)}
    with watch.time("dates"):
        alone = {key: _by_own_evidence(item, own.get(key)) for key, item in before.items()}
        dated = pipeline.date_by_neighbours(story, alone)
    items = {key: pipeline.name_speakers(item, joined.who, joined.named) for key, item in dated.items()}
    with watch.time("store"):
        for key, item in items.items():
            if item.article.published != before[key].article.published:
                by_neighbours = dated[key] is not alone[key]
                store.tables.put_dating(connection, item, by_neighbours=by_neighbours)
            if item.statements != before[key].statements:
                store.tables.put_statements(connection, item)
    return items


def _by_own_evidence(item: AnnotatedArticle, dating: Dating | None) -> AnnotatedArticle:
    """``item`` as it was before its neighbours dated it."""
    return item if dating is None else pipeline.redate(item, replace(item.article, published=dating))


def _follow_storylines(
    connection: sqlite3.Connection,
    now: Sequence[Story],
    changed: Sequence[Story],
    named: Mapping[str, Speaker],
    watch: Stopwatch,
) -> None:
    """Positions and timeline of the storylines in which a story changed."""
    lines: defaultdict[str, list[Story]] = defaultdict(list)
    for story in now:
        lines[story.storyline_id].append(story)
    for storyline in sorted({s.storyline_id for s in changed}):
        told = _of_stories(connection, "utterances", Utterance, lines[storyline])
        ids = [a for story in lines[storyline] for a in story.article_ids]
        items = {i.article.id: i for i in store.tables.load_articles(connection, ids)}
        held = pipeline.trace_positions(lines[storyline], items, told, named, watch)
        store.derived.put_derived(connection, "positions", storyline, held)
        entries = _of_stories(connection, "timeline", TimelineEntry, lines[storyline])
        clashes = _of_stories(connection, "conflicts", Conflict, lines[storyline])
        line = pipeline.tell(lines[storyline], items, entries, clashes, watch)
        store.derived.put_derived(connection, "chronicle", storyline, line)


def _of_stories(connection: sqlite3.Connection, name: str, kind: type[R], line: Sequence[Story]) -> list[R]:
    """What one derived table holds for the stories of ``line``, story by story."""
    return [r for s in line for r in store.derived.load_derived(connection, name, kind, owner=s.id)]
