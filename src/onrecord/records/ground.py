"""Ids, spans, places and dates: what every other record is made of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass


def stable_id(prefix: str, *parts: object) -> str:
    """``prefix-`` and 16 hex digits of the SHA-256 of ``parts``: equal parts, equal id."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range ``[start, end)`` of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans``; ``ValueError`` when there are none."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a named article: what a reader is sent to."""

    article_id: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened or was published, as far as the text tells.

    ``edtf`` is None unless at least a year is known; ``earliest``/``latest`` are ISO days bounding
    it (None: open); ``basis`` says in words what that rests on.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "the text does not say"

    @property
    def day(self) -> str | None:
        """The ISO day when one single day is claimed, else None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None
