"""Remembered answers of the networks, in a file beside the archive that may be deleted.

When an article joins a story, the story is compared again, and three quarters of the sentences that networks
are then asked about belong to articles that were there before. Nothing depends on the file: it is bounded,
holds no record and is not part of the archive; if it is missing, damaged or somebody else's, it is made anew.
Each answer has a checksum, and its key shows whether it answers the present question (``models.recall``).
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock

from onrecord.closing import Closing

# Bytes that the file may take: the sentences of some thousand articles.
MOST = 64 * 2**20
_SUFFIX = ".answers"
_PAGE = 16_384  # bytes; ten vectors a page
_CHECK = 8
# Answers that wait to be written together, and those dropped at once when there are too many.
_TOGETHER, _PART = 1000, 10
_TABLE = (
    "CREATE TABLE answers (n INTEGER PRIMARY KEY,"
    " key BLOB NOT NULL UNIQUE, day TEXT NOT NULL, value BLOB NOT NULL)"
)
_PUT = "INSERT OR REPLACE INTO answers (key, day, value) VALUES (?, ?, ?)"
_DROP_OLDEST = (
    "DELETE FROM answers WHERE n IN"
    " (SELECT n FROM answers ORDER BY day, n LIMIT max(1, (SELECT count(*) FROM answers) / ?))"
)
_NO_DAMAGE = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
_WAIT = 2.0  # seconds for whoever writes; then it is asked anew


def beside(archive: Path) -> Path:
    """The file of an archive's answers."""
    return archive.with_name(archive.name + _SUFFIX)


def forget(archive: Path) -> None:
    """Remove an archive's answers: what is made anew because it may be false rests on none given before."""
    with suppress(OSError):
        beside(archive).unlink(missing_ok=True)


class Answers(Closing):
    """The file at ``path``, to be added to by the one process that writes to the archive."""

    def __init__(self, path: Path, *, most: int = MOST) -> None:
        self.path, self._most = path, most
        self._waiting: dict[bytes, tuple[str, bytes]] = {}
        if _taken(path, most):
            self._drop()

    def keep(self, told: Mapping[bytes, bytes], day: str) -> None:
        """Keep answers by key, about what was in the news on ``day`` (ISO 8601; empty where nobody knows).

        Once there is no more room those about the oldest days are dropped: older stories seldom go on.
        """
        self._waiting |= {key: (day, value) for key, value in told.items()}
        if len(self._waiting) >= _TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what waits."""
        if self._waiting:
            self._write()

    def _write(self) -> None:
        rows = [(key, day, _checked(key, value)) for key, (day, value) in self._waiting.items()]
        self._waiting.clear()
        try:
            with closing(_connect(self.path)) as connection:
                connection.execute(f"PRAGMA page_size = {_PAGE}")
                connection.execute("PRAGMA synchronous = OFF")  # what a lost machine loses is asked again
                connection.execute("BEGIN IMMEDIATE")
                if not _tables(connection):
                    connection.execute(_TABLE)
                connection.executemany(_PUT, rows)
                while _size(connection) > self._most:
                    connection.execute(_DROP_OLDEST, (_PART,))
                connection.execute("COMMIT")
        except OSError:
            return
        except sqlite3.Error as error:
            # Where somebody reads, or nothing can be written here, it is done without; else it is damaged.
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NO_DAMAGE:
                self._drop()

    def _drop(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


class Recalled:
    """A ``models.recall.Memory``: what a file holds, and, ``fresh``, what was put since."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self.fresh: dict[bytes, bytes] = {}
        self._connection, self._lock = connection, Lock()

    def get(self, key: bytes) -> bytes | None:
        """As ``Memory.get``."""
        if key in self.fresh:
            return self.fresh[key]
        if self._connection is None:
            return None
        try:
            with self._lock:
                found = self._connection.execute("SELECT value FROM answers WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            return None
        return _answer(key, found[0]) if found else None

    def put(self, key: bytes, value: bytes) -> None:
        """As ``Memory.put``."""
        self.fresh[key] = value


@contextmanager
def recalling(path: Path | None) -> Iterator[Recalled]:
    """The answers in a file, to be asked; none where there is no file, or none that can be read."""
    connection = None
    if path is not None and path.is_file():
        with suppress(sqlite3.Error, OSError):
            connection = _connect(path)
            connection.execute("PRAGMA query_only = ON")
    try:
        yield Recalled(connection)
    finally:
        if connection is not None:
            connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    found = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    found.execute("PRAGMA trusted_schema = OFF")
    found.execute("PRAGMA cell_size_check = ON")
    return found


def _taken(path: Path, most: int) -> bool:
    """Whether something else lies where the file should, or what is left of it."""
    if path.is_symlink():
        return True
    if not path.is_file():
        return False
    try:
        with closing(_connect(path)) as connection:
            return _tables(connection) != [_TABLE] or _size(connection) > 2 * most
    except sqlite3.Error:
        return True


def _tables(connection: sqlite3.Connection) -> list[str]:
    """All that the file defines but for the index that SQLite makes itself."""
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return [sql for (sql,) in found]


def _size(connection: sqlite3.Connection) -> int:
    """The bytes in use."""
    pages, empty, size = (
        int(connection.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("page_count", "freelist_count", "page_size")
    )
    return (pages - empty) * size


def _checked(key: bytes, value: bytes) -> bytes:
    return hashlib.blake2b(key + value, digest_size=_CHECK).digest() + value


def _answer(key: bytes, kept: object) -> bytes | None:
    """What was put under a key, if the file still has it so."""
    if not isinstance(kept, bytes):
        return None
    value = kept[_CHECK:]
    return value if _checked(key, value) == kept else None
