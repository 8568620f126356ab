"""Two counts that differ and are surely of one thing: one noun, one verb, one occasion.

A forest ranks pairs of numbers by how likely they answer one question; of the likeliest every third counts
something else after all (two polls, two shootings, two parties). What passes here held.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.languages.grammar import ConflictGrammar, RelationGrammar
from onrecord.relations.clashes import FEW
from onrecord.relations.days import event_of
from onrecord.relations.occasions import one_occasion
from onrecord.relations.times import Times
from onrecord.relations.values import Value, ratio

# Counts of one thing lie near each other. All of 20 judged pairs that pass held; beyond this ratio it is two
# counts ("19 hurt", "10 killed") as often as one.
NEAR = 1.6
# How alike two sentences are of which one counts what "he" did.
ALIKE = 0.5
# Words before a number among which stands what befell those counted ("killed at least five").
BEFORE = 3


def one_count(a: Value, b: Value, times: Times) -> bool:
    """Whether two values count one thing of one occasion."""
    if a.kind != "count" or b.kind != "count" or any(getattr(v.told, "vague", False) for v in (a, b)):
        return False
    alike = _things(a) == _things(b) != "" and bool(_done(a) & _done(b)) and ratio(a, b) <= NEAR
    if not alike or min(getattr(v.told, "value", 0.0) for v in (a, b)) <= FEW or not one_fate(a, b):
        return False
    if any(map(_of_somebody, (a, b))) and a.sentence.language.likeness(a.around, b.around) < ALIKE:
        return False
    return one_occasion(a, b, times)


def _of_somebody(value: Value) -> bool:
    """Whether it may be somebody's own count ("he ran in six games"): another player has another."""
    own = value.sentence.language.grammar(ConflictGrammar).singly
    return any(w.plain in own for w in value.sentence.words[slice(*value.clause)])


def _things(value: Value) -> str:
    """What it counts, by the noun that stands for all that count the same; nothing where that is not told.

    Who was hurt is somebody, though no noun says so ("eight others were wounded", "six injured").
    """
    grammar = value.sentence.language.grammar(ConflictGrammar)
    nouns, verbs = _behind(value)
    thing = grammar.same_thing.get(nouns[-1], nouns[-1]) if nouns else ""
    befell = verbs or _done(value)
    return grammar.somebody if thing in grammar.anybody and befell & grammar.fates else thing


def _done(value: Value) -> frozenset[str]:
    """What is done in its clause, and by what is counted ("11 people *died*")."""
    grammar = value.sentence.language.grammar(ConflictGrammar)
    events, words = grammar.same_event, value.sentence.words[slice(*value.clause)]
    unmarked = {events[w.key] for w in words if w.plain in grammar.unchanging and w.key in events}
    _, verbs = _behind(value)
    return value.verbs | unmarked | verbs | {events[key] for key in value.counted[1:] if key in events}


def one_fate(a: Value, b: Value) -> bool:
    """Whether the same befell both: of "five killed and six injured" each has its own."""
    one, two = _fate(a), _fate(b)
    return one is None or two is None or one == two


def _fate(value: Value) -> str | None:
    """What befell those counted: told right before the number, else next behind it, else farther before."""
    language, (low, high), (first, after) = value.sentence.language, value.clause, value.inside
    grammar, joins = language.grammar(ConflictGrammar), language.grammar(RelationGrammar).joins
    words, numbers = value.sentence.words, value.sentence.view.numbers_in

    def told(stretch: Iterable[int], *, joined: bool = False) -> str | None:
        for i in stretch:
            event = grammar.same_event.get(words[i].key, words[i].key) if words[i].content else ""
            if event in grammar.fates:
                return event
            if numbers(words[i].span) or (joined and words[i].plain in joins):
                return None
        return None

    before = range(first - 1, low - 1, -1)
    return told(before[:BEFORE], joined=True) or told(range(after, high)) or told(before)


def _behind(value: Value) -> tuple[list[str], frozenset[str]]:
    """Of what stands right behind a number, keys of the nouns, and what the verb after them tells, if any."""
    language = value.sentence.language
    past = language.grammar(ConflictGrammar).past
    nouns: list[str] = []
    for word in value.sentence.words[value.inside[1] :]:
        if len(nouns) == len(value.counted):
            break
        event = event_of(word, language) if past.search(word.plain) else None
        if event is not None:
            return nouns, frozenset({event})
        if word.content:
            nouns.append(word.key)
    return nouns, frozenset()
