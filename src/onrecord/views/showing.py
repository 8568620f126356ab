"""What an archive holds, as rows: its stories, or the statements of some of them, of speakers or articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord import store
from onrecord.queries import Queries
from onrecord.records import Filter, Statement, schema
from onrecord.records.schema import Row
from onrecord.views.kinds import rows

# Statements read at once, so that an archive of any size is shown in little memory.
_BATCH = 500


def shown(
    queries: Queries,
    *,
    story: str | None = None,
    speaker: str | None = None,
    article: str | None = None,
) -> Iterator[Row]:
    """Rows of the table ``statements`` of what is named by id or words; of ``stories`` when nothing is."""
    if story is speaker is article is None:
        yield from (schema.row(s) for s in queries.stories())
        return
    asked = Filter(speaker=speaker)
    for found in _in_articles(queries, article, asked) if article is not None else [asked]:
        for one in _in_stories(queries, story, found) if story is not None else [found]:
            yield from _statements(queries, one)


def _in_articles(queries: Queries, told: str, asked: Filter) -> list[Filter]:
    return [replace(asked, article=a.id) for a in queries.articles_called(told)]


def _in_stories(queries: Queries, told: str, asked: Filter) -> list[Filter]:
    words = told.casefold().split()
    with queries.database.reading() as connection:
        called = store.listing.stories_as_called(connection)
    return [
        replace(asked, story=key)
        for key, title in called
        if key == told or (words and all(word in title.casefold() for word in words))
    ]


def _statements(queries: Queries, asked: Filter) -> Iterator[Row]:
    after: Statement | str = ""
    while found := queries.page_of_statements(asked, after=after, limit=_BATCH):
        yield from rows(queries, "statements", found)
        after = found[-1]
