"""Facet values of all statements, as columns in memory, so that many matches are counted quickly.

Reading the rows of twenty thousand matches takes SQLite and Python ten times as long. A statement's row is
never changed, and its number is never used again (``tables.put_statements``): what has been read stays valid,
and only rows after the last one are read. Rows that were removed do no harm: no query names their numbers any
more.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from onrecord.store.search import OF_ARTICLES, OF_STATEMENTS

Codes = NDArray[np.int32]

_ROWS = """
SELECT n, article_id, speaker_id, kind, mode, stance, substr(earliest, 1, 4) FROM statements WHERE n > ?
"""
# Without the index, SQLite would read past the whole text of an article to its day.
_ARTICLES = """
SELECT a.id, a.outlet, substr(a.earliest, 1, 4), t.owner FROM articles AS a INDEXED BY articles_told
LEFT JOIN members AS t ON t.member = a.id AND NOT t.gone
"""
_AT_ONCE = 20_000
_ROOM = 8  # an eighth is kept free for rows to come
_ROW = np.dtype([("n", np.int64), ("article", np.int32), *((name, np.int32) for name in OF_STATEMENTS)])


class _Values(dict[str | None, int]):
    """Value -> code; a value that is looked up for the first time gets the next code."""

    def __init__(self) -> None:
        self._known: list[str | None] = []

    def __missing__(self, value: str | None) -> int:
        code = self[value] = len(self._known)
        self._known.append(value)
        return code

    def codes(self, values: Sequence[str | None]) -> Codes:
        """The codes of values."""
        return np.fromiter(map(self.__getitem__, values), np.int32, len(values))

    def counted(self, numbers: NDArray[np.int64]) -> dict[str | None, int]:
        """Value -> number, where ``numbers`` has one at its code."""
        (at,) = numbers.nonzero()
        held = zip(at.tolist(), numbers[at].tolist(), strict=True)
        return {self._known[code]: number for code, number in held}


@dataclass(frozen=True, slots=True)
class _Articles:
    """The facets of articles in one state of the archive, by the code of the article's id."""

    state: int
    values: tuple[_Values, ...]
    codes: tuple[Codes, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Facet -> value -> how many statements have it; and the speaker of each statement."""

    counts: Mapping[str, Mapping[str | None, int]]
    numbers: NDArray[np.int64]
    made_by: Codes
    speakers: Mapping[str | None, int]

    def of_speakers(self, speakers: Iterable[str | None]) -> list[int]:
        """The numbers of the statements by any of ``speakers``."""
        found: list[int] = self.numbers[np.isin(self.made_by, [self.speakers[s] for s in speakers])].tolist()
        return found


class Columns:
    """The columns of one archive's statements, shared by several connections that only read."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._articles = _Values()
        self._values = tuple(_Values() for _ in OF_STATEMENTS)
        self._rows, self._size = np.empty(0, _ROW), 0
        self._held: WeakKeyDictionary[sqlite3.Connection, _Articles] = WeakKeyDictionary()

    def counted(self, connection: sqlite3.Connection, numbers: Sequence[int]) -> Counted | None:
        """How many of the statements with these numbers have each value of each facet.

        Args:
            connection: the archive, in the state in which it gave the numbers.
            numbers: of statements that are there, ascending.

        Returns:
            None if one of them is missing: another connection read past it after it had been removed.
        """
        asked = np.asarray(numbers, np.int64)
        with self._lock:
            self._read_on(connection)
            held = self._articles_now(connection)
            known = self._rows[: self._size]
            at = np.searchsorted(known["n"], asked)
            if len(asked) and (at[-1] == self._size or not np.array_equal(known["n"][at], asked)):
                return None
            rows = known[at]
            counts = {
                facet: values.counted(np.bincount(rows[facet]))
                for facet, values in zip(OF_STATEMENTS, self._values, strict=True)
            }
        for facet, values, column in zip(OF_ARTICLES, held.values, held.codes, strict=True):
            counts[facet] = values.counted(np.bincount(column[rows["article"]]))
        return Counted(counts, asked, rows["speaker"], self._values[0])

    def _read_on(self, connection: sqlite3.Connection) -> None:
        """Read the rows after the last one that was read."""
        last = int(self._rows["n"][self._size - 1]) if self._size else 0
        for numbers, articles, *columns in _batches(connection.execute(_ROWS, (last,))):
            first, self._size = self._size, self._size + len(numbers)
            if self._size > len(self._rows):
                grown = np.empty(self._size + self._size // _ROOM, _ROW)
                grown[:first] = self._rows[:first]
                self._rows = grown
            added = self._rows[first : self._size]
            added["n"], added["article"] = numbers, self._articles.codes(articles)
            for facet, values, column in zip(OF_STATEMENTS, self._values, columns, strict=True):
                added[facet] = values.codes(column)

    def _articles_now(self, connection: sqlite3.Connection) -> _Articles:
        """The facets of articles now: an article may change its story without being written again."""
        (state,) = connection.execute("PRAGMA data_version").fetchone()
        held = self._held.get(connection)
        if held is not None and held.state == state:
            return held
        values = tuple(_Values() for _ in OF_ARTICLES)
        rows = connection.execute(_ARTICLES).fetchall()
        ids, *columns = zip(*rows, strict=True) if rows else [()] * (len(OF_ARTICLES) + 1)
        places = self._articles.codes(ids)
        codes = tuple(np.zeros(len(self._articles), np.int32) for _ in values)
        for column, value, told in zip(codes, values, columns, strict=True):
            column[places] = value.codes(told)
        found = self._held[connection] = _Articles(state, values, codes)
        return found


def _batches(rows: sqlite3.Cursor) -> Iterator[tuple[Sequence[Any], ...]]:
    """Some rows at a time, as columns."""
    while some := rows.fetchmany(_AT_ONCE):
        yield tuple(zip(*some, strict=True))
