"""How an older archive becomes a newer one; ``migrations`` has the tables.

Every migration runs in one transaction together with its own record (``PRAGMA user_version``): an
interrupted upgrade leaves the old state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from onrecord.errors import ArchiveError
from onrecord.records import Progress
from onrecord.store.codec import deflate, inflate, key_of, number_of, scored
from onrecord.store.migrations import MIGRATIONS
from onrecord.store.raw import tied, untied
from onrecord.store.spans import said, spanned

_FUNCTIONS: tuple[tuple[str, int, Callable[..., str | bytes | float | None]], ...] = (
    ("deflated", 1, deflate),
    ("inflated", 1, inflate),
    ("keyed", 2, key_of),
    ("numbered", 1, number_of),
    ("said", 2, said),
    ("scored", 1, scored),
    ("spanned", 1, spanned),
    ("tied", 3, tied),
    ("untied", 3, untied),
)

_STAGE = "bringing the archive up to date"


def add_functions(connection: sqlite3.Connection) -> None:
    """What the archive's own SQL calls."""
    for name, arguments, function in _FUNCTIONS:
        connection.create_function(name, arguments, function, deterministic=True)


def migrate(connection: sqlite3.Connection, tell: Callable[[Progress], None] | None = None) -> None:
    """Bring the archive to the newest version, one transaction a step.

    Args:
        connection: to the archive.
        tell: told before each statement how many of all are done; not where the archive is new or up to date.

    Raises:
        ArchiveError: the archive was written by a newer version of OnRecord.
    """
    add_functions(connection)
    found = _version(connection)
    if not found or tell is None:  # an empty file has nothing to bring up to date
        tell = _nobody
    sizes = [len(_statements(script)) for script in MIGRATIONS]
    while (version := _version(connection)) < len(MIGRATIONS):
        done = sum(sizes[found:version])
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) == version:  # else another process was faster
                for n, statement in enumerate(_statements(MIGRATIONS[version]), start=done):
                    tell(Progress(_STAGE, 0, n / sum(sizes[found:])))
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _nobody(told: Progress) -> None:
    """Whom nothing is told."""


def check_version(connection: sqlite3.Connection) -> None:
    """For an archive that cannot be written: whether it is of this version.

    Raises:
        ArchiveError: it is newer, or older and cannot be brought up to date where it is.
    """
    version = _version(connection)
    if version < len(MIGRATIONS):
        raise ArchiveError(
            f"the archive has version {version} and cannot be brought up to {len(MIGRATIONS)} where it is:"
            " copy it to a folder that may be written to"
        )


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise ArchiveError(
            f"the archive has version {version}, this OnRecord knows up to {len(MIGRATIONS)}:"
            " install a newer OnRecord"
        )
    return version


def _statements(script: str) -> list[str]:
    """Split at the semicolons that end a statement: ``executescript`` would commit on its own."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
