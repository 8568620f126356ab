"""A sentence of an article, with its words and what stands around a place in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.languages import Language
from onrecord.records import Article, Place, Span
from onrecord.text.word import Word

if TYPE_CHECKING:
    from onrecord.text.view import View

# Words on either side that make the context of a value; a long clause has about as many.
REACH = 14
# Words shown on either side of a value to a reader.
SHOWN = 6


class Sentence:
    """The sentence at ``span`` of a view; equal only to itself, for a view makes each once."""

    def __init__(self, view: View, span: Span) -> None:
        self.view = view
        self.span = span

    def __repr__(self) -> str:
        return f"Sentence({self.article.id!r}, {self.span!r})"

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.view.article

    @property
    def language(self) -> Language:
        """The language it is read in."""
        return self.view.language

    @property
    def text(self) -> str:
        """Its own characters."""
        return self.span.of(self.article.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words and numbers, in order."""
        return self.view.words_in(self.span)

    def of(self, span: Span) -> str:
        """The characters of ``span``, which is one of the article's."""
        return span.of(self.article.text)

    def gap(self, index: int) -> str:
        """What stands between word ``index`` and the next; the sentence's end after the last."""
        after = self.words[index + 1].start if index + 1 < len(self.words) else self.span.end
        return self.article.text[self.words[index].end : after]

    def keys(self, start: int = 0, end: int | None = None) -> frozenset[str]:
        """Keys of the content words from word ``start`` up to ``end``."""
        return frozenset(w.key for w in self.words[max(0, start) : end] if w.content)

    def around(self, span: Span) -> tuple[int, int]:
        """Indices of the first word that does not end before ``span`` and of the first that begins after."""
        first = bisect_right(self.words, span.start, key=lambda w: w.span.end)
        return first, bisect_left(self.words, span.end, key=lambda w: w.span.start)

    def context(self, span: Span, reach: int = REACH) -> frozenset[str]:
        """Keys of the content words within ``reach`` words of ``span``, those inside it left out."""
        first, after = self.around(span)
        return self.keys(first - reach, first) | self.keys(after, after + reach)

    def place(self, span: Span, shown: int = SHOWN) -> Place:
        """``span`` with enough words around it to be understood, within the sentence."""
        first, after = self.around(span)
        start = self.words[max(0, first - shown)].start if self.words else span.start
        end = self.words[min(len(self.words), after + shown) - 1].end if self.words else span.end
        return Place(self.article.id, min(start, span.start), max(end, span.end))
