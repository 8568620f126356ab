"""Two counts that differ and are surely of one thing: one noun, one verb, one occasion.

A forest ranks pairs of numbers by how likely they answer one question; of the likeliest every third counts
something else after all (two polls, two shootings, two parties). What passes here held.
"""

from __future__ import annotations

from datetime import date

from onrecord.languages.grammar import RelationGrammar
from onrecord.relations.clashes import FEW
from onrecord.relations.times import Times
from onrecord.relations.values import Value, ratio

# Counts of one thing lie near each other, and are printed within a week where both days are known. All of 13
# judged pairs that pass held; beyond this ratio it is two counts ("19 hurt", "10 killed") as often as one.
NEAR, WEEK = 1.6, 7
# Days back from which on a date is that of another occasion, where the other sentence does not give it.
BACK = 45


def one_count(a: Value, b: Value, times: Times) -> bool:
    """Whether two values count one thing of one occasion."""
    if a.kind != "count" or b.kind != "count" or (times.gap is not None and times.gap > WEEK):
        return False
    alike = a.counted[-1:] == b.counted[-1:] != () and bool(a.verbs & b.verbs) and ratio(a, b) <= NEAR
    if not alike or min(getattr(v.told, "value", 0.0) for v in (a, b)) <= FEW:
        return False
    if any(getattr(v.told, "vague", False) or _samples(v) for v in (a, b)) or _others(a, b):
        return False
    return not (_elsewhen(a, b, times.first) or _elsewhen(b, a, times.second))


def _samples(value: Value) -> bool:
    """Whether its sentence is about a poll: each asks people of its own."""
    samples = value.sentence.language.grammar(RelationGrammar).samples
    return any(w.plain in samples for w in value.sentence.words)


def _others(a: Value, b: Value) -> bool:
    """Whether each clause names somebody or something that the other's sentence does not."""
    return bool(_named(a) - b.around) and bool(_named(b) - a.around)


def _named(value: Value) -> frozenset[str]:
    """Keys of the names in its clause, the first word of its sentence and its own left out."""
    (low, high), (first, after) = value.clause, value.inside
    return frozenset(
        w.key
        for i, w in enumerate(value.sentence.words[:high])
        if i and i >= low and not first <= i < after and w.content and w.written[:1].isupper()
    )


def _elsewhen(value: Value, other: Value, published: date | None) -> bool:
    """Whether its sentence speaks of days long past that the other's does not speak of."""
    past = [d for d in value.dates if published is not None and (published - d.last).days > BACK]
    return any(not any(d.agrees(o) for o in other.dates) for d in past)
