"""What differs between sentences that two outlets give in nearly the same words.

Where all around it is equal, both answer one question without being asked: a value in the place of another,
a bound that only one has, another name beside the verb of saying.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from onrecord.languages.grammar import RelationGrammar
from onrecord.records import Place, Span
from onrecord.relations.alike import FEWEST_WORDS, Pair, Run
from onrecord.relations.values import Value, comparable
from onrecord.text import Sentence, View

# Of the shorter sentence's words, the share that the other has in the same order.
ALIKE = 0.75
# Words that stand in each other's place, at most: longer stretches are clauses of their own.
REPLACED = 8
# What stands in a bound's place at most ("will" for "may").
INSTEAD = 2
# Characters of its stretch before a bound ("and only if", "which may").
LEADING = 12
# Sentences on either side in which the other article may give a bound, and how much of it.
BESIDE = 2
KEPT = 0.5
# Words of a clause that bounds, and of a hedge with what goes with it; what is longer says more than a bound.
CLAUSE, WORDS = 16, 4
_CLAUSES = frozenset(("condition", "exception"))
# Words after a bound that it limits.
LIMITED = 5
# Words between a name and its verb of saying ("said the mayor, Petra Solveig").
SAYING = 4


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
    return [pair for pair in near if _close(pair)]


def _close(pair: Pair) -> bool:
    shorter = min(len(pair.one.words), len(pair.two.words))
    return len(pair.runs) > 1 and pair.equal >= max(FEWEST_WORDS, ALIKE * shorter)


# ---------------------------------------------------------------------- values


def values(
    pairs: Sequence[Pair], one: Sequence[Value], two: Sequence[Value]
) -> Iterator[tuple[Pair, Value, Value]]:
    """Values that stand in each other's place and differ; one that the other article gives too is none."""
    held = _by_sentence(one), _by_sentence(two)
    for pair in pairs:
        for a, b in product(held[0].get(id(pair.one), ()), held[1].get(id(pair.two), ())):
            differ = comparable(a, b) and _in_one_place(pair.runs, a, b) and not a.agrees(b)
            if differ and not (_given(a, two) or _given(b, one)):
                yield pair, a, b


def _by_sentence(found: Sequence[Value]) -> dict[int, list[Value]]:
    held: dict[int, list[Value]] = {}
    for value in found:
        held.setdefault(id(value.sentence), []).append(value)
    return held


def _in_one_place(runs: Sequence[Run], a: Value, b: Value) -> bool:
    """Whether the words of two values lie in one run that differs, and in a short one."""
    return any(
        not run.same
        and _touch(run.one, a.inside)
        and _touch(run.two, b.inside)
        and max(run.one[1] - run.one[0], run.two[1] - run.two[0]) <= REPLACED
        for run in runs
    )


def _touch(run: tuple[int, int], words: tuple[int, int]) -> bool:
    return run[0] < words[1] and words[0] < run[1]


def _given(value: Value, others: Sequence[Value]) -> bool:
    """Whether an article counts the same thing, or dates the same, by an equal value somewhere."""
    language = value.sentence.language
    return any(
        o.kind == value.kind and o.agrees(value) and language.weight(o.around & value.around) > 0
        for o in others
    )


# ---------------------------------------------------------------------- bounds


def bounds_lost(pairs: Iterable[Pair]) -> Iterator[Differing]:
    """Bounds ("unless …", "may", "some") that only one sentence has, ``two`` being theirs.

    The pair is turned so that its second sentence holds the bound. One that the other article keeps, in the
    same words or others, in a sentence beside, is not lost.
    """
    for pair in pairs:
        for run in pair.runs:
            if run.same:
                continue
            turned = Run(run.two, run.one, False)
            for here, bounded in ((pair, run), (Pair(pair.two, pair.one), turned)):
                lost = _bound(here, bounded)
                if lost is not None:
                    yield lost


def _bound(pair: Pair, run: Run) -> Differing | None:
    """The bound that stands in ``run`` of the second sentence alone."""
    longer = len(pair.two.words) - (run.two[1] - run.two[0])
    if run.two[0] == run.two[1] or pair.equal < ALIKE * longer or _says_instead(pair.one, run.one):
        return None
    grammar = pair.two.language.grammar(RelationGrammar)
    found = _opening(pair.two, run.two, grammar)
    if found is None or _says_more(pair.two, run.two, *found):
        return None
    kind, bound = found
    if any(m.lastgroup == kind for m in grammar.bound.finditer(pair.one.text)):
        return None
    span = Span(bound.start, pair.two.words[run.two[1] - 1].end)
    behind = pair.two.keys(run.two[1], run.two[1] + LIMITED)
    limited = behind or pair.two.keys(run.two[0] - LIMITED, run.two[0])
    if _kept_beside(pair.one, pair.two.view.keys_in(span)) or _bounded_beside(
        pair.one, limited, kind, grammar
    ):
        return None
    at = pair.one.words[max(0, min(run.one[0], len(pair.one.words) - 1) - 1)].span
    return Differing(pair, at, span)


def _says_instead(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether something of its own stands in the place of a bound: a word that tells, a number, "whether"."""
    if run[1] - run[0] > INSTEAD:
        return True
    asks = sentence.language.grammar(RelationGrammar).asks
    words = sentence.words[slice(*run)]
    return _counts(sentence, run) or any(w.content or w.plain in asks for w in words)


def _opening(sentence: Sentence, run: tuple[int, int], grammar: RelationGrammar) -> tuple[str, Span] | None:
    """The kind and the words of the bound that a run begins with."""
    base, start = sentence.span.start, sentence.words[run[0]].start
    for match in grammar.bound.finditer(sentence.text):
        if start <= base + match.start() < sentence.words[run[1] - 1].end:
            near = base + match.start() <= start + LEADING
            return (str(match.lastgroup), Span(base + match.start(), base + match.end())) if near else None
    return None


def _says_more(sentence: Sentence, run: tuple[int, int], kind: str, bound: Span) -> bool:
    """Whether a run tells more than its bound: "most of them Dutch" limits nothing that both have."""
    words = sentence.words[slice(*run)]
    if kind in _CLAUSES:
        return len(words) > CLAUSE
    besides = (w for w in words if w.start >= bound.end or w.end <= bound.start)
    return len(words) > WORDS or any(w.content for w in besides)


def _counts(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether a number stands in the place of a bound: then it is another number, and no bound lost."""
    if run[0] == run[1]:
        return False
    words = sentence.words[slice(*run)]
    return bool(sentence.view.numbers_in(Span(words[0].start, words[-1].end)))


def _bounded_beside(sentence: Sentence, limited: frozenset[str], kind: str, grammar: RelationGrammar) -> bool:
    """Whether a sentence beside has a bound of one kind and some of the words that it limits."""
    return any(
        s.keys() & limited and any(m.lastgroup == kind for m in grammar.bound.finditer(s.text))
        for s in _beside(sentence)
    )


def _kept_beside(sentence: Sentence, keys: frozenset[str]) -> bool:
    """Whether much of a bound stands in the sentences around, the sentence among them."""
    language = sentence.language
    around = frozenset().union(*(s.keys() for s in (*_beside(sentence), sentence)))
    whole = language.weight(keys)
    return bool(whole) and language.weight(keys & around) >= KEPT * whole


def _beside(sentence: Sentence) -> list[Sentence]:
    view = sentence.view
    at = view.sentence_index(sentence.span.start)
    return [s for s in view.sentences[max(0, at - BESIDE) : at + BESIDE + 1] if s is not sentence]


# ---------------------------------------------------------------------- whose words


def mouths(pairs: Iterable[Pair]) -> Iterator[Differing]:
    """Names that stand in each other's place beside one verb of saying, of persons with no name in common."""
    for pair in pairs:
        for run in pair.runs:
            if run.same or not _says_beside(pair.one, run.one) or _apposed(pair.one, run.one):
                continue
            one, two = _name(pair.one, run.one), _name(pair.two, run.two)
            if one is None or two is None or _known(pair.two.view, pair.one, one):
                continue
            if not _known(pair.one.view, pair.two, two):
                yield Differing(pair, one, two)


def _name(sentence: Sentence, run: tuple[int, int]) -> Span | None:
    """The name that is the most of a short run, from its first capital letter to its last."""
    if run[1] - run[0] > REPLACED:
        return None
    named = [i for i in range(*run) if i and sentence.words[i].content and _capital(sentence, i)]
    if not named or named[-1] - named[0] >= len(named):
        return None
    return Span(sentence.words[named[0]].start, sentence.words[named[-1]].end)


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


def _says_beside(sentence: Sentence, run: tuple[int, int]) -> bool:
    lexicon = sentence.language.lexicon
    beside = (*sentence.words[max(0, run[0] - SAYING) : run[0]], *sentence.words[run[1] : run[1] + SAYING])
    return any(lexicon.has(w.plain, "says") for w in beside)
