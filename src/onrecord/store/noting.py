"""Questions to an archive with their answers: what was made from them is good while these stay the same.

A page depends only on the rows that it was made from. A write elsewhere in the archive
leaves these as they are, and asking for them again takes a tenth of the time that making the page takes.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from sys import intern
from typing import Any, TypeAlias, TypeVar, cast

R = TypeVar("R")
Row: TypeAlias = tuple[Any, ...]
# Parameters of SQL, by place or by name.
Values: TypeAlias = Sequence[Any] | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with the digest of its rows."""

    sql: str
    values: Values
    digest: bytes

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return 200 + sum(60 + len(v) if isinstance(v, str | bytes) else 40 for v in self.values)


@dataclass(frozen=True, slots=True)
class Worked:
    """What was worked out of questions that are not noted one by one; ``told`` is what it came to."""

    ask: Callable[[Connection], object]
    told: object
    size: int


@dataclass(slots=True)
class Notes:
    """What was asked, in order; ``whole``: whether nothing was done that cannot be asked again."""

    answered: list[Answered | Worked] = field(default_factory=list)
    whole: bool = True

    @property
    def size(self) -> int:
        """About how many bytes they take."""
        return sum(a.size for a in self.answered)


class Connection(sqlite3.Connection):
    """A connection that notes what ``execute`` is asked, where that is wanted."""

    _notes: Notes | None = None

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
        self._notes.answered.append(Answered(intern(sql), values, _digest(rows)))
        return cast("sqlite3.Cursor", _Rows(rows))

    @contextmanager
    def noting(self) -> Iterator[Notes]:
        """Notes of what is asked inside."""
        self._notes = notes = Notes()
        try:
            yield notes
        finally:
            self._notes = None

    def answers_as(self, notes: Notes) -> bool:
        """Whether all that was noted would be answered as it was."""
        ask = super().execute
        return notes.whole and all(
            note.ask(self) == note.told
            if isinstance(note, Worked)
            else _digest(ask(note.sql, note.values).fetchall()) == note.digest
            for note in notes.answered
        )

    @contextmanager
    def unnoted(self) -> Iterator[None]:
        """What is asked inside follows from what was noted, and is not noted itself."""
        notes, self._notes = self._notes, None
        try:
            yield
        finally:
            self._notes = notes

    def worked_out(self, ask: Callable[[Connection], R], size: int) -> R:
        """What ``ask`` works out of this archive, noted as one question that takes about ``size`` bytes."""
        with self.unnoted():
            told = ask(self)
        if self._notes is not None:
            self._notes.answered.append(Worked(ask, told, size))
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


def _digest(rows: list[Row]) -> bytes:
    """A digest of rows of None, numbers, text and bytes."""
    # The second format: later ones write a value as a reference where it is the same object as one before.
    return blake2b(marshal.dumps(rows, 2), digest_size=16).digest()
