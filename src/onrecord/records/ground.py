"""Ids, spans, places and dates: what every other record is made of."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

_QUOTED = re.compile("“([^“”]{1,60})”")  # a moment is no longer, and what is quoted may be anything
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?")
_CLOCK = re.compile(r"\d:\d\d")
_HALF_DAY = re.compile(r"\b(\d{1,2})(:\d\d(?::\d\d)?)\s?([ap])\.?m\b\.?", re.IGNORECASE)
_OFFSET = re.compile(r"\b(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d\d))?\b")


def stable_id(prefix: str, *parts: object) -> str:
    """``prefix-`` and 16 hex digits of the SHA-256 of ``parts``: equal parts, equal id."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


def stable_number(*parts: object) -> int:
    """A signed number of 64 bits for ``parts``: the same in every run, and small in a database."""
    digest = hashlib.blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), "big", signed=True)


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
    """A span in a named article, for a reader to go to."""

    article_id: str
    start: int
    end: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When something happened or was published, as far as the text says.

    ``edtf`` is None unless at least a year is known; ``earliest`` and ``latest`` are ISO days that bound
    it (None: unbounded); ``basis`` says in words how it is known.
    """

    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: str = "the text does not say"

    @property
    def day(self) -> str | None:
        """The ISO day if a single day is claimed, else None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None

    @property
    def moment(self) -> datetime | None:
        """The time on that day, if the basis quotes exactly one (and not also that of a later change).

        Midnight to the second does not count: machines write it when they know only the day.
        """
        if self.day is None or not _CLOCK.search(self.basis):
            return None
        told = {m for quoted in _QUOTED.findall(self.basis) if (m := _read_moment(quoted)) is not None}
        found = next(iter(told)) if len(told) == 1 else None
        if found is None or found.replace(tzinfo=None).time() == time.min:
            return None
        # By the clock of its own zone or of another: a day off at most.
        return found if abs(found.date() - date.fromisoformat(self.day)) <= timedelta(1) else None

    @property
    def turn(self) -> tuple[str, str]:
        """A key that sorts by day, within a day by time; a dating without either comes last."""
        at = self.moment
        hour = "" if at is None else (at if at.tzinfo is None else at.astimezone(UTC)).isoformat()
        return self.earliest or self.latest or "9999", hour or "9999"

    def before(self, other: Dating) -> bool:
        """Whether this was certainly before the other: by their times if both have one, else by bounds."""
        one, two = self.moment, other.moment
        if one and two and (one.tzinfo is None) == (two.tzinfo is None):
            return one < two
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest


def _read_moment(written: str) -> datetime | None:
    """A day and time as machines write them: ISO 8601, as mail and feeds do, or "May 3, 2031 4:12 PM"."""
    found = _ISO.search(written)
    try:
        if found:
            return datetime.fromisoformat(found[0])
        if not _CLOCK.search(written):
            return None
        whole = _HALF_DAY.sub(lambda m: f"{int(m[1]) % 12 + 12 * (m[3] in 'pP')}{m[2]}", written)
        return parsedate_to_datetime(_OFFSET.sub(lambda m: f"{m[1]}{int(m[2]):02d}{m[3] or '00'}", whole))
    except (ValueError, OverflowError):
        return None
