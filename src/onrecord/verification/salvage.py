"""A file with a broken page in it: take out every row that can still be read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from onrecord import store
from onrecord.errors import ArchiveError
from onrecord.store.migrations import MIGRATIONS

# What cannot be made again from anything else; all that compares articles can.
_TABLES = (
    *("articles", "statements", "corrections", "runs", "raw_documents", "copies", "raw_texts"),
    *("removed", "own_outlets", "watches", "alerts", "feeds"),
)
# Those whose rows have numbers, to be asked for one by one.
_NUMBERED = frozenset(("articles", "statements", "corrections", "runs", "alerts"))
# Rows with a number that are asked for past the last one that could be read, before a table is given up.
_MOST_MISSING = 20_000


def salvage(path: Path) -> str:
    """Put a new archive of all readable rows in the place of ``path``; the damaged file stays beside it.

    Returns:
        What was done, in words.

    Raises:
        ArchiveError: the file is so damaged that nothing of it can be read, or is of another version.
    """
    made = path.with_name(f"{path.name}.salvaged")
    made.unlink(missing_ok=True)
    damaged = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    damaged.text_factory = lambda data: data.decode("utf-8", "replace")
    fresh = store.Database(made)
    try:
        with closing(damaged):
            _check_version(damaged, path)
            with fresh.transaction() as connection:
                taken = {table: _copy(damaged, connection, table) for table in _TABLES}
                _complete(connection)
    finally:
        fresh.close()
    kept = path.with_name(f"{path.name}.damaged")
    os.replace(path, kept)  # noqa: PTH105 - over an older one
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    os.replace(made, path)  # noqa: PTH105
    told = ", ".join(f"{number} {table}" for table, number in taken.items() if number)
    return f"took {told or 'nothing'} out of the damaged file, which is kept as {kept.name}"


def _check_version(damaged: sqlite3.Connection, path: Path) -> None:
    try:
        version = damaged.execute("PRAGMA user_version").fetchone()[0]
        damaged.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        raise ArchiveError(f"{path}: nothing of it can be read; restore a copy ({error})") from error
    if version != len(MIGRATIONS):
        raise ArchiveError(f"{path}: it is damaged and of another version ({version}); restore a copy")


def _copy(damaged: sqlite3.Connection, connection: sqlite3.Connection, table: str) -> int:
    """Copy what can be read of one table; the number of rows."""
    try:
        columns = [row[1] for row in damaged.execute(f"PRAGMA table_info({table})")]
    except sqlite3.DatabaseError:
        return 0
    marks = ", ".join("?" * len(columns))
    number = 0
    for row in _rows(damaged, table, columns):
        with suppress(sqlite3.Error):  # a row whose article could not be read
            put = connection.execute(
                f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608
                row,
            )
            number += put.rowcount  # of a row that came before, none
    return number


def _rows(damaged: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
    """Rows in both directions until a broken page, then one by one by number where rows have one."""
    asked = f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608 - names of the schema
    with suppress(sqlite3.DatabaseError):
        yield from damaged.execute(asked)
        return
    if table not in _NUMBERED:
        yield from _until_broken(damaged, f"{asked} ORDER BY 1 DESC")
        return
    missing, number = 0, 0
    while missing < _MOST_MISSING:
        number += 1
        try:
            row = damaged.execute(f"{asked} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.DatabaseError:
            row = None
        if row is None:
            missing += 1
        else:
            missing = 0
            yield row


def _until_broken(damaged: sqlite3.Connection, asked: str) -> Iterator[tuple[object, ...]]:
    with suppress(sqlite3.DatabaseError):
        yield from damaged.execute(asked)


def _complete(connection: sqlite3.Connection) -> None:
    """An article whose copies could not be read stands where its record says; rows of lost articles go."""
    connection.execute(
        "INSERT OR IGNORE INTO copies (source, article_id, item, given, title, path, reading)"
        " SELECT '?:' || path, id, item, '', coalesce(title, ''), path, 0 FROM articles"
        " WHERE id NOT IN (SELECT article_id FROM copies WHERE record IS NULL)"
    )
    for table in ("statements", "copies"):
        connection.execute(f"DELETE FROM {table} WHERE article_id NOT IN (SELECT id FROM articles)")  # noqa: S608
    connection.execute(
        "DELETE FROM raw_texts WHERE sha256 NOT IN (SELECT sha256 FROM raw_documents)"
        " OR article_id NOT IN (SELECT id FROM articles)"
    )
