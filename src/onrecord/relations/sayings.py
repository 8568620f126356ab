"""Numbers and dates in one saying as two outlets hand it on.

What is known to have been said once needs no likeness of size: three years or five, 14,000 or 40,000, one
of the two outlets has it wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from onrecord.records import AnnotatedArticle, Span, Spans, Utterance
from onrecord.relations.days import Dated, told_alike
from onrecord.relations.numbers import Quantity, counted_alike
from onrecord.text import Sentence

# How alike the words around two values must be, of those that belong to the saying: where the statements
# were found to render one utterance, and where they are known only to be of one speaker. At 0.3 two sums
# of one budget pass for one on BASIL dev.
ONE_UTTERANCE = 0.5
ONE_SPEAKER = 0.8
# What the shared words tell at least, in rarity: "it will be three" may be about anything.
TELLING = 2.0
# Sayings with a value that are compared per article; a longer list is a transcript.
MOST_SAYINGS = 60
# Surer than what is found by size and context alone.
_SURE = 10.0

F = TypeVar("F", Quantity, Dated)
# Values of a saying, each with the keys of the content words around it that are part of the saying.
Values = tuple[tuple[F, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """What one statement's content tells in numbers and dates; its speaker and the utterances it renders."""

    speaker_id: str | None
    utterances: frozenset[str]
    quantities: Values[Quantity]
    dates: Values[Dated]

    def likeness_needed(self, other: Saying) -> float | None:
        """How alike the words around two values of the two must be; None where they are not one saying."""
        if self.utterances & other.utterances:
            return ONE_UTTERANCE
        return ONE_SPEAKER if self.speaker_id and self.speaker_id == other.speaker_id else None


def rendered(utterances: Sequence[Utterance]) -> dict[str, frozenset[str]]:
    """Statement id -> ids of the utterances it renders."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for utterance in utterances:
        for rendering in utterance.renderings:
            found[rendering.statement_id].add(utterance.id)
    return {statement: frozenset(ids) for statement, ids in found.items()}


def sayings(
    item: AnnotatedArticle,
    quantities: Sequence[Quantity],
    dates: Sequence[Dated],
    renders: Mapping[str, frozenset[str]],
) -> list[Saying]:
    """The statements of an article that hold a value, with those values; ``renders`` as of ``rendered``."""
    found: list[Saying] = []
    for statement in item.statements:
        spans = statement.content
        counts = tuple(
            (q, _around(q.sentence, q.span, spans).difference(q.counted))
            for q in quantities
            if _holds(spans, q.span)
        )
        days = tuple((d, _around(d.sentence, d.span, spans)) for d in dates if _holds(spans, d.span))
        if (counts or days) and len(found) < MOST_SAYINGS:
            found.append(Saying(statement.speaker_id, renders.get(statement.id, frozenset()), counts, days))
    return found


def _holds(spans: Spans, span: Span) -> bool:
    return any(s.contains(span) for s in spans)


def _around(sentence: Sentence, span: Span, spans: Spans) -> frozenset[str]:
    """Keys of the content words in ``spans`` and in the sentence of ``span``, those of ``span`` left out."""
    return frozenset(
        w.key for w in sentence.words if w.content and _holds(spans, w.span) and not w.span.overlaps(span)
    )


def numbers(one: Sequence[Saying], two: Sequence[Saying]) -> Iterator[tuple[float, Quantity, Quantity]]:
    """Pairs of quantities of one saying that count one thing and differ, with how sure that is."""
    pairs = [(a.quantities, b.quantities, needed) for a, b, needed in _pairs(one, two)]
    yield from _differing(pairs, counted_alike, Quantity.agrees)


def dates(one: Sequence[Saying], two: Sequence[Saying]) -> Iterator[tuple[float, Dated, Dated]]:
    """Pairs of dates of one saying that exclude each other, with how sure that is."""
    pairs = [(a.dates, b.dates, needed) for a, b, needed in _pairs(one, two)]
    yield from _differing(pairs, told_alike, Dated.agrees)


def _pairs(one: Sequence[Saying], two: Sequence[Saying]) -> Iterator[tuple[Saying, Saying, float]]:
    for a in one:
        for b in two:
            needed = a.likeness_needed(b)
            if needed is not None:
                yield a, b, needed


def _differing(
    pairs: Sequence[tuple[Values[F], Values[F], float]],
    comparable: Callable[[F, F], bool],
    agree: Callable[[F, F], bool],
) -> Iterator[tuple[float, F, F]]:
    """Comparable values that differ, but for those that the other article gives as well in that saying."""
    facts = [(a, b) for one, two, _ in pairs for a, _ in one for b, _ in two if agree(a, b)]
    settled = {_where(fact) for pair in facts for fact in pair}
    for one, two, needed in pairs:
        for (a, around_a), (b, around_b) in product(one, two):
            alike = a.sentence.language.likeness(around_a, around_b)
            telling = a.sentence.language.weight(around_a & around_b) >= TELLING
            known = bool({_where(a), _where(b)} & settled)
            if alike >= needed and telling and not known and comparable(a, b) and not _one_wording(a, b):
                yield _SURE + alike, a, b


def _one_wording(a: Quantity | Dated, b: Quantity | Dated) -> bool:
    """Whether both are written alike: "today" in one saying is one day, whenever it is printed."""
    one, two = ([w.plain for w in fact.sentence.view.words_in(fact.span)] for fact in (a, b))
    return one == two


def _where(fact: Quantity | Dated) -> tuple[str, Span]:
    return fact.sentence.article.id, fact.span
