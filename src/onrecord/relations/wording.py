"""What differs between sentences that two outlets give in nearly the same words.

Where all around it is equal, both answer one question without being asked: a value in the place of another,
a bound that only one has, another name beside the verb of saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz.distance import JaroWinkler

from onrecord.languages.grammar import ConflictGrammar, RelationGrammar, WordGrammar
from onrecord.records import Place, Span
from onrecord.relations.alike import Pair, Run
from onrecord.relations.clashes import FEW
from onrecord.relations.places import Placed, Places
from onrecord.relations.values import Value, comparable, dates_saying
from onrecord.text import Sentence, View

# Words that both have around a run, little standing apart, where the sentences as wholes are not alike, and
# what these tell at least, in rarity.
AROUND, TOLD = 7, 9.0
# Words that stand in each other's place, at most: longer stretches are clauses of their own.
REPLACED = 8
# Shares and measures are of another hour, another share, as often as not, and so are a few of something.
_APART = frozenset(("percent", "measure", "compound"))
# Words between a name and its verb of saying ("said the mayor, Petra Solveig").
SAYING = 4
# Forms in which a verb tells that somebody said it: no "state news", no "writing by".
_FINITE = ("past", "third")
# How alike two names are that are one in two spellings.
SPELLED = 0.9


@dataclass(frozen=True, slots=True)
class Differing:
    """Words of one place in two sentences: the span of each in its own article."""

    pair: Pair
    one: Span
    two: Span

    @property
    def places(self) -> tuple[Place, Place]:
        """Both with enough around them to be understood."""
        return self.pair.one.place(self.one), self.pair.two.place(self.two)

    @property
    def words(self) -> tuple[str, str]:
        """Both as written."""
        return self.pair.one.of(self.one), self.pair.two.of(self.two)


def close(near: Iterable[Pair]) -> list[Pair]:
    """Those pairs of sentences of which one has nearly all words of the other, and which are not equal."""
    return [pair for pair in near if pair.is_close]


def told_alike(pair: Pair, words: frozenset[int], fewest: int = AROUND) -> bool:
    """Whether words of the second sentence that both have tell one thing, whatever stands besides."""
    if len(words) < fewest:
        return False
    return pair.two.language.weight({w.key for i in words if (w := pair.two.words[i]).content}) >= TOLD


# ---------------------------------------------------------------------- values


def values(
    pairs: Sequence[Pair], one: Sequence[Value], two: Sequence[Value]
) -> Iterator[tuple[Pair, Value, Value]]:
    """Values that stand in each other's place and differ, without those that the other article gives too."""
    held = _by_sentence(one), _by_sentence(two)
    for pair in pairs:
        for a, b in product(held[0].get(id(pair.one), ()), held[1].get(id(pair.two), ())):
            differ = comparable(a, b) and not a.agrees(b) and _limits(a) == _limits(b)
            if differ and _in_one_place(pair, a, b) and not (_given(a, two) or _given(b, one)):
                yield pair, a, b


def _by_sentence(found: Sequence[Value]) -> dict[int, list[Value]]:
    held: dict[int, list[Value]] = {}
    for value in found:
        held.setdefault(id(value.sentence), []).append(value)
    return held


def _limits(value: Value) -> bool:
    """Whether a day is no day of its own but a limit: "before June"."""
    limits = value.sentence.language.grammar(RelationGrammar).limits
    return value.kind == "date" and not limits.isdisjoint(value.beside[0][:1])


def _in_one_place(pair: Pair, a: Value, b: Value) -> bool:
    """Whether the words of two values lie in one run that differs, and in a short one."""
    return any(
        not run.same
        and _touch(run.one, a.inside)
        and _touch(run.two, b.inside)
        and run.longest <= REPLACED
        and (pair.is_close or _alone(pair, run, a, b))
        for run in pair.runs
    )


def _alone(pair: Pair, run: Run, a: Value, b: Value) -> bool:
    """Whether two values are all that differs in a stretch, whatever else the sentences tell.

    Days of saying are left out: many a day is one. Of days, neither sentence may name somebody of its own.
    """
    if a.kind in _APART or (a.kind == "count" and min(getattr(v.told, "value", 0.0) for v in (a, b)) <= FEW):
        return False
    if a.kind == "date":
        saying = dates_saying(a.told) or dates_saying(b.told)
        if saying or (a.names - b.around and b.names - a.around):
            return False
    sides = (pair.one, run.one, a), (pair.two, run.two, b)
    besides = any(
        not v.span.overlaps(w.span) and (w.content or s.view.numbers_in(w.span))
        for s, words, v in sides
        for w in s.words[slice(*words)]
    )
    return not besides and told_alike(pair, frozenset().union(*pair.beside(run)))


def places(pairs: Iterable[Pair], one: Places, two: Places) -> Iterator[Differing]:
    """Names of places in each other's place, without those that the other article names too."""
    held = _placed(one), _placed(two)
    for pair in pairs:
        for a, b in product(held[0].get(id(pair.one), ()), held[1].get(id(pair.two), ())):
            if a.name & two.names or b.name & one.names:
                continue
            if any(_swapped(pair, run, a.span, b.span) for run in pair.runs):
                yield Differing(pair, a.span, b.span)


def _placed(found: Places) -> dict[int, list[Placed]]:
    held: dict[int, list[Placed]] = {}
    for placed in found.told:
        held.setdefault(id(placed.sentence), []).append(placed)
    return held


def _swapped(pair: Pair, run: Run, one: Span, two: Span) -> bool:
    """Whether two names are all that tells in a run that differs, and their sentences one thing."""
    if run.same or run.longest > REPLACED:
        return False
    for sentence, words, span in ((pair.one, run.one, one), (pair.two, run.two, two)):
        telling = [w.span for w in sentence.words[slice(*words)] if w.content]
        if not telling or not all(span.contains(w) for w in telling) or _describes(sentence, span):
            return False
    if _one_name(pair.one.of(one), pair.two.of(two)):
        return False
    if pair.is_close:
        return True
    own = [
        _names(s) - t.keys() - _keys(s, span)
        for s, t, span in ((pair.one, pair.two, one), (pair.two, pair.one, two))
    ]
    return not all(own) and told_alike(pair, frozenset().union(*pair.beside(run)))


def _describes(sentence: Sentence, name: Span) -> bool:
    """Whether a name stands before the noun that it describes: "in the Corvath playoffs"."""
    _, after = sentence.around(name)
    if after == len(sentence.words) or not sentence.gap(after - 1).isspace():
        return False
    word, language = sentence.words[after], sentence.language
    grammar = language.grammar(ConflictGrammar)
    happens = word.plain in language.grammar(WordGrammar).irregular or grammar.past.search(word.plain)
    return word.content and word.written.islower() and not happens and word.key not in grammar.no_events


def _names(sentence: Sentence) -> frozenset[str]:
    """Keys of the capitalised words of a sentence but for its first."""
    return frozenset(w.key for w in sentence.words[1:] if w.content and w.written[:1].isupper())


def _keys(sentence: Sentence, span: Span) -> frozenset[str]:
    return frozenset(w.key for w in sentence.words if span.contains(w.span))


def _touch(run: tuple[int, int], words: tuple[int, int]) -> bool:
    return run[0] < words[1] and words[0] < run[1]


def _given(value: Value, others: Sequence[Value]) -> bool:
    """Whether an article counts the same thing, or dates the same, by an equal value somewhere."""
    language = value.sentence.language
    return any(
        o.kind == value.kind and o.agrees(value) and language.weight(o.around & value.around) > 0
        for o in others
    )


# ---------------------------------------------------------------------- whose words


def mouths(pairs: Iterable[Pair]) -> Iterator[Differing]:
    """Names that stand in each other's place beside one verb of saying, of persons with no name in common."""
    for pair in (p for p in pairs if not p.is_short):
        for run in pair.runs:
            if run.same or _apposed(pair.one, run.one):
                continue
            one, two = _name(pair.one, run.one), _name(pair.two, run.two)
            if one is None or two is None or not (_says(pair.one, one) and _says(pair.two, two)):
                continue
            differing = Differing(pair, one, two)
            known = _known(pair.two.view, pair.one, one) or _known(pair.one.view, pair.two, two)
            if not known and not _one_name(*differing.words):
                yield differing


def _name(sentence: Sentence, run: tuple[int, int]) -> Span | None:
    """The name that is the most of a short run, from its first capital letter to its last."""
    if run[1] - run[0] > REPLACED:
        return None
    named = [i for i in range(*run) if i and sentence.words[i].content and _capital(sentence, i)]
    if not named or named[-1] - named[0] >= len(named) or _is_where(sentence, named[0]):
        return None
    if all(len(sentence.words[i].written) == 1 for i in named):  # the rest of it was lost
        return None
    span = Span(sentence.words[named[0]].start, sentence.words[named[-1]].end)
    # "Monday" stands beside "said" as well.
    return None if any(d.span.overlaps(span) for d in sentence.view.day_names) else span


def _is_where(sentence: Sentence, name: int) -> bool:
    """Whether a name that begins with word ``name`` tells where: "said in Corvath", "in the Corvath"."""
    places = sentence.language.grammar(RelationGrammar).places
    before = sentence.words[max(0, name - 2) : name]
    return bool(before) and (
        before[-1].plain in places
        or (before[0].plain in places and not before[-1].content and sentence.gap(name - 1).isspace())
    )


def _apposed(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether a run is part of a name: "Petra Solveig, a Corvath Green, said", "Rep. Petra Solveig said"."""
    first, after = run
    if first + 1 == after < len(sentence.words) and sentence.gap(first).strip() in ("", "."):
        return _capital(sentence, first) and _capital(sentence, after)
    if not 0 < first < after or not _capital(sentence, first - 1):
        return False
    return any(c in ",(" for c in sentence.gap(first - 1)) or not sentence.words[first].content


def _capital(sentence: Sentence, i: int) -> bool:
    return sentence.words[i].written[:1].isupper()


def _known(view: View, sentence: Sentence, name: Span) -> bool:
    """Whether an article has a word of a name: then it may mean that person somewhere."""
    keys = {w.key for w in sentence.words if name.contains(w.span)}
    return any(w.key in keys for w in view.words)


def _says(sentence: Sentence, name: Span) -> bool:
    """Whether a name is that of who says it: it stands before a verb of saying, or behind one that inverts.

    "Calls to Olm were not answered": nobody is reported to say anything; "told Olm": Olm was told.
    """
    lexicon, being = sentence.language.lexicon, sentence.language.grammar(ConflictGrammar).being
    first, after = sentence.around(name)
    apposed = after < len(sentence.words) and sentence.gap(after - 1).startswith(",")
    for word in sentence.words[after : after + SAYING]:
        if word.plain in lexicon.verbs("says", forms=_FINITE) and word.written.islower():
            return True
        if word.plain in being or (word.content and not apposed):
            break
    inverts = lexicon.verbs("inverts", forms=_FINITE) - lexicon.verbs("addresses")
    before = sentence.words[max(0, first - SAYING) : first]
    return any(w.plain in inverts and w.written.islower() for w in before)


def _one_name(one: str, two: str) -> bool:
    """Whether two names are one, spelled twice ("Centre", "Center") or cut short ("U.N.")."""
    letters = [[w[0] for w in re.split(r"[\s.-]+", name) if w] for name in (one, two)]
    short = ["".join(c for c in name if c.isalpha()) for name in (one, two)]
    cut = any(len(i) > 1 and "".join(i) == s for i, s in zip(letters, reversed(short), strict=True))
    cut = cut or short[0].startswith(short[1]) or short[1].startswith(short[0])  # "Corp", "Corporation"
    return cut or JaroWinkler.similarity(one, two) >= SPELLED
