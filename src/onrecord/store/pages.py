"""Pages of records in the order of their ids; callers hold the transaction.

Ids are hashes and do not move: whoever asks for what follows the last id seen meets every record that is
there all the while exactly once, whatever is added meanwhile. Statements come article by article, and what
comes from comparing story by story, for these are kept together: a hundred statements are read from five
articles, where it took ninety-six.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, make_dataclass, replace
from itertools import islice
from typing import Any, TypeVar, get_type_hints

from onrecord.records import Article, Filter, Statement, Voice
from onrecord.store import filters, tables
from onrecord.store.codec import inflate, loads
from onrecord.store.derived import id_of, load_record
from onrecord.store.noting import Keyed

R = TypeVar("R")

_OWNERS_AT_ONCE = 20

_PACKED = Keyed("SELECT id, record, packed FROM articles WHERE id IN (SELECT value FROM json_each(?))")


def statements(connection: sqlite3.Connection, asked: Filter, after: str, limit: int) -> list[Statement]:
    """The first ``limit`` statements that ``asked`` asks for, of those behind the place ``after``."""
    where = filters.on_statements(connection, asked)
    article, _, statement = after.partition("/")
    rows = connection.execute(
        "SELECT id, article_id FROM statements WHERE (article_id, id) > (:after_article, :after_statement)"
        f" AND {where.sql} ORDER BY article_id, id LIMIT :most",
        where.values | {"after_article": article, "after_statement": statement, "most": limit},
    )
    return tables.told(connection, rows.fetchall())


def place(statement: Statement) -> str:
    """Where a statement stands among all, for whoever goes on from there, be it gone by then."""
    return f"{statement.article_id}/{statement.id}"


def place_of(connection: sqlite3.Connection, statement_id: str) -> str | None:
    """The same of one that is there; else None."""
    row = connection.execute("SELECT article_id FROM statements WHERE id = ?", (statement_id,)).fetchone()
    return None if row is None else f"{row[0]}/{statement_id}"


def article_ids(connection: sqlite3.Connection) -> Iterator[str]:
    """The ids of all articles."""
    return (str(key) for (key,) in connection.execute("SELECT id FROM articles ORDER BY id"))


def articles(connection: sqlite3.Connection, asked: Filter, after: str, limit: int) -> list[Article]:
    """The same of articles, without what was read off them."""
    where = filters.on_articles(connection, asked)
    rows = connection.execute(
        f"SELECT record, packed FROM articles WHERE id > :after AND {where.sql} ORDER BY id LIMIT :most",
        where.values | {"after": after, "most": limit},
    )
    return [replace(loads(Article, record), text=inflate(packed)) for record, packed in rows]


def articles_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Articles by id, without what was read off them."""
    found = _packed(connection, ids)
    return {key: replace(loads(Article, record), text=text) for key, record, text in found}


# What an article's record has of each of its lines.
_BY_LINE = ("text_map", "blocks", "parts")
_Head: Any = make_dataclass(
    "_Head", [(n, t) for n, t in get_type_hints(Article).items() if n not in (*_BY_LINE, "text")], slots=True
)


def told_of(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Article]:
    """Articles by id, without what is known of their lines where they have a title.

    To show some words and where they were published takes no more, and half the time.
    """
    found = {}
    for key, record, text in _packed(connection, ids):
        head = loads(_Head, record)
        if head.title:
            told: dict[str, Any] = {f.name: getattr(head, f.name) for f in fields(head)}
            found[key] = Article(text=text, text_map=(), blocks=(), parts=(), **told)
        else:
            found[key] = replace(loads(Article, record), text=text)
    return found


def _packed(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[tuple[str, bytes, str]]:
    for key, record, packed in connection.execute(_PACKED, (json.dumps(sorted(set(ids))),)):
        yield key, record, inflate(packed)


def derived(
    connection: sqlite3.Connection,
    name: str,
    kind: type[R],
    *,
    owner: str | None = None,
    equal: Mapping[str, str] | None = None,
    after: str = "",
    limit: int,
) -> list[tuple[str, R]]:
    """A page of one derived table, owner by owner: each record with its place, which may be ``after`` next.

    Args:
        connection: The archive.
        name: The table.
        kind: The type of its records.
        owner: The story or storyline that they belong to; all when left out.
        equal: Fields of the record and their values.
        after: The place that they follow.
        limit: At most so many.
    """
    wanted = (equal or {}).items()
    found = (
        (f"{holder}/{id_of(record)}", record)
        for holder, packed in _owners(connection, name, owner, after.partition("/")[0])
        for record in sorted(loads(tuple[kind, ...], packed), key=id_of)  # type: ignore[valid-type]
        if all(getattr(record, field) == value for field, value in wanted)
    )
    return list(islice((pair for pair in found if _follows(pair[0], after)), limit))


def _follows(place: str, after: str) -> bool:
    return place.split("/", 1) > after.split("/", 1)


def _owners(
    connection: sqlite3.Connection, name: str, owner: str | None, first: str
) -> Iterator[tuple[str, bytes]]:
    """Who has records in a table, from ``first`` on, with these; a few at a time, for a page is soon full."""
    asked = "SELECT owner, records FROM derived WHERE kind = ? AND owner >= ?{} ORDER BY owner LIMIT ?"
    if owner is not None:
        yield from connection.execute(asked.format(" AND owner = ?"), (name, first, owner, 1))
        return
    at = asked.format("")
    while rows := connection.execute(at, (name, first, _OWNERS_AT_ONCE)).fetchall():
        yield from rows
        first = rows[-1][0] + "\0"  # the least that follows


def record(connection: sqlite3.Connection, name: str, kind: type[R], record_id: str) -> R | None:
    """One record of a derived table; None when there is none of that id."""
    return load_record(connection, name, kind, record_id)


def voices(
    connection: sqlite3.Connection, *, name: str | None = None, after: str = "", limit: int
) -> list[Voice]:
    """Who says something, by id; ``name``: words of the name as it is shown, whole or begun."""
    rows = connection.execute(
        f"{_VOICES.format(_named(name))} AND speaker_id > :after"
        " GROUP BY speaker_id ORDER BY speaker_id LIMIT :most",
        {"after": after, "most": limit, "name": name and filters.name_query(name)},
    )
    return [Voice(*row) for row in rows]


def loudest(
    connection: sqlite3.Connection, *, name: str | None = None, offset: int = 0, limit: int
) -> tuple[list[Voice], int]:
    """The same, who says most first, and how many there are in all.

    All are counted by an index alone (0.1 µs a statement); names and days are read of those shown.
    """
    counted = f"SELECT speaker_id, count(*) FROM statements WHERE {_named(name)} GROUP BY speaker_id"
    values = {"offset": offset, "most": limit, "name": name and filters.name_query(name)}
    rows = connection.execute(f"{counted} ORDER BY 2 DESC, 1 LIMIT :most OFFSET :offset", values).fetchall()
    total = offset + len(rows)
    if len(rows) == limit or not rows:  # else these are the last of them
        total = connection.execute(f"SELECT count(*) FROM ({counted})", values).fetchone()[0]
    asked = Keyed(_VOICES.format("speaker_id = ?"))
    found = [Voice(*connection.execute(asked, (speaker,)).fetchone()) for speaker, _ in rows]
    return sorted(found, key=lambda v: (-v.statements, v.name, v.id)), int(total)


_VOICES = (
    "SELECT speaker_id, min(speaker), count(*), count(DISTINCT article_id), min(earliest), max(latest)"
    " FROM statements WHERE {}"
)


def _named(name: str | None) -> str:
    if name is None:
        return "speaker_id IS NOT NULL"
    return (
        "speaker_id IN (SELECT speaker_id FROM statement_search"
        " JOIN statements ON n = statement_search.rowid WHERE statement_search MATCH :name)"
    )


def heard_in(connection: sqlite3.Connection, speaker: str) -> list[str]:
    """The articles in which a speaker says something."""
    asked = "SELECT DISTINCT article_id FROM statements WHERE speaker_id = ? ORDER BY article_id"
    return [key for (key,) in connection.execute(asked, (speaker,))]
