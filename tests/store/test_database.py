"""What goes wrong with the file is told in a sentence that says what to do."""

from __future__ import annotations

import sqlite3

import pytest

from onrecord.errors import ArchiveError, RetryError
from onrecord.store import database as module
from onrecord.store.database import Database


def failing(code, message="it failed"):
    error = sqlite3.OperationalError(message)
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "kind", "advice"),
    [
        (sqlite3.SQLITE_FULL, ArchiveError, "make room"),
        (sqlite3.SQLITE_READONLY, ArchiveError, "copy it"),
        (sqlite3.SQLITE_CANTOPEN, ArchiveError, "folder"),
        (sqlite3.SQLITE_CORRUPT, ArchiveError, "damaged"),
        (sqlite3.SQLITE_NOTADB, ArchiveError, "not a readable"),
        (sqlite3.SQLITE_IOERR | (3 << 8), ArchiveError, "disk"),
        (sqlite3.SQLITE_BUSY, RetryError, "try again"),
        (sqlite3.SQLITE_LOCKED, RetryError, "try again"),
    ],
)
def test_each_failure_says_what_to_do(tmp_path, code, kind, advice):
    database = Database(tmp_path / "a.db")
    with pytest.raises(kind, match=advice), database.transaction():
        raise failing(code)
    assert not database.connection.in_transaction
    database.close()


def test_a_damaged_page_is_an_archive_error(tmp_path):
    path = tmp_path / "a.db"
    database = Database(path)
    database.connection.execute("PRAGMA journal_mode = DELETE")
    database.close()
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match=r"a\.db"):  # noqa: PT012 - opened or asked, one of them fails
        damaged = Database(path)
        with damaged.translated():
            damaged.connection.execute("SELECT count(*) FROM articles").fetchone()


def test_an_archive_that_cannot_be_written_is_opened_to_be_looked_at(tmp_path, monkeypatch):
    path = tmp_path / "a.db"
    database = Database(path)
    database.connection.execute("INSERT INTO corrections VALUES (1, 'now', '{}')")
    database.close()

    def refuse(_):
        raise failing(sqlite3.SQLITE_READONLY, "attempt to write a readonly database")

    monkeypatch.setattr(module, "_use_wal", refuse)
    opened = Database(path)
    assert opened.connection.execute("SELECT count(*) FROM corrections").fetchone() == (1,)
    with pytest.raises(ArchiveError, match="copy it"), opened.transaction() as connection:
        connection.execute("DELETE FROM corrections")
    opened.close()


@pytest.fixture
def half_empty(tmp_path):
    """An archive of which most was removed."""
    database = Database(tmp_path / "a.db")
    row = ("now", "x" * 4000)
    database.connection.executemany("INSERT INTO runs (started_at, record) VALUES (?, ?)", [row] * 600)
    database.connection.execute("DELETE FROM runs WHERE n > 100")
    yield database
    database.close()


def size(database):
    database.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return database.path.stat().st_size


def test_what_removed_rows_left_is_given_back(half_empty):
    before = size(half_empty)
    half_empty.shrink()
    assert size(half_empty) < before / 2
    assert half_empty.connection.execute("SELECT count(*) FROM runs").fetchone() == (100,)


def test_little_that_is_empty_is_left(half_empty):
    half_empty.shrink()
    half_empty.connection.execute("DELETE FROM runs WHERE n > 50")
    before = size(half_empty)
    half_empty.shrink()
    assert size(half_empty) == before


def test_a_file_that_another_writes_to_is_left_as_it_is(half_empty):
    half_empty.connection.execute("PRAGMA busy_timeout = 10")
    before = size(half_empty)
    other = Database(half_empty.path)
    with other.transaction():
        half_empty.shrink()
    other.close()
    assert size(half_empty) == before


@pytest.mark.parametrize("meddled", [False, True])
def test_what_is_committed_so_far_stands_and_nobody_may_write_before_the_rest(tmp_path, meddled):
    database, other = Database(tmp_path / "a.db"), Database(tmp_path / "a.db")
    execute = database.connection.execute

    def executing(sql, *values):
        if meddled and sql == "BEGIN IMMEDIATE" and before:
            other.connection.execute("INSERT INTO corrections VALUES (9, 'now', '{}')")
        return execute(sql, *values)

    before = []
    database.connection.execute = executing

    def write():
        with database.transaction() as connection:
            connection.execute("INSERT INTO corrections VALUES (1, 'now', '{}')")
            before.append(1)
            database.commit_so_far()
            connection.execute("INSERT INTO corrections VALUES (2, 'now', '{}')")
            raise RuntimeError

    with pytest.raises(RetryError if meddled else RuntimeError):
        write()
    numbers = other.connection.execute("SELECT n FROM corrections ORDER BY n").fetchall()
    assert numbers == ([(1,), (9,)] if meddled else [(1,)])
    database.close()
    other.close()


def test_more_is_held_in_memory_inside_alone_also_where_that_fails(tmp_path):
    opened = Database(tmp_path / "onrecord.db")

    def cached():
        return opened.connection.execute("PRAGMA cache_size").fetchone()[0]

    def fail():
        with opened.caching(5000):
            assert cached() == -5000
            raise ValueError("inside")

    before = cached()
    with pytest.raises(ValueError, match="inside"):
        fail()
    assert cached() == before != -5000
    opened.close()
