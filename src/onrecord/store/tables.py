"""Records in and out of the archive's tables; callers hold the transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Conflict,
    Dating,
    LocalSpeaker,
    Name,
    Origin,
    Position,
    Speaker,
    Statement,
    Story,
    TimelineEntry,
    Timex,
    Utterance,
)
from onrecord.store.codec import dumps, loads, plain, revive

# What comes from comparing articles, by table name. Order is the order of the pipeline.
DERIVED: Mapping[str, type] = {
    "speakers": Speaker,
    "stories": Story,
    "utterances": Utterance,
    "origins": Origin,
    "conflicts": Conflict,
    "positions": Position,
    "timeline": TimelineEntry,
}

STDIN = "<stdin>"

D = TypeVar("D", Speaker, Story, Utterance, Origin, Conflict, Position, TimelineEntry)


@dataclass(frozen=True, slots=True)
class Stored:
    """What a write changed: articles that are new, replaced an older text, or were there already."""

    added: int = 0
    updated: int = 0
    known: int = 0

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.added + other.added, self.updated + other.updated, self.known + other.known)


def put_article(connection: sqlite3.Connection, item: AnnotatedArticle) -> Stored:
    """Add one article, or replace it and what was read off it.

    The same text is one article however often it is read; a file that changed since its last reading
    replaces its older text.
    """
    article = item.article
    known = connection.execute("SELECT 1 FROM articles WHERE id = ?", (article.id,)).fetchone() is not None
    outdated = 0
    if article.path != STDIN:
        outdated = connection.execute(
            "DELETE FROM articles WHERE path = ? AND item = ? AND id <> ?",
            (article.path, article.item, article.id),
        ).rowcount
    connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
    connection.execute(
        "INSERT INTO articles (id, path, item, outlet, title, text, earliest, latest, own_dating, record,"
        " annotations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article.id,
            article.path,
            article.item,
            article.outlet,
            article.title,
            article.text,
            article.published.earliest,
            article.published.latest,
            dumps(article.published),
            dumps(replace(article, text="")),
            json.dumps(_annotations(item), ensure_ascii=False, separators=(",", ":")),
        ),
    )
    _put_statements(connection, item)
    return Stored(known=1) if known else Stored(updated=1) if outdated else Stored(added=1)


def redate(connection: sqlite3.Connection, item: AnnotatedArticle, *, by_neighbours: bool) -> None:
    """Replace an article's dating and what was resolved against it; its own dating stays beside.

    ``by_neighbours`` says whose dating this is: that of its story's other articles, or its own again.
    """
    article = item.article
    connection.execute(
        "UPDATE articles SET redated = ?, earliest = ?, latest = ?, record = ?, annotations = ? WHERE id = ?",
        (
            int(by_neighbours),
            article.published.earliest,
            article.published.latest,
            dumps(replace(article, text="")),
            json.dumps(_annotations(item), ensure_ascii=False, separators=(",", ":")),
            article.id,
        ),
    )
    put_statements(connection, item)


def put_statements(connection: sqlite3.Connection, item: AnnotatedArticle) -> None:
    """Replace the statements of one article (their speakers or dates became known)."""
    connection.execute("DELETE FROM statements WHERE article_id = ?", (item.article.id,))
    _put_statements(connection, item)


def replace_derived(connection: sqlite3.Connection, kind: str, records: Iterable[object]) -> None:
    """Replace every record of one derived table."""
    connection.execute("DELETE FROM derived WHERE kind = ?", (kind,))
    connection.executemany(
        "INSERT INTO derived (kind, id, position, record) VALUES (?, ?, ?, ?)",
        ((kind, getattr(record, "id"), n, dumps(record)) for n, record in enumerate(records)),  # noqa: B009
    )


def load_articles(connection: sqlite3.Connection) -> Iterator[AnnotatedArticle]:
    """Every article with what was read off it, by id."""
    statements: dict[str, list[Statement]] = {}
    for article_id, record in connection.execute("SELECT article_id, record FROM statements ORDER BY n"):
        statements.setdefault(article_id, []).append(loads(Statement, record))
    rows = connection.execute("SELECT id, text, record, annotations FROM articles ORDER BY id")
    for article_id, text, record, found_json in rows:
        found = json.loads(found_json)
        yield AnnotatedArticle(
            article=replace(loads(Article, record), text=text),
            timexes=tuple(revive(Timex, x) for x in found["timexes"]),
            names=tuple(revive(Name, x) for x in found["names"]),
            statements=tuple(statements.get(article_id, ())),
            speakers=tuple(revive(LocalSpeaker, x) for x in found["speakers"]),
        )


def load_own_datings(connection: sqlite3.Connection) -> dict[str, Dating]:
    """Article id -> the dating by its own evidence, for the articles that their neighbours dated."""
    rows = connection.execute("SELECT id, own_dating FROM articles WHERE redated")
    return {article_id: loads(Dating, own) for article_id, own in rows}


def load_derived(connection: sqlite3.Connection, name: str, kind: type[D]) -> tuple[D, ...]:
    """Every record of one derived table, in the order of the pipeline's output."""
    rows = connection.execute("SELECT record FROM derived WHERE kind = ? ORDER BY position", (name,))
    return tuple(loads(kind, record) for (record,) in rows)


def _annotations(item: AnnotatedArticle) -> dict[str, object]:
    return {"timexes": plain(item.timexes), "names": plain(item.names), "speakers": plain(item.speakers)}


def _put_statements(connection: sqlite3.Connection, item: AnnotatedArticle) -> None:
    text = item.article.text
    connection.executemany(
        # An equal id is an equal statement: a tagger that finds it twice adds nothing.
        "INSERT OR IGNORE INTO statements"
        " (id, article_id, speaker_id, speaker, content, earliest, latest, record)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                s.id,
                s.article_id,
                s.speaker_id,
                s.speaker or s.source_text,
                s.content_text(text),
                s.said.earliest,
                s.said.latest,
                dumps(s),
            )
            for s in item.statements
        ),
    )
