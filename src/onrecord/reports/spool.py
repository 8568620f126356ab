"""Rows put on disk part by part, and given back in order: memory holds none of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from onrecord.closing import Closing
from onrecord.records.schema import Row
from onrecord.reports.files import json_bytes

# Parts of the longest key: an article's path, item and id, and a place in it.
_PARTS = tuple(f"k{n}" for n in range(6))


class Spool(Closing):
    """Rows by table and key, in a file that has no name and goes with this; to be used in ``with``.

    ``run``: what ``run.json`` tells of all of them.
    """

    def __init__(self, run: Mapping[str, object]) -> None:
        self.run = run
        self._base = sqlite3.connect("")  # on disk as soon as it is larger than a cache
        self._base.execute("PRAGMA journal_mode = OFF")
        columns = ", ".join(("name", *_PARTS, "row"))
        self._base.execute(f"CREATE TABLE rows ({columns})")

    def close(self) -> None:
        """Close the file, which goes with this."""
        self._base.close()

    def add(self, name: str, rows: Iterable[tuple[tuple[str | int, ...], Row]]) -> None:
        """Add rows of one table, each with the key that it stands in order by."""
        marks = ", ".join("?" * (len(_PARTS) + 2))
        self._base.executemany(
            f"INSERT INTO rows VALUES ({marks})",  # noqa: S608 - marks alone
            ((name, *key, *[""] * (len(_PARTS) - len(key)), json_bytes(row)) for key, row in rows),
        )

    def rows(self, name: str) -> Iterator[Row]:
        """The rows of a table, in order."""
        return map(json.loads, self.lines(name))

    def lines(self, name: str) -> Iterator[bytes]:
        """The same as JSON."""
        asked = f"SELECT row FROM rows WHERE name = ? ORDER BY {', '.join(_PARTS)}, rowid"  # noqa: S608 - the same
        return (row for (row,) in self._base.execute(asked, (name,)))
