"""What clauses are read from and read into: the words of a masked sentence, and source, cue and content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.languages import Language
from onrecord.languages.grammar import CueGrammar
from onrecord.records import Span, Spans
from onrecord.statements.cuewords import CueWord, cue_words

PAUSES = frozenset(",—–-")
MASK = "§"


class Token(NamedTuple):
    """A word, a punctuation mark, or one masked quotation with its closing marks.

    ``low`` is the lower-case form. Of a token without characters nothing is true.
    """

    start: int
    end: int
    text: str
    low: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.text[:1].isalnum()

    @property
    def is_quote(self) -> bool:
        """Whether it stands for a quotation."""
        return self.text[:1] == MASK

    @property
    def is_pause(self) -> bool:
        """Whether a clause may have ended just here."""
        return self.is_quote or self.text in PAUSES

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter or figure."""
        return self.text[:1].isupper() or self.text[:1].isdigit()


OUTSIDE = Token(0, 0, "", "")


class Tokens:
    """The tokens of one masked sentence with the words of its language.

    Reading goes forwards and backwards by index; before the first and after the last stands ``OUTSIDE``.

    Args:
        tokens: in order; their offsets are those of the article.
        language: what the sentence is written in.
        hidden: a masked text that holds the sentence.
        offset: where in the article ``hidden`` begins.
    """

    def __init__(self, tokens: Iterable[Token], language: Language, hidden: str, offset: int) -> None:
        self._tokens = tuple(tokens)
        self._hidden, self._offset = hidden, offset
        self.language = language
        self.cues = language.grammar(CueGrammar)

    def __len__(self) -> int:
        return len(self._tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self._tokens)

    def at(self, index: int) -> Token:
        """The token at ``index``, ``OUTSIDE`` beyond the sentence."""
        return self._tokens[index] if 0 <= index < len(self._tokens) else OUTSIDE

    def part(self, start: int, stop: int) -> tuple[Token, ...]:
        """The tokens from ``start`` up to ``stop``, as far as there are any."""
        return self._tokens[max(0, start) : max(0, stop)]

    def from_token(self, start: int) -> Tokens:
        """The same without the tokens before ``start``."""
        return Tokens(self._tokens[start:], self.language, self._hidden, self._offset)

    def up_to(self, stop: int) -> Tokens:
        """The same without the tokens from ``stop`` on."""
        return Tokens(self._tokens[:stop], self.language, self._hidden, self._offset)

    def written(self, span: Span) -> str:
        """The characters of ``span`` with what is quoted masked."""
        return self._hidden[span.start - self._offset : span.end - self._offset]

    def first(self, indices: Iterable[int], fits: Callable[[Token], bool]) -> int | None:
        """The first of ``indices`` whose token fits, or None."""
        return next((i for i in indices if fits(self.at(i))), None)

    def span(self, start: int, stop: int) -> Span:
        """The characters of the tokens from ``start`` up to ``stop``, which are there."""
        return Span(self._tokens[start].start, self._tokens[stop - 1].end)

    # ------------------------------------------------------------------ what a word is in this language

    def verbs(self, index: int) -> tuple[CueWord, ...]:
        """The cue verbs that the token may be a form of, those with a particle first."""
        return cue_words(self.language).get(self.at(index).low, ())

    def is_helper(self, index: int) -> bool:
        """An auxiliary or adverb between a source and its cue verb."""
        token = self.at(index)
        is_manner = token.low.endswith(self.cues.ending_manner) and not token.is_capital
        return token.low in self.cues.auxiliaries or token.low in self.cues.adverbs or is_manner

    def is_past(self, index: int) -> bool:
        """Whether it looks like a regular verb in the past."""
        return self.at(index).low.endswith(self.cues.ending_past)

    def ends_phrase(self, index: int) -> bool:
        """Whether a noun phrase cannot go on here: a conjunction or an adjunct begins."""
        return self.at(index).low in self.cues.boundaries or self.at(index).low in self.cues.adjuncts

    def opens_phrase(self, index: int) -> bool:
        """Whether it is an article, a possessive or a number word before a noun."""
        return self.at(index).low in self.cues.determiners

    def is_dated(self, index: int) -> bool:
        """Whether it is a day, a month or a unit of time."""
        return self.at(index).low in self.cues.calendar


@dataclass(frozen=True, slots=True)
class Clause:
    """Source, cue and content of one attribution within one sentence."""

    source: Spans
    cue: Spans
    content: Spans
