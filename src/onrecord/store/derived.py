"""What comes from comparing articles, and what was needed to compare them; callers hold the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import TypeVar

from onrecord.store.codec import dumps, loads

R = TypeVar("R")

# Tables whose records belong to no story or storyline.
WHOLE = ""


def put_derived(connection: sqlite3.Connection, kind: str, owner: str, records: Iterable[object]) -> None:
    """Replace the records of one table that belong to ``owner``."""
    connection.execute("DELETE FROM derived WHERE kind = ? AND owner = ?", (kind, owner))
    connection.executemany(
        "INSERT INTO derived (kind, id, owner, position, record) VALUES (?, ?, ?, ?, ?)",
        (
            (kind, str(getattr(record, "id")), owner, n, dumps(record))  # noqa: B009 - records have no base
            for n, record in enumerate(records)
        ),
    )


def load_derived(
    connection: sqlite3.Connection, name: str, kind: type[R], *, owner: str | None = None
) -> tuple[R, ...]:
    """The records of one derived table, owner by owner; of one owner where it is given."""
    rows = connection.execute(
        "SELECT record FROM derived WHERE kind = ?1 AND (?2 IS NULL OR owner = ?2) ORDER BY owner, position",
        (name, owner),
    )
    return tuple(loads(kind, record) for (record,) in rows)


def owner_of(connection: sqlite3.Connection, kind: str, record_id: str) -> str | None:
    """The story or storyline that a record of one table belongs to; None when there is no such record."""
    row = connection.execute(
        "SELECT owner FROM derived WHERE kind = ? AND id = ?", (kind, record_id)
    ).fetchone()
    return None if row is None else str(row[0])


def drop_owners(connection: sqlite3.Connection, kinds: Iterable[str], keep: Iterable[str]) -> None:
    """Remove the records of ``kinds`` whose story or storyline is not in ``keep`` any more."""
    kept = set(keep)
    for kind in kinds:
        owners = connection.execute("SELECT DISTINCT owner FROM derived WHERE kind = ?", (kind,)).fetchall()
        gone = [(kind, owner) for (owner,) in owners if owner not in kept]
        connection.executemany("DELETE FROM derived WHERE kind = ? AND owner = ?", gone)


def load_story_keys(connection: sqlite3.Connection, kind: type[R]) -> Iterator[tuple[str, R, bool]]:
    """(article id, its keys, whether it was compared already) of every article, by id."""
    rows = connection.execute("SELECT id, story_keys, compared FROM articles ORDER BY id")
    for article_id, record, compared in rows:
        yield article_id, loads(kind, record), bool(compared)


def load_matches(connection: sqlite3.Connection, kind: type[R]) -> Iterator[R]:
    """Every kept match between two articles."""
    for (record,) in connection.execute("SELECT record FROM matches"):
        yield loads(kind, record)


def put_matches(connection: sqlite3.Connection, matches: Iterable[tuple[str, str, object]]) -> None:
    """Keep matches: (one article's id, the other's, the record)."""
    connection.executemany(
        "INSERT OR REPLACE INTO matches VALUES (?, ?, ?)", ((a, b, dumps(record)) for a, b, record in matches)
    )


def mark_compared(connection: sqlite3.Connection) -> None:
    """Every article was compared with the others."""
    connection.execute("UPDATE articles SET compared = 1 WHERE NOT compared")


def uncompared(connection: sqlite3.Connection) -> bool:
    """Whether articles wait to be compared: new ones, or those of a reading that was cut off."""
    return connection.execute("SELECT 1 FROM articles WHERE NOT compared LIMIT 1").fetchone() is not None


def statement_speakers(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str | None, str | None]]:
    """(statement id, article id, speaker id, speaker's name) of every statement, as stored."""
    yield from connection.execute(
        "SELECT id, article_id, speaker_id, CASE WHEN speaker_id IS NULL THEN NULL ELSE speaker END"
        " FROM statements"
    )
