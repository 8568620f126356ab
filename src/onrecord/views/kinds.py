"""The kinds of records that can be asked for by name, what each can be filtered by, and pages of their rows.

Rows are those of the tables: a kind that gets a table is here, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from onrecord import store
from onrecord.queries import Queries
from onrecord.records import (
    OF_STORYLINE,
    AnnotatedArticle,
    Article,
    Conflict,
    Corpus,
    Filter,
    Relation,
    Speaker,
    Statement,
    TimelineEntry,
    Voice,
    schema,
)
from onrecord.records.schema import Row
from onrecord.reports.tables import TABLES

# Time expressions have no ids: they are asked for with their article.
WITHOUT_IDS = ("timexes",)
# Parameter -> the field of a record that it is equal to.
FIELDS: Mapping[str, str] = {
    "speaker": "speaker_id",
    "article": "article_id",
    "kind": "kind",
    "level": "level",
    "clock": "clock",
}
# Kinds that a whole ``Filter`` narrows.
FILTERED = ("statements", "articles")
_OF_FILTER = tuple(f.name for f in fields(Filter))


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of one kind; ``after``: where to go on from, None at the end."""

    rows: tuple[Row, ...]
    after: str | None
    perhaps: int | None = None


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of records.

    ``listed``: the type of the rows of a page where that is not the record's own. ``parameters``: what a page
    can be filtered by.
    """

    name: str
    record: type
    parameters: tuple[str, ...]
    listed: type | None = None

    @property
    def row_schema(self) -> dict[str, Any]:
        """One record in JSON Schema."""
        return TABLES[self.name].json_schema

    @property
    def page_schema(self) -> dict[str, Any]:
        """One row of a page in JSON Schema."""
        return self.row_schema if self.listed is None else schema.json_schema(self.listed)


def page(
    queries: Queries, kind: RecordKind, asked: Mapping[str, Any], *, after: str = "", limit: int = 50
) -> Page:
    """The first ``limit`` rows of a kind behind ``after``, of those that ``asked`` asks for."""
    found = _records(queries, kind, asked, after=after, limit=limit + 1)
    more, shown = len(found) > limit, [record for _, record in found[:limit]]
    perhaps = None
    if kind.name in FILTERED and any(key.endswith(("_since", "_until")) for key in asked):
        count = queries.perhaps if kind.name == "statements" else queries.articles_perhaps
        perhaps = count(Filter(**asked))
    told = tuple(schema.row(r) for r in shown) if kind.listed else tuple(rows(queries, kind.name, shown))
    return Page(told, found[limit - 1][0] if more else None, perhaps)


def one(queries: Queries, kind: RecordKind, record_id: str) -> Row | None:
    """The row of one record; None when there is none of that id."""
    found = _record(queries, kind, record_id)
    return None if found is None else next(rows(queries, kind.name, [found]))


def rows(queries: Queries, name: str, records: Sequence[Any]) -> Iterator[Row]:
    """Records of one kind as the table of that name shows them, with the words and outlets beside."""
    if TABLES[name].beside is None:
        return rows_with(name, records, {})
    return rows_with(
        name, records, queries.told_of(key for record in records for key in _articles_of(record))
    )


def rows_with(name: str, records: Sequence[Any], articles: Mapping[str, Article]) -> Iterator[Row]:
    """The same, where the articles that they stand in are at hand."""
    table = TABLES[name]
    if table.beside is None:
        return (table.row(record) for record in records)
    tell = table.beside(_corpus(tuple(articles.values())))
    return (table.row(record, tell(record)) for record in records)


def _articles_of(record: object) -> tuple[str, ...]:
    if isinstance(record, Conflict | Relation):
        return record.a.article_id, record.b.article_id
    return (record.article_id,) if isinstance(record, Statement | TimelineEntry) else ()


def _corpus(articles: tuple[Article, ...]) -> Corpus:
    return Corpus(tuple(AnnotatedArticle(a) for a in articles))


def _records(
    queries: Queries, kind: RecordKind, asked: Mapping[str, Any], *, after: str, limit: int
) -> Sequence[tuple[str, Any]]:
    """Records, each with its position among all, for the cursor."""
    if kind.name == "statements":
        said = queries.statements_behind(after, Filter(**asked), limit=limit)
        return [(store.pages.place(s), s) for s in said]
    if kind.name == "articles":
        return [(a.id, a) for a in queries.page_of_articles(Filter(**asked), after=after, limit=limit)]
    if kind.name == "speakers":
        voices = queries.page_of_voices(name=asked.get("words"), after=after, limit=limit)
        return [(v.id, v) for v in voices]
    owner, equal = _ownership(queries, kind, asked)
    equal |= {FIELDS[key]: value for key, value in asked.items() if key in FIELDS}
    return queries.page_of(kind.name, kind.record, owner=owner, equal=equal, after=after, limit=limit)


def _ownership(
    queries: Queries, kind: RecordKind, asked: Mapping[str, Any]
) -> tuple[str | None, dict[str, str]]:
    """Whose records are asked for, and what they must say of their story."""
    story, line = asked.get("story"), asked.get("storyline")
    known = {f.name for f in fields(kind.record)}
    equal = {"storyline_id": line} if line is not None and "storyline_id" in known else {}
    if kind.name not in OF_STORYLINE:
        return story, equal
    if story is None:
        return line, {}
    equal = {"story_id": story} if "story_id" in known else {}
    of_story = queries.group_of(story) or ""
    return (of_story if line in (None, of_story) else ""), equal


def _record(queries: Queries, kind: RecordKind, record_id: str) -> object | None:
    if kind.name == "statements":
        return next(iter(queries.statements_by_id([record_id])), None)
    if kind.name == "articles":
        return queries.bare_articles([record_id]).get(record_id)
    if kind.name == "speakers":
        return queries.speaker_record(record_id)
    found: object | None = queries.record(kind.name, kind.record, record_id)
    return found


def _derived(name: str, record: type) -> RecordKind:
    known = {f.name for f in fields(record)}
    allowed = ["story"] if name != "stories" else []
    allowed += ["storyline"] if name in OF_STORYLINE or "storyline_id" in known else []
    return RecordKind(name, record, (*allowed, *(key for key, field in FIELDS.items() if field in known)))


def _kinds() -> Iterator[RecordKind]:
    for name, table in TABLES.items():
        if name in FILTERED:
            yield RecordKind(name, table.record, _OF_FILTER)
        elif name == "speakers":
            yield RecordKind(name, Speaker, ("words",), Voice)
        elif name not in WITHOUT_IDS:
            yield _derived(name, table.record)


KINDS: Mapping[str, RecordKind] = {kind.name: kind for kind in _kinds()}
