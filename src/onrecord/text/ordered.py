"""Things in the order of their places, looked up by offset: their edges are taken once, as plain numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from onrecord.records import Span


class Ranged(Protocol):
    """Whatever has a place in the text."""

    @property
    def span(self) -> Span:
        """That place."""


R = TypeVar("R", bound=Ranged)


class Ordered(Generic[R]):
    """``items`` in order, none of which overlaps another.

    A look-up compares numbers, not things: an article of a thousand quotations asks 20,000 times.
    """

    __slots__ = ("_ends", "_starts", "items")

    def __init__(self, items: Sequence[R]) -> None:
        self.items = items
        spans = [item.span for item in items]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def index(self, offset: int) -> int:
        """How many begin at or before ``offset``, less one; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def at(self, offset: int) -> R | None:
        """The one that holds ``offset``, or None between two."""
        i = self.index(offset)
        return self.items[i] if i >= 0 and offset < self._ends[i] else None

    def ended(self, offset: int) -> int:
        """How many end at or before ``offset``: the index of what holds it, or of the first after it."""
        return bisect_right(self._ends, offset)

    def touching(self, span: Span) -> Sequence[R]:
        """Those that share a character with ``span``."""
        return self.items[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]
