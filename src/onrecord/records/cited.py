"""What a row carries besides its record, so that a table can be read without the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """The words that a row's spans cover, and where they were published."""

    words: str
    outlet: str | None
    title: str | None
    published_at: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class CitedPair:
    """The words of a row's two places, and whose they are."""

    a_words: str
    a_outlet: str | None
    b_words: str
    b_outlet: str | None
