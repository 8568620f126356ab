"""What feeds' servers said of what was read of them last; callers hold the transaction."""

from __future__ import annotations

import sqlite3


def load(connection: sqlite3.Connection, url: str) -> tuple[str, str] | None:
    """A feed's ETag and Last-Modified as they were sent; None for one that was never read."""
    row = connection.execute("SELECT etag, modified FROM feeds WHERE url = ?", (url,)).fetchone()
    return None if row is None else (str(row[0]), str(row[1]))


def put(connection: sqlite3.Connection, url: str, etag: str, modified: str) -> None:
    """Keep them, once what came with them was read."""
    connection.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)", (url, etag, modified))
