"""How much of one thing is meant: all of it in one outlet, nearly all or a part in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.languages.grammar import ConflictGrammar
from onrecord.records import Span
from onrecord.relations.facts import MOST_FACTS
from onrecord.text import Sentence

_MARKS = re.compile(r"[^\w\s’'-]")
# Words that name the thing: "gun sales" of "nearly all gun sales in the state".
NAMED = 2
# What these tell at least, in rarity, and how alike the words around must be.
TELLING = 4.0
ALIKE = 0.3


@dataclass(frozen=True, slots=True)
class Extent:
    """How much (``share``: a group of the grammar's ``extent``) of what (``thing``: keys of its words)."""

    share: str
    thing: tuple[str, ...]
    sentence: Sentence
    span: Span
    context: frozenset[str]


def extents(sentences: Sequence[Sentence]) -> list[Extent]:
    """The shares that an article gives, of things named by two content words in a row."""
    found: list[Extent] = []
    for sentence in sentences:
        text = sentence.article.text
        grammar = sentence.language.grammar(ConflictGrammar)
        for match in grammar.extent.finditer(text, sentence.span.start, sentence.span.end):
            _, after = sentence.around(Span(*match.span()))
            named = [w for w in sentence.words[after : after + NAMED + 1] if w.content][:NAMED]
            joined = len(named) == NAMED and not _MARKS.search(text[match.end() : named[-1].span.end])
            if joined and len(found) < MOST_FACTS:
                span = Span(match.start(), named[-1].span.end)
                thing = tuple(w.key for w in named)
                found.append(Extent(str(match.lastgroup), thing, sentence, span, sentence.context(span)))
    return found


def disagreements(one: Sequence[Extent], two: Sequence[Extent]) -> Iterator[tuple[Extent, Extent]]:
    """Pairs of shares of one thing that differ, in sentences about the same; a share both give settles it."""
    for a in one:
        for b in two:
            language = a.sentence.language
            if a.thing != b.thing or a.share == b.share or language.weight(a.thing) < TELLING:
                continue
            alike = language.likeness(a.context, b.context) >= ALIKE
            alike = alike and language.weight(a.context & b.context) >= TELLING
            if alike and not _given(a, two) and not _given(b, one):
                yield a, b


def _given(extent: Extent, others: Sequence[Extent]) -> bool:
    return any((o.share, o.thing) == (extent.share, extent.thing) for o in others)
