"""What clauses are read from and read into: the words of a masked sentence, and source, cue and content."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Spans

PAUSES = frozenset(",—–-")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a punctuation mark, or one masked quotation with its closing marks."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """Lower-case form."""
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.text[0].isalnum()

    @property
    def is_quote(self) -> bool:
        """Whether it stands for a quotation."""
        return self.text[0] == "§"

    @property
    def is_pause(self) -> bool:
        """Whether a clause may have ended just here."""
        return self.is_quote or self.text in PAUSES

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter or figure."""
        return self.text[0].isupper() or self.text[0].isdigit()


@dataclass(frozen=True, slots=True)
class Clause:
    """Source, cue and content of one attribution within one sentence."""

    source: Spans
    cue: Spans
    content: Spans
