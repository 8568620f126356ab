"""The view of an article: its text cut and marked once, for every stage that reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar

from onrecord import languages
from onrecord.languages import Language
from onrecord.languages.quotations import Quotation
from onrecord.records import AnnotatedArticle, Article, Block, Span
from onrecord.text.marks import marks_of
from onrecord.text.ordered import Ordered, Ranged
from onrecord.text.sentence import Sentence
from onrecord.text.values import DayName, Number
from onrecord.text.word import Word

R = TypeVar("R", bound=Ranged)


class View:
    """One article's text as every stage sees it.

    Everything is found when it is first asked for, and once. All offsets are into ``article.text``. A look-up
    by offset or span takes logarithmic time. A view never changes; what an article is dated to makes no
    difference to it, so the view of an article serves for the same article dated anew.

    Args:
        article: whose text is read.
        language: what it is read with; by default that of the article's own code.
    """

    def __init__(self, article: Article, language: Language | None = None) -> None:
        self.article = article
        self.language = languages.of(article.language) if language is None else language
        self._marks = marks_of(article.text, self.language)
        self._cut: dict[Span, tuple[Span, ...]] = {}

    def __repr__(self) -> str:
        return f"View({self.article.id!r})"

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    # ------------------------------------------------------------------ blocks

    @cached_property
    def _blocks(self) -> Ordered[Block]:
        return Ordered(self.article.blocks)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds ``offset``, or None between blocks."""
        return self._blocks.at(offset)

    def blocks(self, *kinds: str) -> Iterator[Block]:
        """The blocks of these kinds, in order; without a kind all."""
        return (b for b in self.article.blocks if not kinds or b.kind in kinds)

    # ------------------------------------------------------------------ sentences

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the whole text, headline and furniture among them, in order."""
        return tuple(Sentence(self, span) for span in self._marks.sentences)

    @cached_property
    def _sentences(self) -> Ordered[Sentence]:
        return Ordered(self.sentences)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds ``offset``, or None between sentences."""
        return self._sentences.at(offset)

    def sentence_index(self, offset: int) -> int:
        """How many sentences begin at or before ``offset``, less one; -1 before the first."""
        return self._sentences.index(offset)

    def sentences_in(self, span: Span) -> Sequence[Sentence]:
        """The sentences that share a character with ``span``, in order."""
        return self._sentences.touching(span)

    def cut(self, span: Span) -> tuple[Span, ...]:
        """The sentences of ``span`` alone, as if nothing stood before or after it.

        For a block, a statement's content or a quotation, whose edges end sentences too; ``sentences_in``
        gives the article's own sentences, which may reach beyond.
        """
        if span not in self._cut:
            self._cut[span] = tuple(self.language.sentences(self.text, span.start, span.end))
        return self._cut[span]

    # ------------------------------------------------------------------ words

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words and numbers of the whole text, in order.

        Words joined by a hyphen or apostrophe are one, as are initials with stops and numbers with
        separators.
        """
        return tuple(self._words.items)

    @property
    def _words(self) -> Ordered[Word]:
        return self._marks.words

    @property
    def tokens(self) -> tuple[Span, ...]:
        """The words as names are read by, in order: without possessive endings, a lone "&" among them."""
        return self._marks.tokens

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words of ``span``; one that an edge cuts is cut with it."""
        found = tuple(self._words.touching(span))
        if found and (found[0].start < span.start or found[-1].end > span.end):
            cut = self.language.words(self.text, span.start, span.end)
            return tuple(self._marks.word(word) for word in cut)
        return found

    def word_index(self, offset: int) -> int:
        """The index of the word that holds ``offset``, or of the first one after it."""
        return self._words.ended(offset)

    def keys_in(self, span: Span) -> frozenset[str]:
        """Keys of the content words of ``span``."""
        return frozenset(w.key for w in self.words_in(span) if w.content)

    # ------------------------------------------------------------------ quotations

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """All quotations in order of their start; any two are nested or apart."""
        return self._marks.quotations

    @property
    def _levels(self) -> tuple[Ordered[Quotation], ...]:
        return self._marks.levels

    def quotations_at_level(self, level: int) -> tuple[Quotation, ...]:
        """The quotations inside ``level`` others, in order; they do not overlap."""
        return tuple(self._levels[level].items) if level < len(self._levels) else ()

    def quotations_in(self, span: Span, level: int | None = None) -> Sequence[Quotation]:
        """The quotations that share a character with ``span``, in order; of one level, or of all."""
        if level is not None:
            return self._levels[level].touching(span) if level < len(self._levels) else ()
        return sorted(q for found in self._levels for q in found.touching(span))

    def quotation_at(self, offset: int, level: int = 0) -> Quotation | None:
        """The quotation of one level that holds ``offset``, its marks included; None outside."""
        return self._levels[level].at(offset) if level < len(self._levels) else None

    def is_quoted(self, offset: int) -> bool:
        """Whether ``offset`` stands between the marks of a quotation."""
        quotation = self.quotation_at(offset)
        return quotation is not None and quotation.inner.start <= offset < quotation.inner.end

    # ------------------------------------------------------------------ numbers and days

    @property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers in figures and words, in order; none reaches over the end of a sentence."""
        return tuple(self._marks.numbers.items)

    def numbers_in(self, span: Span) -> Sequence[Number]:
        """The numbers that share a character with ``span``, in order."""
        return self._marks.numbers.touching(span)

    @cached_property
    def day_names(self) -> tuple[DayName, ...]:
        """The names of weekdays and months, in order."""
        known = self.language.day_names
        return tuple(
            DayName(w.span, *known[w.plain])
            for w in self.words
            if w.plain in known and not w.written.islower()
        )


Views: TypeAlias = Mapping[str, View]


def view_all(items: Mapping[str, AnnotatedArticle]) -> dict[str, View]:
    """A view for each article of ``items``, by id."""
    return {a: View(item.article) for a, item in items.items()}
