"""Values that answer one question and cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.models.arrays import Table
from onrecord.relations.questions import Questions
from onrecord.relations.values import Value

# Numbers from here on are rare enough that an article which gives one anywhere knows of it.
RARE = 12
# "Two witnesses" here and "three witnesses" there are seldom the same ones.
FEW = 3
# What the clauses of two equal values share, in rarity, for an article to know of that value.
KNOWN = 1.0


def clashes(asked: Questions, probabilities: Table, least: float) -> Iterator[tuple[float, Value, Value]]:
    """Pairs of values that differ, where both are likely to answer one question, the likeliest first.

    Args:
        asked: pairs that may answer one question.
        probabilities: that they do, shape ``(len(asked.pairs),)``.
        least: probability from which a pair is looked at.

    A value that the other article gives as well does not clash: its author knew of both.
    """
    ranked = sorted(zip(probabilities.tolist(), asked.pairs, strict=True), key=_by_probability)
    for probability, (a, b) in ranked:
        if probability < least:
            return
        settled = _knows(asked.two.values, a) or _knows(asked.one.values, b)
        if not (settled or a.agrees(b) or _written_alike(a, b) or _few_apart(a, b)):
            yield probability, a, b


def _by_probability(ranked: tuple[float, tuple[Value, Value]]) -> tuple[float, int, int]:
    probability, (a, b) = ranked
    return -probability, a.span.start, b.span.start


def _written_alike(a: Value, b: Value) -> bool:
    """Whether both give the same words: "yesterday" in one quotation is one day, whenever printed."""
    one, two = (v.sentence.of(v.span).casefold() for v in (a, b))
    return one == two


def _few_apart(a: Value, b: Value) -> bool:
    """Whether both count a few of something of which no verb says that it did the same here and there."""
    few = a.kind == "count" and min(getattr(v.told, "value", 0.0) for v in (a, b)) <= FEW
    return few and not a.verbs & b.verbs


def _knows(values: Sequence[Value], value: Value) -> bool:
    """Whether the other article gives a value too, of something like it."""
    language = value.sentence.language
    size = getattr(value.told, "value", 0.0)
    return any(
        v.kind == value.kind
        and v.agrees(value)
        and (size >= RARE or language.weight(v.around & value.around) >= KNOWN)
        for v in values
    )
