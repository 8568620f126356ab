"""Questions to an archive with their answers: what was made from them is good while these stay the same.

A page depends only on the rows that it was made from. Most of them are found by ids. The archive logs the ids
of all that is written (``touched``): while none of a page's ids is among them, the page is good, and nothing
is asked again. Searches are asked again where something that was written matches. All other questions
(counts, lists) are asked again after each write, and must give the same rows.
"""

from __future__ import annotations

import json
import marshal
import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from sys import intern
from typing import Any, Self, TypeAlias, TypeVar, cast

from onrecord.store.touched import (
    Index,
    Match,
    Written,
    last_number,
    last_of,
    may_match_otherwise,
    written_since,
)

R = TypeVar("R")
Row: TypeAlias = tuple[Any, ...]
# Parameters of SQL, by place or by name.
Values: TypeAlias = Sequence[Any] | Mapping[str, Any]

_LONGEST_ID = 80
# What is kept of an id: two that share it have a page made once more.
_BITS = 0xFFFFFFFF


class Keyed(str):
    """SQL whose rows follow from rows that have an id which it is given, or which it gives.

    ``whole``: under which names writes to tables are logged that it reads without any id.
    """

    __slots__ = ("whole",)
    whole: tuple[str, ...]

    def __new__(cls, sql: str, *whole: str) -> Self:
        """Mark SQL."""
        found = super().__new__(cls, sql)
        found.whole = whole
        return found


class Matching(str):
    """SQL whose rows follow from which articles or statements match its first value, and from rows of those.

    Their order may follow from how rare words are, too, which moves with every article, but hardly any place.
    ``words_in``: the index.
    """

    __slots__ = ("words_in",)
    words_in: Index

    def __new__(cls, sql: str, words_in: Index) -> Self:
        """Mark SQL."""
        found = super().__new__(cls, sql)
        found.words_in = words_in
        return found


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with the digest of its rows; ``match``: what these follow from, where that is known."""

    sql: str
    values: Values
    digest: bytes
    match: Match | None = None

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return 200 + sum(60 + len(v) if isinstance(v, str | bytes) else 40 for v in self.values)

    def holds(self, connection: Connection, written: Written) -> bool:
        """Whether it would be answered as it was."""
        if self.match is not None and not may_match_otherwise(connection, self.match, written):
            return True
        return _digest(connection.ask(self.sql, self.values).fetchall()) == self.digest


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out of questions that are not noted one by one; ``told`` is what it came to.

    ``match``: what that follows from, and from nothing else.
    """

    ask: Callable[[Connection], object]
    told: object
    room: int
    match: Match

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return self.room + 4 * len(self.match.numbers or ())

    def holds(self, connection: Connection, written: Written) -> bool:
        """Whether it would come to the same."""
        return not may_match_otherwise(connection, self.match, written) or self.ask(connection) == self.told


@dataclass(slots=True)
class Notes:
    """What was asked, in order; ``whole``: whether nothing was done that cannot be asked again.

    ``keys``: by what ids rows were found, in order. ``upto``: the last write that was looked at. ``last``:
    the last number of a statement when that began.
    """

    answered: list[Answered | Worked] = field(default_factory=list)
    whole: bool = True
    keys: array[int] = field(default_factory=lambda: array("I"))
    upto: int = 0
    last: int = 0

    @property
    def size(self) -> int:
        """About how many bytes they take."""
        return sum(a.size for a in self.answered) + len(self.keys) * self.keys.itemsize

    def name(self, ids: Iterable[str | int]) -> bool:
        """Whether any of these is among the ids."""
        keys = self.keys
        for key in map(_short, ids):
            at = bisect_left(keys, key)
            if at < len(keys) and keys[at] == key:
                return True
        return False


class Connection(sqlite3.Connection):
    """A connection that notes what ``execute`` is asked, where that is wanted."""

    _notes: Notes | None = None
    _ids: set[int]

    def ask(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as its base has it
        """One statement that is not noted."""
        return super().execute(sql, parameters)

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as its base has it
        """One statement; while notes are taken all its rows are read at once."""
        found = super().execute(sql, parameters)
        if self._notes is None:
            return found
        if found.description is None:
            self._notes.whole = False
            return found
        rows = found.fetchall()
        values = dict(parameters) if isinstance(parameters, Mapping) else tuple(parameters)
        self._note(self._notes, sql, values, rows)
        return cast("sqlite3.Cursor", _Rows(rows))

    def _note(self, notes: Notes, sql: str, values: Values, rows: list[Row]) -> None:
        if not isinstance(sql, Keyed | Matching):
            notes.answered.append(Answered(intern(sql), values, _digest(rows)))
            return
        given = list(values.values() if isinstance(values, Mapping) else values)
        told = chain.from_iterable(rows)
        if isinstance(sql, Matching):
            self._ids.update(_ids_in(told))
            match = Match(sql.words_in, given[0], notes.last)
            notes.answered.append(Answered(sql, values, _digest(rows), match))
        else:
            self._ids.update(_ids_in(chain(given, told, sql.whole)))

    @contextmanager
    def noting(self) -> Iterator[Notes]:
        """Notes of what is asked inside."""
        notes = Notes(upto=last_of(self), last=last_number(self))
        self._notes, self._ids = notes, set()
        try:
            yield notes
        finally:
            self._notes = None
            notes.keys = array("I", sorted(self._ids))
            self._ids = set()

    def answers_as(self, notes: Notes) -> bool:
        """Whether all that was noted would be answered as it was; if so, the notes know of all writes."""
        if not notes.whole or (written := written_since(self, notes.upto)) is None or notes.name(written.ids):
            return False
        if not all(note.holds(self, written) for note in notes.answered):
            return False
        notes.upto = written.upto
        return True

    @contextmanager
    def unnoted(self) -> Iterator[None]:
        """What is asked inside follows from what was noted, and is not noted itself."""
        notes, self._notes = self._notes, None
        try:
            yield
        finally:
            self._notes = notes

    def worked_out(self, ask: Callable[[Connection], tuple[R, array[int]]], words: str, size: int) -> R:
        """What ``ask`` works out of the statements that match ``words``, of those with the numbers it tells.

        Noted as one question that takes about ``size`` bytes.
        """
        with self.unnoted():
            told, numbers = ask(self)
        if self._notes is not None:
            match = Match("statement_search", words, self._notes.last, numbers)
            self._notes.answered.append(Worked(lambda now: ask(now)[0], told, size, match))
        return told


class _Rows:
    """Rows that were read, as a cursor gives them."""

    def __init__(self, rows: list[Row]) -> None:
        self._left = iter(rows)

    def __iter__(self) -> Iterator[Row]:
        return self._left

    def fetchone(self) -> Row | None:
        """The next row; None behind the last."""
        return next(self._left, None)

    def fetchall(self) -> list[Row]:
        """All that are left."""
        return list(self._left)


def _ids_in(values: Iterable[Any]) -> Iterator[int]:
    """The ids among values, and in those that are lists as JSON."""
    for value in values:
        if isinstance(value, str) and value.startswith("["):
            yield from _ids_in(json.loads(value))
        elif isinstance(value, int) or (isinstance(value, str) and len(value) <= _LONGEST_ID):
            yield _short(value)


def _short(key: str | int) -> int:
    return hash(key) & _BITS


def _digest(rows: list[Row]) -> bytes:
    """A digest of rows of None, numbers, text and bytes."""
    # The second format: later ones write a value as a reference where it is the same object as one before.
    return blake2b(marshal.dumps(rows, 2), digest_size=16).digest()
