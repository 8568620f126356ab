"""One SQLite file: opened, locked and written in whole transactions."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ArchiveError, RetryError, TooLongError
from onrecord.records import Progress
from onrecord.store.noting import Connection, Notes
from onrecord.store.schema import add_functions, check_version, migrate

if TYPE_CHECKING:
    from onrecord.store.columns import Columns

# Long enough for another process to finish a batch, short enough not to look like a hang.
_BUSY_SECONDS = 10.0
_PAUSE_SECONDS = 0.05
# Steps of SQLite's machine after which it is seen whether the time is up: some milliseconds.
_STEPS = 500_000
# From how many empty pages on a file is written anew without them: 1 MiB, and a twentieth of the file. Where
# the index of words was merged, 640 articles left 12 % empty, 19,400 7 %: half their text.
_LEAST_EMPTY, _EMPTY_PART = 256, 20


class Database:
    """A connection to one archive file; WAL, foreign keys on, transactions only by ``transaction``.

    Attributes:
        columns: gives the columns by which matches are counted; None where it is seldom asked for them.
    """

    def __init__(self, path: Path, *, on_progress: Callable[[Progress], None] | None = None) -> None:
        self.path = path
        self._tell = on_progress
        self.columns: Callable[[], Columns] | None = None
        with self.translated():
            self.connection = _connect(str(path))
        try:
            with self.translated():
                self.connection = self._ready()
        except (ArchiveError, RetryError):
            self.connection.close()
            raise

    def _ready(self) -> Connection:
        """The connection, or, where nothing can be written beside the file, one that only reads."""
        try:
            _use_wal(self.connection)
            self.connection.execute("PRAGMA foreign_keys = ON")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            migrate(self.connection, self._tell)
        except sqlite3.OperationalError as error:
            if not self.path.is_file() or not _is_read_only(error, self.path):
                raise
            self.connection.close()
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            found = _connect(uri, uri=True)
            self.connection = found
            check_version(found)
            return found
        return self.connection

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Errors of SQLite as those of this package, with what to do about them.

        Raises:
            RetryError: another process holds the archive.
            TooLongError: the time is up that ``until`` gave.
            ArchiveError: the file is damaged, no archive, cannot be written, or the disk is full.
        """
        try:
            yield
        except sqlite3.Error as error:
            raise _translated(self.path, error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The connection, to ask; errors as ``translated`` gives them."""
        with self.translated():
            yield self.connection

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one state, whatever another process writes meanwhile; they nest."""
        with self.translated():
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                self._roll_back()

    @contextmanager
    def until(self, end: float) -> Iterator[None]:
        """What is asked inside is given up at that moment of ``time.monotonic``, with a ``TooLongError``."""
        self.connection.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
        try:
            yield
        finally:
            self.connection.set_progress_handler(None, 0)

    @contextmanager
    def noting(self) -> Iterator[Notes]:
        """Notes of what is asked inside, for ``answers_as``."""
        with self.translated(), self.connection.noting() as notes:
            yield notes

    def answers_as(self, notes: Notes) -> bool:
        """Whether all that was noted would be answered now as it was then."""
        with self.translated():
            return self.connection.answers_as(notes)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing: an error or an interrupt inside leaves the archive as it was.

        Raises:
            RetryError: another process holds the archive.
            ArchiveError: the file is damaged or no archive.
        """
        try:
            self.connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise _translated(self.path, error) from error
        try:
            yield self.connection
            self.connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise _translated(self.path, error) from error
        except BaseException:
            self._roll_back()
            raise

    @contextmanager
    def caching(self, kibibytes: int) -> Iterator[None]:
        """Inside, so much of the file is held in memory, where SQLite holds 2 MB."""
        (before,) = self.connection.execute("PRAGMA cache_size").fetchone()
        self.connection.execute(f"PRAGMA cache_size = -{kibibytes}")
        try:
            yield
        finally:
            self.connection.execute(f"PRAGMA cache_size = {before}")

    def commit_so_far(self) -> None:
        """Inside a ``transaction``: what was written stands, whatever becomes of the rest.

        Raises:
            RetryError: another process wrote before this one could go on.
        """
        self.connection.execute("COMMIT")
        (before,) = self.connection.execute("PRAGMA data_version").fetchone()
        self.connection.execute("BEGIN IMMEDIATE")
        if self.connection.execute("PRAGMA data_version").fetchone()[0] != before:
            raise RetryError(f"{self.path}: another process wrote to this archive meanwhile; try again")

    def _roll_back(self) -> None:
        """Undo the open transaction, unless SQLite has done so itself (a full disk)."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def shrink(self) -> None:
        """Give back what removed rows left, where that is much; not while others write."""
        empty, pages = (
            self.connection.execute(f"PRAGMA {what}").fetchone()[0]
            for what in ("freelist_count", "page_count")
        )
        if empty < _LEAST_EMPTY or empty * _EMPTY_PART < pages:
            return
        with suppress(sqlite3.OperationalError):
            for index in ("article_search", "statement_search"):  # all that was added as one
                self.connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")  # noqa: S608
            self.connection.execute("VACUUM")

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded back into the one file."""
        self.connection.close()


def _connect(name: str, *, uri: bool = False) -> Connection:
    """A connection that may go from thread to thread, one at a time."""
    found = sqlite3.connect(
        name,
        uri=uri,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )
    add_functions(found)
    return found


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; a process that does so at the same time is waited for."""
    until = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _primary_code(error) != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 where the error has none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _is_read_only(error: sqlite3.Error, path: Path) -> bool:
    code = _primary_code(error)
    return code == sqlite3.SQLITE_READONLY or (
        code == sqlite3.SQLITE_CANTOPEN and not os.access(path.parent, os.W_OK)
    )


_ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; make room and run the command again, nothing written is lost",
    sqlite3.SQLITE_READONLY: "it cannot be written to; copy it to where you may write, or only look at it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see whether the folder is there and may be written to",
    sqlite3.SQLITE_CORRUPT: "it is damaged; read the articles anew into another folder, or restore a copy",
    sqlite3.SQLITE_NOTADB: "it is not a readable OnRecord archive",
    sqlite3.SQLITE_IOERR: "the disk gave an error; see whether it is full or failing, and try again",
}


def _translated(path: Path, error: sqlite3.Error) -> ArchiveError | RetryError:
    code = _primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RetryError(f"{path}: another process is writing to this archive; try again when it is done")
    if code == sqlite3.SQLITE_INTERRUPT:
        return TooLongError(f"{path}: it took too long to answer this")
    if isinstance(error, sqlite3.ProgrammingError):
        return ArchiveError(f"{path}: it was closed, or opened in another thread; open it here ({error})")
    advice = _ADVICE.get(code, "it is not a readable OnRecord archive, or was changed by another program")
    return ArchiveError(f"{path}: {advice} ({error})")
