"""The file itself: SQLite's own checks, the schema against that of a new archive, the full-text indexes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from onrecord.store.schema import migrate
from onrecord.verification.faults import Fault

_MOST_TOLD = 20  # faults of the file, as SQLite lists them
_MAGIC = b"SQLite format 3\0"
INDEXES = ("article_search", "statement_search")


def is_database(path: Path) -> bool:
    """Whether a file begins as SQLite's do; it would take an empty one for a new archive."""
    with path.open("rb") as file:
        return file.read(len(_MAGIC)) == _MAGIC


def views_of(path: Path) -> list[str]:
    """Names of views that no new archive has, looked up without opening the file to write or asking them.

    None where the file cannot be read.
    """
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY name"
        with closing(_fresh()) as fresh:
            known = set(fresh.execute(asked))
        return [str(view[0]) for view in connection.execute(asked) if view not in known]
    except sqlite3.DatabaseError:
        return []
    finally:
        connection.close()


def check_file(connection: sqlite3.Connection) -> Iterator[Fault]:
    """What SQLite finds wrong with pages, indexes and references."""
    try:
        for (told,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})"):
            if told != "ok":
                yield Fault("file", "the database", str(told))
        for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield Fault("derived", f"{table} {rowid}", f"it belongs to a row of {parent} that is not there")
    except sqlite3.DatabaseError as error:
        yield Fault("file", "the database", str(error))


def check_schema(connection: sqlite3.Connection) -> list[Fault]:
    """Tables, columns, indexes and triggers against those that a new archive has."""
    fresh = _fresh()
    try:
        wanted, found = _schema(fresh), _schema(connection)
    except sqlite3.DatabaseError as error:
        return [Fault("file", "the schema", str(error))]
    finally:
        fresh.close()
    missing = [Fault("schema", name, "it is missing") for name in sorted(wanted.keys() - found.keys())]
    other = [
        Fault("schema", name, "it is not as this version makes it")
        for name in sorted(wanted.keys() & found.keys())
        if wanted[name] != found[name]
    ]
    strange = [
        Fault("schema", name, "no version of OnRecord makes it")
        for name in sorted(found.keys() - wanted.keys())
    ]
    return missing + other + strange


def _fresh() -> sqlite3.Connection:
    """A new archive in memory."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    migrate(made)
    return made


def _schema(connection: sqlite3.Connection) -> dict[str, object]:
    """Name -> what it is: a table's columns, the text of an index or trigger."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: sorted(
            (column, kind)
            for _, column, kind, *_ in connection.execute("SELECT * FROM pragma_table_info(?)", (name,))
        )
        if of == "table"
        else " ".join((sql or "").split())
        for of, name, sql in rows
    }


def check_search(connection: sqlite3.Connection) -> Iterator[Fault]:
    """The full-text indexes against the texts; not where nothing can be written, as FTS5 asks for it."""
    for index in INDEXES:
        try:
            connection.execute("SAVEPOINT looking")
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except sqlite3.DatabaseError as error:
            if "readonly" not in str(error):
                yield Fault("search", index, "it does not hold the words of the texts")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO looking")
                connection.execute("RELEASE looking")
