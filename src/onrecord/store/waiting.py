"""Stories that wait to be compared and storylines that wait to be followed, and why.

Comparing many articles commits from time to time: what is left to do stands here, so that whoever goes on,
after an interrupt too, knows it. Callers hold the transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

# A story is looked at because it was grouped or read anew, because speakers in it may differ, or because
# only code does; ``compared``: it was, and what rests on that is not done. A storyline waits as ``line`` and
# then is ``followed``.
Why = Literal["anew", "named", "code", "compared", "line", "followed"]


def put(connection: sqlite3.Connection, why: Why, owners: Iterable[str]) -> None:
    """Let stories wait; one that waits for something else is looked at as a new one."""
    connection.executemany(
        "INSERT INTO waiting (owner, why) VALUES (?1, ?2)"
        " ON CONFLICT (owner) DO UPDATE SET why = 'anew' WHERE why <> ?2",
        ((owner, why) for owner in owners),
    )


def put_lines(connection: sqlite3.Connection, lines: Iterable[str]) -> None:
    """Let storylines wait."""
    connection.executemany("INSERT OR REPLACE INTO waiting VALUES (?, 'line')", ((line,) for line in lines))


def put_followed(connection: sqlite3.Connection, line: str) -> None:
    """A storyline that waited was followed."""
    connection.execute("UPDATE waiting SET why = 'followed' WHERE owner = ?", (line,))


def put_compared(connection: sqlite3.Connection, story: str) -> None:
    """A story that waited was compared."""
    connection.execute("UPDATE waiting SET why = 'compared' WHERE owner = ?", (story,))


def drop(connection: sqlite3.Connection, owners: Iterable[str]) -> None:
    """Let these wait no longer."""
    connection.executemany("DELETE FROM waiting WHERE owner = ?", ((owner,) for owner in owners))


def owners(connection: sqlite3.Connection, *whys: Why) -> list[str]:
    """What waits for one of ``whys``, by id."""
    asked = "SELECT owner FROM waiting WHERE why IN (SELECT value FROM json_each(?)) ORDER BY owner"
    return [owner for (owner,) in connection.execute(asked, (json.dumps(whys),))]


def stories(connection: sqlite3.Connection) -> list[tuple[str, Why, int]]:
    """The stories that wait to be compared, why, and how many articles each has: the largest first."""
    return connection.execute(
        "SELECT w.owner, why, count(member) AS number FROM waiting AS w"
        " LEFT JOIN members AS m ON m.owner = w.owner AND NOT gone"
        " WHERE why IN ('anew', 'named', 'code') GROUP BY w.owner ORDER BY number DESC, w.owner"
    ).fetchall()


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether everything is compared that was placed."""
    return not connection.execute("SELECT EXISTS (SELECT 1 FROM waiting)").fetchone()[0]
