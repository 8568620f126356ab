"""What comes from comparing articles, one deflated list for each table and owner.

Callers hold the transaction. The owner of a story is the story itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import TypeVar

from onrecord.store.codec import Named, dumps, holding, key_of, loads, pack, pick
from onrecord.store.noting import Keyed
from onrecord.store.waiting import is_empty

R = TypeVar("R")

_OWNED = Keyed("SELECT records FROM derived WHERE kind = ? AND owner = ?")
_OWN = Keyed(
    "SELECT owner, records FROM derived WHERE kind = ? AND owner IN (SELECT value FROM json_each(?))"
)


def put_derived(connection: sqlite3.Connection, kind: str, owner: str, records: Iterable[object]) -> None:
    """Replace the records of one table that belong to ``owner``."""
    held = tuple(records)
    drop_owners(connection, [kind], [owner])
    if not held:
        return
    holder = connection.execute(
        "INSERT INTO derived (kind, owner, records) VALUES (?, ?, ?)", (kind, owner, pack(held))
    ).lastrowid
    connection.executemany(
        "INSERT OR IGNORE INTO derived_ids (key, holder) VALUES (?, ?)",
        ((key_of(kind, id_of(record)), holder) for record in held),
    )


def put_records(connection: sqlite3.Connection, kind: str, records: Iterable[object]) -> None:
    """Add records of which each is its own owner, or replace those of the same ids."""
    for record in records:
        put_derived(connection, kind, id_of(record), [record])


def id_of(record: object) -> str:
    """The id of a record, which all derived ones have."""
    return str(getattr(record, "id"))  # noqa: B009 - records have no base


def load_records(connection: sqlite3.Connection, name: str, kind: type[R], ids: Iterable[str]) -> list[R]:
    """Those records that are their own owners and have one of ``ids``, in that order."""
    wanted = list(ids)
    packed = dict(connection.execute(_OWN, (name, json.dumps(wanted))))
    return [r for key in wanted if key in packed for r in loads(tuple[kind, ...], packed[key])]  # type: ignore[valid-type]


def load_derived(
    connection: sqlite3.Connection,
    name: str,
    kind: type[R],
    *,
    owner: str | None = None,
    ids: Iterable[str] | None = None,
) -> tuple[R, ...]:
    """The records of one derived table, owner by owner; of one owner where it is given.

    Of these only the ones that speak of one of ``ids``, whatever it is the id of, where they are given.
    """
    # Two questions: with "owner IS NULL OR" in one, every record of the table would be looked at.
    if owner is None:
        asked = "SELECT records FROM derived WHERE kind = ? ORDER BY owner"
        rows = connection.execute(asked, (name,))
    else:
        rows = connection.execute(_OWNED, (name, owner))
    if ids is not None:
        words = [dumps(key) for key in ids]
        return tuple(record for (packed,) in rows for record in holding(kind, packed, words))
    return tuple(record for (packed,) in rows for record in loads(tuple[kind, ...], packed))  # type: ignore[valid-type]


def load_shown(connection: sqlite3.Connection, name: str, kind: type[R], owner: str) -> list[R]:
    """The records of one owner that stand in the open; nothing is made of the others, which are most."""
    rows = connection.execute(_OWNED, (name, owner))
    return [record for (packed,) in rows for record in holding(kind, packed, ['"shown":true'])]


def owner_of(connection: sqlite3.Connection, kind: str, record_id: str) -> str | None:
    """The story or storyline that a record of one table belongs to; None when there is no such record."""
    rows = connection.execute(
        "SELECT owner, records FROM derived_ids JOIN derived ON n = holder"
        " WHERE key = ? AND kind = ? ORDER BY owner",
        (key_of(kind, record_id), kind),
    )
    return next((str(owner) for owner, packed in rows if pick(Named, packed, [record_id])), None)


def load_record(connection: sqlite3.Connection, name: str, kind: type[R], record_id: str) -> R | None:
    """One record of a derived table; None when there is none of that id."""
    owner = owner_of(connection, name, record_id)
    held = () if owner is None else load_derived(connection, name, kind, owner=owner)
    return next((record for record in held if id_of(record) == record_id), None)


def drop_owners(connection: sqlite3.Connection, kinds: Iterable[str], owners: Iterable[str]) -> None:
    """Remove the records of ``kinds`` that belong to stories or storylines that are no more."""
    for kind, owner in [(kind, owner) for owner in owners for kind in kinds]:
        asked = "SELECT n, records FROM derived WHERE kind = ? AND owner = ?"
        for holder, packed in connection.execute(asked, (kind, owner)).fetchall():
            connection.executemany(
                "DELETE FROM derived_ids WHERE key = ? AND holder = ?",
                ((key_of(kind, record.id), holder) for record in loads(tuple[Named, ...], packed)),
            )
        connection.execute("DELETE FROM derived WHERE kind = ? AND owner = ?", (kind, owner))


def uncompared(connection: sqlite3.Connection) -> bool:
    """Whether anything waits to be compared: new articles, or what a comparing that was cut off left."""
    waiting = "SELECT EXISTS (SELECT 1 FROM articles WHERE NOT {} LIMIT 1)"
    new = any(connection.execute(waiting.format(mark)).fetchone()[0] for mark in ("compared", "joined"))
    return new or not is_empty(connection)
