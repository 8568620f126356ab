"""What comes from comparing articles, and what was needed to compare them; callers hold the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
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


def put_records(connection: sqlite3.Connection, kind: str, records: Iterable[object]) -> None:
    """Add records to a table without owners, or replace those of the same ids."""
    connection.executemany(
        "INSERT OR REPLACE INTO derived (kind, id, owner, position, record) VALUES (?, ?, ?, 0, ?)",
        ((kind, str(getattr(record, "id")), WHOLE, dumps(record)) for record in records),  # noqa: B009
    )


def load_records(connection: sqlite3.Connection, name: str, kind: type[R], ids: Iterable[str]) -> list[R]:
    """Those records of a table without owners that have one of ``ids``, in that order."""
    asked = "SELECT record FROM derived WHERE kind = ? AND owner = ? AND id = ?"
    rows = (connection.execute(asked, (name, WHOLE, key)).fetchone() for key in ids)
    return [loads(kind, row[0]) for row in rows if row is not None]


def drop_records(connection: sqlite3.Connection, kind: str, ids: Iterable[str]) -> None:
    """Remove records of a table without owners."""
    connection.executemany(
        "DELETE FROM derived WHERE kind = ? AND owner = ? AND id = ?", ((kind, WHOLE, key) for key in ids)
    )


def load_derived(
    connection: sqlite3.Connection, name: str, kind: type[R], *, owner: str | None = None
) -> tuple[R, ...]:
    """The records of one derived table, owner by owner; of one owner where it is given."""
    # Two questions: with "owner IS NULL OR" in one, every record of the table would be looked at.
    asked = "SELECT record FROM derived WHERE kind = ?{} ORDER BY owner, position, id"
    if owner is None:
        rows = connection.execute(asked.format(""), (name,))
    else:
        rows = connection.execute(asked.format(" AND owner = ?"), (name, owner))
    return tuple(loads(kind, record) for (record,) in rows)


def owner_of(connection: sqlite3.Connection, kind: str, record_id: str) -> str | None:
    """The story or storyline that a record of one table belongs to; None when there is no such record."""
    row = connection.execute(
        "SELECT owner FROM derived WHERE kind = ? AND id = ?", (kind, record_id)
    ).fetchone()
    return None if row is None else str(row[0])


def drop_owners(connection: sqlite3.Connection, kinds: Sequence[str], owners: Iterable[str]) -> None:
    """Remove the records of ``kinds`` that belong to stories or storylines that are no more."""
    pairs = [(kind, owner) for owner in owners for kind in kinds]
    connection.executemany("DELETE FROM derived WHERE kind = ? AND owner = ?", pairs)


def drop_whole(connection: sqlite3.Connection, kind: str) -> None:
    """Remove a table without owners."""
    connection.execute("DELETE FROM derived WHERE kind = ? AND owner = ?", (kind, WHOLE))


def mark_compared(connection: sqlite3.Connection) -> None:
    """Every article was compared with the others."""
    connection.execute("UPDATE articles SET compared = 1 WHERE NOT compared")


def uncompared(connection: sqlite3.Connection) -> bool:
    """Whether articles wait to be compared: new ones, or those of a reading that was cut off."""
    waiting = "SELECT EXISTS (SELECT 1 FROM articles WHERE NOT {} LIMIT 1)"
    return any(connection.execute(waiting.format(mark)).fetchone()[0] for mark in ("compared", "joined"))
