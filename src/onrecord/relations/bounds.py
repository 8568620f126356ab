"""Bounds ("unless …", "may", "up to") that one of two outlets leaves out of the same words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from onrecord.languages.grammar import RelationGrammar
from onrecord.records import Span
from onrecord.relations.alike import ALIKE, Pair, Run
from onrecord.relations.wording import Differing, told_alike
from onrecord.text import Sentence

# What stands in a bound's place at most ("will" for "may").
INSTEAD = 2
# Characters of its stretch before a bound ("and only if", "which may").
LEADING = 12
# Sentences on either side in which the other article may give a bound, and how much of it.
BESIDE = 2
KEPT = 0.5
# Words of a clause that bounds, and of a hedge with what goes with it; what is longer says more than a bound.
CLAUSE, WORDS = 16, 4
# Words of a clause where everything else is told by both.
WHOLE = 28
_MARKS = frozenset(',;:.!?()[]–—“”"')
_CLAUSES = frozenset(("condition", "exception"))
# Words after a bound that it limits.
LIMITED = 5


def bounds_lost(pairs: Iterable[Pair], *, settled: bool = False) -> Iterator[Differing]:
    """Bounds ("unless …", "may", "some") that only one sentence has, ``two`` being theirs.

    The pair is turned so that its second sentence holds the bound. One that the other article keeps, in the
    same words or others, in a sentence beside, is not lost; nor is one in other sentences where what was open
    may be ``settled`` since.
    """
    for pair in pairs:
        for side in (pair, pair.turned) if _bounds_of(pair.one) or _bounds_of(pair.two) else ():
            if not _bounds_of(side.two):
                continue
            lost = (_bound(side, run, settled=settled) for run in side.runs if not run.same)
            yield from (found for found in lost if found is not None)


def _bounds_of(sentence: Sentence) -> tuple[tuple[str, int, int], ...]:
    """The bounds of a sentence: kind, and where it begins and ends in the sentence."""
    return _found(sentence.language.grammar(RelationGrammar), sentence.text)


@lru_cache(maxsize=4096)
def _found(grammar: RelationGrammar, text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(m.lastgroup), *m.span()) for m in grammar.bound.finditer(text))


def _bound(pair: Pair, run: Run, *, settled: bool) -> Differing | None:
    """The bound that stands in ``run`` of the second sentence alone."""
    held = _within_clause(pair.two, run.two, opens=True)
    instead = _within_clause(pair.one, run.one, opens=False)
    if held[0] == held[1] or _says_instead(pair.one, instead):
        return None
    found = _opening(pair.two, held)
    if found is None or _says_more(pair, held, *found):
        return None
    kind, bound = found
    if not (_wholly(pair, run) or (not settled and _of_stretch(pair, run, bound))):
        return None
    if _bounded(pair, kind):
        return None
    span = Span(bound.start, pair.two.words[held[1] - 1].end)
    if _kept(pair, held, span, kind):
        return None
    at = pair.one.words[max(0, min(run.one[0], len(pair.one.words) - 1) - 1)].span
    return Differing(pair, at, span)


def _bounded(pair: Pair, kind: str) -> bool:
    """Whether the first sentence has a bound of one kind that is not among the words that both have."""
    sentence, base = pair.one, pair.one.span.start
    both = [
        Span(sentence.words[run.one[0]].start, sentence.words[run.one[1] - 1].end)
        for run in pair.runs
        if run.same
    ]
    return any(
        k == kind and not any(s.contains(Span(base + start, base + end)) for s in both)
        for k, start, end in _bounds_of(sentence)
    )


def _wholly(pair: Pair, run: Run) -> bool:
    """Whether the first sentence has nearly all that the second tells besides ``run``."""
    return pair.is_close and pair.equal >= ALIKE * (len(pair.two.words) - (run.two[1] - run.two[0]))


def _of_stretch(pair: Pair, run: Run, bound: Span) -> bool:
    """Whether a bound limits what both tell in the same words, whatever else their sentences tell."""
    grammar = pair.two.language.grammar(RelationGrammar)
    strict = grammar.strict.match(pair.two.article.text, bound.start)
    if strict is None:
        return False
    before, after = pair.beside(run)
    words, lexicon = pair.two.words, pair.two.language.lexicon
    if strict.lastgroup == "clause":
        return told_alike(pair, before) and any(lexicon.has(words[i].plain, "auxiliary") for i in before)
    follows = run.two[1]
    if follows not in after or strict.end() != words[follows - 1].end or not told_alike(pair, before | after):
        return False
    instead = [w.plain for w in pair.one.words[slice(*run.one)]]
    if strict.lastgroup == "number":
        return not instead and bool(pair.two.view.numbers_in(words[follows].span))
    if strict.lastgroup == "plan" and grammar.certain.isdisjoint(instead):
        return False
    # "May apply" and "can apply" permit alike.
    if not grammar.permits.isdisjoint(instead):
        return False
    named = any(words[i].content for i in before)
    return named and words[follows].content and words[follows].written.islower()


def _within_clause(sentence: Sentence, run: tuple[int, int], *, opens: bool) -> tuple[int, int]:
    """The words of a run up to the first mark between them; ``opens``: one before them opens their clause."""
    first, after = run
    cut = (i for i in range(first + opens, after) if i and _MARKS.intersection(sentence.gap(i - 1)))
    return first, next(cut, after)


def _kept(pair: Pair, held: tuple[int, int], bound: Span, kind: str) -> bool:
    """Whether the other article has a bound, in its words or others, in a sentence beside."""
    behind = pair.two.keys(held[1], held[1] + LIMITED)
    limited = behind or pair.two.keys(held[0] - LIMITED, held[0])
    # What stands beside in both keeps what only one leaves out in neither.
    told = {s.text for s in _beside(pair.two)}
    beside = [s for s in _beside(pair.one) if s.text not in told]
    return _kept_beside([*beside, pair.one], pair.two.view.keys_in(bound)) or any(
        s.keys() & limited and any(k == kind for k, *_ in _bounds_of(s)) for s in beside
    )


def _says_instead(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether something of its own stands in the place of a bound: a word that tells, a number, "whether"."""
    if run[1] - run[0] > INSTEAD:
        return True
    asks = sentence.language.grammar(RelationGrammar).asks
    words = sentence.words[slice(*run)]
    return _counts(sentence, run) or any(w.content or w.plain in asks for w in words)


def _opening(sentence: Sentence, run: tuple[int, int]) -> tuple[str, Span] | None:
    """The kind and the words of the bound that a run begins with."""
    base, start = sentence.span.start, sentence.words[run[0]].start
    for kind, begins, ends in _bounds_of(sentence):
        if start <= base + begins < sentence.words[run[1] - 1].end:
            near = base + begins <= start + LEADING
            return (kind, Span(base + begins, base + ends)) if near else None
    return None


def _says_more(pair: Pair, run: tuple[int, int], kind: str, bound: Span) -> bool:
    """Whether a run tells more than its bound: "most of them Dutch" limits nothing that both have."""
    words = pair.two.words[slice(*run)]
    if kind in _CLAUSES:
        rest = len(pair.two.words) - len(words)
        if words[-1].end <= bound.end:  # "I have done it before"
            return True
        return len(words) > (CLAUSE if pair.equal < rest else WHOLE)
    besides = (w for w in words if w.start >= bound.end or w.end <= bound.start)
    return len(words) > WORDS or any(w.content for w in besides)


def _counts(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether a number stands in the place of a bound: then it is another number, and no bound lost."""
    if run[0] == run[1]:
        return False
    words = sentence.words[slice(*run)]
    return bool(sentence.view.numbers_in(Span(words[0].start, words[-1].end)))


def _kept_beside(sentences: Sequence[Sentence], keys: frozenset[str]) -> bool:
    """Whether much of a bound stands in some sentences."""
    language = sentences[0].language
    around = frozenset().union(*(s.keys() for s in sentences))
    whole = language.weight(keys)
    return bool(whole) and language.weight(keys & around) >= KEPT * whole


def _beside(sentence: Sentence) -> list[Sentence]:
    view = sentence.view
    at = view.sentence_index(sentence.span.start)
    return [s for s in view.sentences[max(0, at - BESIDE) : at + BESIDE + 1] if s is not sentence]
