"""One SQLite file: opened, locked and written in whole transactions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import ArchiveError, RetryError
from onrecord.store.schema import migrate

# Long enough for another process to finish a batch, short enough not to look like a hang.
_BUSY_SECONDS = 10.0


class Database:
    """A connection to one archive file; WAL, foreign keys on, transactions only by ``transaction``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            self.connection.execute("PRAGMA journal_mode = WAL")
            self.connection.execute("PRAGMA foreign_keys = ON")
            self.connection.execute("PRAGMA synchronous = NORMAL")
            migrate(self.connection)
        except sqlite3.Error as error:
            self.connection.close()
            raise _translated(path, error) from error
        except ArchiveError:
            self.connection.close()
            raise

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
        except sqlite3.Error as error:
            self.connection.execute("ROLLBACK")
            raise _translated(self.path, error) from error
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def close(self) -> None:
        """Close the connection; the write-ahead log is folded back into the one file."""
        self.connection.close()


def _translated(path: Path, error: sqlite3.Error) -> ArchiveError | RetryError:
    if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
        return RetryError(f"{path}: another process is writing to this archive; try again when it is done")
    return ArchiveError(f"{path}: not a readable OnRecord archive ({error})")
