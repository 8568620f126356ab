"""A fact: one value at one place with the words around it; what makes two facts about the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.languages.rarity import rarity
from onrecord.languages.sentences import sentences
from onrecord.languages.words import fold, is_content, words
from onrecord.records import AnnotatedArticle, Article, Place, Span

# Words on either side that make the context of a value; a long clause has about as many.
REACH = 14
# Words shown on either side of a value to a reader.
SHOWN = 6
# No article is searched further; what stands below is background.
MOST_CHARACTERS = 30_000
MOST_SENTENCES = 400
# Facts of one kind compared per article; a longer list is a table.
MOST_FACTS = 200


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its span, its ``fold`` key, whether it is a content word, as it is written."""

    span: Span
    key: str
    content: bool
    written: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with its words."""

    article: Article
    span: Span
    words: tuple[Word, ...]

    def keys(self, start: int = 0, end: int | None = None) -> frozenset[str]:
        """Keys of the content words from word ``start`` up to ``end``."""
        return frozenset(w.key for w in self.words[max(0, start) : end] if w.content)

    def around(self, span: Span) -> tuple[int, int]:
        """Indices of the first word that does not end before ``span`` and of the first that begins after."""
        first = bisect_right(self.words, span.start, key=lambda w: w.span.end)
        return first, bisect_left(self.words, span.end, key=lambda w: w.span.start)

    def context(self, span: Span) -> frozenset[str]:
        """Content words within ``REACH`` words of ``span``, those inside it left out."""
        first, after = self.around(span)
        return self.keys(first - REACH, first) | self.keys(after, after + REACH)

    def place(self, span: Span) -> Place:
        """``span`` with enough words around it to be understood, within the sentence."""
        first, after = self.around(span)
        start = self.words[max(0, first - SHOWN)].span.start if self.words else span.start
        end = self.words[min(len(self.words), after + SHOWN) - 1].span.end if self.words else span.end
        return Place(self.article.id, min(start, span.start), max(end, span.end))


def read(item: AnnotatedArticle) -> list[Sentence]:
    """The sentences of an article's body and headline, in order."""
    article = item.article
    text = article.text
    end = min(len(text), MOST_CHARACTERS)
    skipped = [b.span for b in article.blocks if b.kind in ("furniture", "dateline")]
    found = []
    for span in sentences(text, 0, end)[:MOST_SENTENCES]:
        if any(s.contains(span) for s in skipped):
            continue
        found.append(Sentence(article, span, tuple(_words(text, span))))
    return found


def _words(text: str, span: Span) -> Iterable[Word]:
    for word in words(text, span.start, span.end):
        written = word.of(text)
        yield Word(word, fold(written), is_content(written), written)


def weight(keys: Iterable[str]) -> float:
    """How much words tell together: the sum of their rarities."""
    return sum(rarity(key) for key in sorted(keys))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared weight over the weight of the poorer context, 0 to 1."""
    return weight(a & b) / (min(weight(a), weight(b)) or 1.0)


def outlets_differ(a: Article, b: Article) -> bool:
    """Whether two articles can be held against each other: not the same outlet's update of its own text."""
    return a.outlet is None or b.outlet is None or a.outlet != b.outlet


def pairs(articles: Sequence[AnnotatedArticle]) -> Iterable[tuple[AnnotatedArticle, AnnotatedArticle]]:
    """Pairs of articles of different outlets, in order."""
    for i, one in enumerate(articles):
        for two in articles[i + 1 :]:
            if outlets_differ(one.article, two.article):
                yield one, two
