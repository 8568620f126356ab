"""A word of an article with what is asked of every word."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.records import Span


class Word(NamedTuple):
    """A word: its place, its characters, and its forms in its language.

    A tuple, for there are thousands in an article, and one takes half the time of a frozen dataclass to make.
    ``plain`` is without case, typographic marks and possessive; ``key`` is what its inflections and spellings
    share; ``content`` tells whether it names something (no function word, auxiliary or plain verb of saying).
    """

    span: Span
    written: str
    plain: str
    key: str
    content: bool

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.span.end
