"""A story's articles as they are compared: dated by their neighbours, their speakers named."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace

from onrecord import (
    pipeline,
    store,
)
from onrecord.comparison.joining import Joined, heard
from onrecord.comparison.recutting import given, rehomed
from onrecord.records import (
    AnnotatedArticle,
    Dating,
    Speaker,
    Story,
)
from onrecord.roster import parted
from onrecord.stopwatch import Stopwatch


def members(
    connection: sqlite3.Connection, story: Story, joined: Joined, watch: Stopwatch
) -> tuple[dict[str, AnnotatedArticle], dict[str, Speaker], bool]:
    """A story's articles, dated by their neighbours and with their speakers; kept so in the archive.

    Last whether any of this differs from what was kept.
    """
    with watch.time("store"):
        before = {i.article.id: i for i in store.tables.load_articles(connection, story.article_ids)}
        own = store.tables.load_own_datings(connection, story.article_ids)
    with watch.time("dates"):
        said = joined.told.amended.dates
        read = {key: pipeline.as_read(item) for key, item in before.items()}
        alone = {key: _by_own_evidence(item, own.get(key)) for key, item in read.items()}
        alone |= {key: pipeline.redate(alone[key], said[key]) for key in alone.keys() & said.keys()}
        dated = pipeline.date_by_neighbours(story, alone)
        dated = {key: pipeline.respan(item, given(item, joined.told.spans)) for key, item in dated.items()}
    with watch.time("identity"):
        chains = heard(dated, joined.told.speakers)
        who, named = joined.directory.owner(chains), joined.directory.speakers(chains)
        dated = {
            key: replace(
                item, speakers=tuple(parted(rehomed(item, joined.told.speakers), joined.told.speakers))
            )
            for key, item in dated.items()
        }
        items = {key: pipeline.name_speakers(item, who, named) for key, item in dated.items()}
    with watch.time("store"):
        for key, item in items.items():
            if item.article.published != before[key].article.published:
                by_neighbours = key in said or item.article is not alone[key].article
                store.tables.put_dating(connection, item, by_neighbours=by_neighbours)
            if item.statements != before[key].statements:
                store.tables.put_statements(connection, item)
    moved = any(
        item.article.published != before[key].article.published or item.statements != before[key].statements
        for key, item in items.items()
    )
    return items, named, moved


def _by_own_evidence(item: AnnotatedArticle, dating: Dating | None) -> AnnotatedArticle:
    """``item`` as it was before its neighbours dated it."""
    return item if dating is None else pipeline.redate(item, dating)


def dated(story: Story, items: Mapping[str, AnnotatedArticle]) -> Story:
    """``story`` with its first and last day, those included that its articles dated each other to."""
    days = sorted(day for i in items.values() if (day := i.article.published.day) is not None)
    first, last = (days[0], days[-1]) if days else (None, None)
    return replace(story, first_published=first, last_published=last)
