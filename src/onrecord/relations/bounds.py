"""Bounds ("unless …", "may", "up to") that one of two outlets leaves out of the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.languages.grammar import RelationGrammar
from onrecord.records import Span
from onrecord.relations.alike import ALIKE, Pair, Run
from onrecord.relations.days import event_of
from onrecord.relations.wording import Differing, told_alike
from onrecord.text import Sentence, Word

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
LIMITING = 2
# Words of a claim, its verb among them, that both have before such a clause.
CLAIM = 5
# Words before a clause among which stands what it hangs on, and in which a "not" may stand that is of it.
HANGS, DENIED = 8, 12
# Words in a clause that both sentences have by chance.
BY_CHANCE = 2
# Words in which it is told, between a claim and its bound, who says so.
SAYING = 6


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
            lost = (_lost(side, run, settled=settled) for run in side.runs if not run.same)
            yield from (found for found in lost if found is not None)


def _bounds_of(sentence: Sentence) -> tuple[tuple[str, int, int], ...]:
    """The bounds of a sentence: kind, and where it begins and ends in the sentence."""
    return _found(sentence.language.grammar(RelationGrammar), sentence.text)


@lru_cache(maxsize=4096)
def _found(grammar: RelationGrammar, text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(m.lastgroup), *m.span()) for m in grammar.bound.finditer(text))


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a clause of a run of the second sentence begins with: the words of the bound, and its kind.

    ``held``: the words of the clause, by number.
    """

    pair: Pair
    run: Run
    held: tuple[int, int]
    kind: str
    span: Span

    @property
    def is_clause(self) -> bool:
        """Whether a whole clause bounds ("if …"), and no word or two ("may")."""
        return self.kind in _CLAUSES


def _lost(pair: Pair, run: Run, *, settled: bool) -> Differing | None:
    """The bound that stands in ``run`` of the second sentence alone."""
    instead = _within_clause(pair.one, run.one, opens=False)
    if run.two[0] == run.two[1] or _says_instead(pair.one, instead):
        return None
    found = _opened(pair, run)
    if found is None or any(excludes(found) for excludes in _NO_LOSS):
        return None
    if not (_wholly(pair, run) or (not settled and _of_stretch(found))):
        return None
    if _bounded(pair, found.kind):
        return None
    end = _end_of(pair, run, found.held) if found.is_clause else found.held[1]
    span = Span(found.span.start, pair.two.words[end - 1].end)
    if _kept(found, span):
        return None
    at = pair.one.words[max(0, min(run.one[0], len(pair.one.words) - 1) - 1)].span
    return Differing(pair, at, span)


def _opened(pair: Pair, run: Run) -> _Bound | None:
    """What the first clause of a run that begins with a bound begins with.

    Behind words that tell who says so only a clause that limits whatever else its sentence tells counts.
    """
    for held in _clauses_of(pair, run):
        found = _opening(pair.two, held)
        if found is not None:
            counts = held[0] <= run.two[0] or _strict(pair.two, found[1]) == "clause"
            return _Bound(pair, run, held, *found) if counts else None
    return None


def _clauses_of(pair: Pair, run: Run) -> Iterator[tuple[int, int]]:
    """The first clause of a run of the second sentence, and the next where the first only says who says so.

    "The port will open, she told the radio, if the council agrees."
    """
    first = _within_clause(pair.two, run.two, opens=True)
    yield first
    if _says(pair.two, first) and first[1] - first[0] <= SAYING and first[1] < run.two[1]:
        yield _within_clause(pair.two, (first[1], run.two[1]), opens=True)


def _end_of(pair: Pair, run: Run, held: tuple[int, int]) -> int:
    """The number of the word after a clause: small words that both have by chance do not end it."""
    end = held[1]
    for r in pair.runs[pair.runs.index(run) + 1 :]:
        if (
            end != r.two[0]
            or _MARKS.intersection(pair.two.gap(end - 1))
            or (r.same and r.two[1] - end > BY_CHANCE)
        ):
            break
        end = _within_clause(pair.two, (end, r.two[1]), opens=False)[1]
    return min(end, held[0] + CLAUSE) if end > held[1] else end


def _of_another(bound: _Bound) -> bool:
    """Whether a clause bounds something that only its own sentence tells.

    "…, and if you did it well, your ratings would be better" is of what comes after it; and where another
    verb stands before it ("would veto the bill", "signed the bill"), of another act.
    """
    if not bound.is_clause:
        return False
    pair, run, held = bound.pair, bound.run, bound.held
    words, language = pair.two.words, pair.two.language
    joins = held[0] > run.two[0] or words[held[0]].plain in language.grammar(RelationGrammar).joins
    if joins and held[1] < run.two[1] and not _says(pair.two, (held[1], run.two[1])):
        return True
    return any(
        all(_acts(*side) for side in sides) or all(_counts(*side) for side in sides)
        for sides in _apart_before(pair, run, HANGS)
    ) or any(map(_denies, _apart_before(pair, run, DENIED)))


Sides = tuple[tuple[Sentence, tuple[int, int]], tuple[Sentence, tuple[int, int]]]


def _apart_before(pair: Pair, run: Run, within: int) -> Iterator[Sides]:
    """What stands in each other's place ``within`` so many words before a run."""
    for r in pair.runs[: pair.runs.index(run)]:
        if not r.same and r.two[1] > run.two[0] - within:
            yield (pair.one, r.one), (pair.two, r.two)


def _denies(sides: Sides) -> bool:
    """Whether one of them denies: "has no plans to fill", "does not rule out filling"."""
    words = (w for sentence, run in sides for w in sentence.words[slice(*run)])
    return any(sides[0][0].language.is_negation(w.written) for w in words)


def _acts(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether a word of a run may tell an act: by its form, or behind an auxiliary."""
    return any(
        event_of(sentence.words[i], sentence.language) is not None
        or (sentence.words[i].content and _is_bound(sentence, i))
        for i in range(*run)
    )


def _is_bound(sentence: Sentence, at: int) -> bool:
    """Whether an auxiliary stands before a word, a "not" between them or none."""
    before = [w for w in sentence.words[max(0, at - 2) : at] if not sentence.language.is_negation(w.written)]
    return bool(before) and sentence.language.lexicon.has(before[-1].plain, "auxiliary")


def _bounds_nothing(found: _Bound) -> bool:
    """Whether a bound only tells when or which ("five days before", "some youths"), or is kept by its word.

    Youths that break windows are some of all in either telling; a "temporary" fix is one wherever told; and
    what was "not yet" known will not be known for weeks.
    """
    pair, bound = found.pair, found.span
    sentence, words = pair.two, pair.two.view.words_in(bound)
    if sentence.language.grammar(RelationGrammar).telling_only.match(sentence.article.text, bound.start):
        return not _denials(sentence, [w for w in sentence.words if w.end <= bound.start])
    if _denials(sentence, words) and _denials(pair.one, pair.one.words) >= _denials(sentence, sentence.words):
        return True
    if found.is_clause:  # a mark before it was lost
        return sentence.span.start < bound.start and sentence.of(bound)[:1].isupper()
    own, limited = {w.key for w in words if w.content}, _limited(sentence, bound)
    return bool(own) and any(own <= s.keys() and s.keys() & limited for s in pair.one.view.sentences)


def _limited(sentence: Sentence, bound: Span) -> frozenset[str]:
    """Keys of the next words that tell behind a bound."""
    _, after = sentence.around(bound)
    return sentence.keys(after, after + LIMITING)


def _denials(sentence: Sentence, words: Iterable[Word]) -> int:
    return sum(sentence.language.is_negation(w.written) for w in words)


def _strict(sentence: Sentence, bound: Span) -> str | None:
    """What a bound limits whatever else its sentence tells, as ``RelationGrammar.strict`` names it."""
    strict = sentence.language.grammar(RelationGrammar).strict.match(sentence.article.text, bound.start)
    return strict and strict.lastgroup


def _says(sentence: Sentence, run: tuple[int, int]) -> bool:
    return any(sentence.language.lexicon.has(w.plain, "says") for w in sentence.words[slice(*run)])


def _bounded(pair: Pair, kind: str) -> bool:
    """Whether the first sentence has a bound of one kind that is not among the words that both have."""
    sentence, base = pair.one, pair.one.span.start
    both = [
        Span(sentence.words[run.one[0]].start, sentence.words[run.one[1] - 1].end)
        for run in pair.runs
        if run.same
    ]
    hedged = sentence.language.grammar(RelationGrammar).hedged if kind == "doubt" else None
    found = [(k, start, end) for k, start, end in _bounds_of(sentence) if k == kind]
    found += [(kind, *m.span()) for m in hedged.finditer(sentence.text)] if hedged else []
    return any(not any(s.contains(Span(base + start, base + end)) for s in both) for _, start, end in found)


def _wholly(pair: Pair, run: Run) -> bool:
    """Whether the first sentence has nearly all that the second tells besides ``run``."""
    return pair.is_close and pair.equal >= ALIKE * (len(pair.two.words) - (run.two[1] - run.two[0]))


def _of_stretch(bound: _Bound) -> bool:
    """Whether a bound limits what both tell in the same words, whatever else their sentences tell."""
    pair, run = bound.pair, bound.run
    grammar = pair.two.language.grammar(RelationGrammar)
    strict = grammar.strict.match(pair.two.article.text, bound.span.start)
    if strict is None:
        return False
    before, after = pair.beside(run)
    if strict.lastgroup == "clause":
        return told_alike(pair, before, CLAIM) and _hangs_on(pair.two, bound.span) in before
    words, follows = pair.two.words, run.two[1]
    if follows not in after or strict.end() != words[follows - 1].end or not told_alike(pair, before | after):
        return False
    instead = [w.plain for w in pair.one.words[slice(*run.one)]]
    if strict.lastgroup == "number":
        return not instead and bool(pair.two.view.numbers_in(words[follows].span))
    if _says_as_little(grammar, instead, strict.lastgroup):
        return False
    named = any(words[i].content for i in before)
    return named and words[follows].content and words[follows].written.islower()


def _says_as_little(grammar: RelationGrammar, instead: Sequence[str], strict: str | None) -> bool:
    """Whether words in the place of a bound claim no more than it.

    "May apply" and "can apply" permit alike; a plan is lost only where what is planned is told as certain.
    """
    if strict == "plan" and grammar.certain.isdisjoint(instead):
        return True
    return not grammar.permits.isdisjoint(instead)


def _hangs_on(sentence: Sentence, bound: Span) -> int | None:
    """The number of the last word before a clause that may be the verb it hangs on: no "showing"."""
    unfinished = sentence.language.grammar(RelationGrammar).unfinished
    first, _ = sentence.around(bound)
    for i in range(first - 1, -1, -1):
        word = sentence.words[i]
        if sentence.language.lexicon.has(word.plain, "auxiliary"):
            return i
        if event_of(word, sentence.language) and not unfinished.search(word.plain):
            return i
    return None


def _of_what_is_meant(bound: _Bound) -> bool:
    """Whether a hedge is of who speaks ("plans to say"), or of what neither says is done ("tries to").

    "A move to block it" asserts no more than "tries to block it": both have the "to".
    """
    two, (first, after) = bound.pair.two, bound.held
    if bound.is_clause or _strict(two, bound.span) != "plan":
        return False
    return two.words[after - 1].end < bound.span.end or _says(two, (first, after + 1))


def _within_clause(sentence: Sentence, run: tuple[int, int], *, opens: bool) -> tuple[int, int]:
    """The words of a run up to the first mark between them; ``opens``: one before them opens their clause."""
    first, after = run
    cut = (i for i in range(first + opens, after) if i and _MARKS.intersection(sentence.gap(i - 1)))
    return first, next(cut, after)


def _kept(bound: _Bound, whole: Span) -> bool:
    """Whether the other article has a bound, the ``whole`` of it, in its words or others, beside."""
    pair, held = bound.pair, bound.held
    behind = pair.two.keys(held[1], held[1] + LIMITED)
    limited = behind or pair.two.keys(held[0] - LIMITED, held[0])
    # What stands beside in both keeps what only one leaves out in neither.
    both = {s.text for s in _beside(pair.two)}
    beside = [s for s in _beside(pair.one) if s.text not in both]
    # Whom a clause is about goes by many names ("if Pyongyang acts", "should North Korea act").
    words = [w for w in pair.two.view.words_in(whole) if w.content]
    told = frozenset(w.key for w in words if w.written.islower()) or pair.two.view.keys_in(whole)
    return _kept_beside([*beside, pair.one], told) or any(
        s.keys() & (limited | told) and any(k == bound.kind for k, *_ in _bounds_of(s)) for s in beside
    )


def _says_instead(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether something of its own stands in a bound's place: a telling word, a number, "whether", "not"."""
    if run[1] - run[0] > INSTEAD:
        return True
    asks = (
        sentence.language.grammar(RelationGrammar).asks | sentence.language.grammar(RelationGrammar).amounts
    )
    words = sentence.words[slice(*run)]
    denies = any(sentence.language.is_negation(w.written) for w in words)
    return denies or _counts(sentence, run) or any(w.content or w.plain in asks for w in words)


def _opening(sentence: Sentence, run: tuple[int, int]) -> tuple[str, Span] | None:
    """The kind and the words of the bound that a run begins with."""
    base, start = sentence.span.start, sentence.words[run[0]].start
    for kind, begins, ends in _bounds_of(sentence):
        if start <= base + begins < sentence.words[run[1] - 1].end:
            near = base + begins <= start + LEADING
            return (kind, Span(base + begins, base + ends)) if near else None
    return None


def _says_more(found: _Bound) -> bool:
    """Whether a clause tells more than its bound: "most of them Dutch" limits nothing that both have."""
    pair, bound = found.pair, found.span
    words = pair.two.words[slice(*found.held)]
    if found.is_clause:
        rest = len(pair.two.words) - len(words)
        told = (w for w in words if w.start >= bound.end)
        if not any(w.content for w in told):  # "I have done it before", "if they [the council] agree"
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


# By which of these a bound that only one sentence has is no bound lost.
_NO_LOSS: tuple[Callable[[_Bound], bool], ...] = (_says_more, _of_another, _bounds_nothing, _of_what_is_meant)
