"""Two counts that differ and are surely of one thing: one noun, one verb, one occasion.

A forest ranks pairs of numbers by how likely they answer one question; of the likeliest every third counts
something else after all (two polls, two shootings, two parties). What passes here held.
"""

from __future__ import annotations

from onrecord.languages.grammar import ConflictGrammar
from onrecord.relations.clashes import FEW
from onrecord.relations.occasions import one_occasion
from onrecord.relations.times import Times
from onrecord.relations.values import Value, ratio

# Counts of one thing lie near each other. All of 13 judged pairs that pass held; beyond this ratio it is two
# counts ("19 hurt", "10 killed") as often as one.
NEAR = 1.6


def one_count(a: Value, b: Value, times: Times) -> bool:
    """Whether two values count one thing of one occasion."""
    if a.kind != "count" or b.kind != "count" or any(getattr(v.told, "vague", False) for v in (a, b)):
        return False
    alike = _things(a) == _things(b) != "" and bool(_done(a) & _done(b)) and ratio(a, b) <= NEAR
    if not alike or min(getattr(v.told, "value", 0.0) for v in (a, b)) <= FEW:
        return False
    return one_occasion(a, b, times)


def _things(value: Value) -> str:
    """What it counts, by the noun that stands for all that count the same; nothing where that is not told."""
    same = value.sentence.language.grammar(ConflictGrammar).same_thing
    return same.get(value.counted[-1], value.counted[-1]) if value.counted else ""


def _done(value: Value) -> frozenset[str]:
    """What is done in its clause, and by what is counted ("11 people *died*")."""
    grammar = value.sentence.language.grammar(ConflictGrammar)
    events, words = grammar.same_event, value.sentence.words[slice(*value.clause)]
    unmarked = {events[w.key] for w in words if w.plain in grammar.unchanging and w.key in events}
    return value.verbs | unmarked | {events[key] for key in value.counted[1:] if key in events}
