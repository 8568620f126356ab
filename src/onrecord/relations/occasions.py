"""Whether two values that differ are told of one occasion: one week, no polls, nobody else, no other days."""

from __future__ import annotations

from datetime import date

from onrecord.languages.grammar import RelationGrammar
from onrecord.relations.times import Times
from onrecord.relations.values import Value

# Days within which two articles tell of one occasion, where both days are known: what is told again in the
# same words later ("134,000 jobs", "213,000") is told of another month.
WEEK = 7
# Days back from which on a date is that of another occasion, where the other sentence does not give it.
BACK = 45
# Words before a value among which stands that it comes on top ("has already been linked to 50 cases").
ON_TOP = 5


def one_occasion(a: Value, b: Value, times: Times) -> bool:
    """Whether nothing tells that two values are of two occasions."""
    if times.gap is not None and times.gap > WEEK:
        return False
    if any(map(_goes_on, (a, b))) or any(map(_samples, (a, b))) or any(map(_adds, (a, b))) or _others(a, b):
        return False
    # Hours apart is enough, and few articles tell theirs.
    if any(map(_grows, (a, b))) and not times.explained(a.told, b.told):
        return False
    if a.kind == "date":
        return True
    return not (_elsewhen(a, b, times.first) or _elsewhen(b, a, times.second))


def _samples(value: Value) -> bool:
    """Whether its sentence is about a poll: each asks people of its own."""
    samples = value.sentence.language.grammar(RelationGrammar).samples
    return any(w.plain in samples for w in value.sentence.words)


def _goes_on(value: Value) -> bool:
    """Whether its sentence tells of a count before its end: the next hour has another."""
    tallies = value.sentence.language.grammar(RelationGrammar).tallies
    return tallies.search(value.sentence.text) is not None


def _grows(value: Value) -> bool:
    """Whether its sentence tells of a count that another hour may have raised, as tolls are."""
    growing = value.sentence.language.grammar(RelationGrammar).growing
    return value.kind == "count" and growing.search(value.sentence.text) is not None


def _adds(value: Value) -> bool:
    """Whether a value comes on top of what was told before ("has also given $5 million", "another 40")."""
    first, _ = value.inside
    before = value.sentence.words[max(0, first - ON_TOP, value.clause[0]) : first]
    adds = value.sentence.language.grammar(RelationGrammar).adds
    return any(w.plain in adds for w in before)


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
