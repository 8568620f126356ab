"""Sentences that say nearly the same words, one of them with a "not"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.languages.grammar import ConflictGrammar, RelationGrammar
from onrecord.records import Span
from onrecord.relations.alike import Pair, Run
from onrecord.text import Sentence, Word

# Share of the compared stretches' words that are equal and in order.
ALIKE = 0.75
# Words before the first shared one in which a negation still governs it.
BEFORE = 2
FEWEST_WORDS = 8
# Words before a stretch of a sentence in which a negation may govern it.
GOVERNS = 6
# Words that stand in each other's place when a cue is exchanged ("denied" for "confirmed").
CUE = 3
# Words from a negation within which another is the same one, said anew.
AGAIN = 4
# The words of a stretch: from one to before another, in each of two sentences.
Hull = tuple[tuple[int, int], tuple[int, int]]
_DASHES = frozenset("–—-…")
_MARKS = _DASHES | frozenset(",;:.!?")


def flipped(near: Iterable[Pair]) -> Iterator[Pair]:
    """Near-identical sentences of two articles that differ by a negation."""
    denials = _Denials()
    return (pair for pair in near if _flipped(pair, denials))


def opposed(near: Iterable[Pair]) -> Iterator[Pair]:
    """Near-identical sentences of two articles of which one denies what the other says or confirms."""
    denials = _Denials()
    return (pair for pair in near if _opposed(pair) and not _flipped(pair, denials))


def _opposed(pair: Pair) -> bool:
    """Whether one sentence denies in so many words what the other says in the same ones."""
    return any(_exchanged(pair, hull) for hull in _common(pair))


def _exchanged(pair: Pair, hull: Hull) -> bool:
    """Whether a cue of denying stands in the place of one of saying, few words for few others."""
    return any(
        {_stands(pair.one, run.one), _stands(pair.two, run.two)} == {1, -1}
        for run in _within(pair, hull)
        if all(0 < high - low <= CUE for low, high in (run.one, run.two))
    )


def _stands(sentence: Sentence, run: tuple[int, int]) -> int:
    """-1 where a cue of denying stands in ``run``, 1 where one of saying or confirming does, else 0."""
    lexicon = sentence.language.lexicon
    words = sentence.words[slice(*run)]
    if any(sentence.language.is_negation(w.written) for w in words):
        return 0
    if any(lexicon.has(w.plain, "says", "negative") for w in words):
        return -1
    return int(any(lexicon.has(w.plain, "says") for w in words))


def _flipped(pair: Pair, denials: _Denials) -> bool:
    """Whether a lone negation is what two sentences differ by, and there is one too many on one side."""
    # "We can't let it be" and "it cannot be": each denies as often as the other, whatever else is shared.
    if denials.of(pair.one) % 2 == denials.of(pair.two) % 2 or _asks(pair.one) != _asks(pair.two):
        return False
    return any(_flips(pair, hull) for hull in _common(pair))


def _flips(pair: Pair, hull: Hull) -> bool:
    whole = hull == _hull(pair.runs) and pair.is_close
    if not whole and not (_free(pair.one, hull[0]) and _free(pair.two, hull[1])):
        return False
    if _others(pair, hull):
        return False
    # What stands before the shared words is of them where the sentences as wholes are alike.
    alone = [
        (sum(_alone(pair.one, run.one)), sum(_alone(pair.two, run.two)))
        for run in _within(pair, hull)
        if _bare(pair, run) and (whole or (_of_one(pair, hull, run) and not _of_another(pair, run)))
    ]
    heads = (_governed(pair.one, hull[0][0]), _governed(pair.two, hull[1][0])) if whole else (0, 0)
    counts = [heads[side] + sum(found[side] for found in alone) for side in (0, 1)]
    return counts[0] % 2 != counts[1] % 2


def _free(sentence: Sentence, hull: tuple[int, int]) -> bool:
    """Whether no negation stands so shortly before a stretch that it may be of it ("it is not true that")."""
    before = sentence.words[max(0, hull[0] - GOVERNS) : hull[0]]
    return not any(sentence.language.is_negation(w.written) for w in before)


def _of_one(pair: Pair, hull: Hull, run: Run) -> bool:
    """Whether a stretch names, before a run that differs, what the run is said of."""
    shared = (i for r in pair.runs if r.same for i in range(*r.one) if hull[0][0] <= i < run.one[0])
    return any(pair.one.words[i].content for i in shared)


def _within(pair: Pair, hull: Hull) -> Iterator[Run]:
    """The runs that differ between the first and the last shared word."""
    return (r for r in pair.runs if not r.same and _inside(r.one, hull[0]) and _inside(r.two, hull[1]))


def _asks(sentence: Sentence) -> bool:
    """Whether it is a question: "shouldn't you" asks for what "you should" says."""
    return "?" in sentence.text


def _of_another(pair: Pair, run: Run) -> bool:
    """Whether one sentence names, right before a run, somebody whom the other does not ("Osk is not")."""
    for sentence, other, (start, _) in ((pair.one, pair.two, run.one), (pair.two, pair.one, run.two)):
        before = sentence.words[max(1, start - BEFORE) : start]
        known = other.keys()
        if any(w.content and w.written[:1].isupper() and w.key not in known for w in before):
            return True
    return False


def _others(pair: Pair, hull: Hull) -> bool:
    """Whether each of two stretches, or what is right before it, names a body of its own."""
    names = []
    for sentence, (start, end) in zip((pair.one, pair.two), hull, strict=True):
        near = range(max(1, start - BEFORE), end)
        words = (sentence.words[i] for i in near)
        names.append({w.key for w in words if w.content and w.written[:1].isupper()})
    return all(own - other.keys() for own, other in zip(names, (pair.two, pair.one), strict=True))


class _Denials(dict[int, int]):
    """How many words of a sentence deny, "yet to" among them, counted once for all pairs it is in."""

    def of(self, sentence: Sentence) -> int:
        """That of ``sentence``."""
        found = self.get(id(sentence))
        if found is None:
            denying = sentence.language.grammar(ConflictGrammar).denying.findall(sentence.text)
            words = sum(sentence.language.is_negation(w.written) for w in sentence.words)
            found = self[id(sentence)] = words + len(denying)
        return found


def _inside(run: tuple[int, int], hull: tuple[int, int]) -> bool:
    return hull[0] <= run[0] and run[1] <= hull[1]


def _bare(pair: Pair, run: Run) -> bool:
    """Whether nothing but small words and negations stands in a run, and not the same letters twice.

    A negation that comes with words of its own is a part of another clause, or of a sentence that one outlet
    cut in two: of eight such pairs on unseen news none was a denial.
    """
    sides = _written(pair.one, run.one), _written(pair.two, run.two)
    is_negation = pair.one.language.is_negation
    openers = pair.one.language.grammar(RelationGrammar).clause_openers
    if any(any(is_negation(w.written) for w in s) and any(w.plain in openers for w in s) for s in sides):
        return False  # "…, none of whom had symptoms"
    if any(w.content and not is_negation(w.written) for side in sides for w in side):
        return _nobody_instead(pair, run)
    letters = ["".join(c for w in side for c in w.written.casefold() if c.isalpha()) for side in sides]
    return letters[0] != letters[1]


def _nobody_instead(pair: Pair, run: Run) -> bool:
    """Whether nobody stands in the place of somebody: whom the other sentence names, did it neither."""
    if not all(0 < end - start <= CUE for start, end in (run.one, run.two)):
        return False
    return _of_nobody(pair.one, run.one) != _of_nobody(pair.two, run.two)


def _of_nobody(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether words end with what stands for nobody."""
    words = sentence.words[slice(*run)]
    told = sentence.of(Span(words[0].start, words[-1].end))
    return sentence.language.grammar(ConflictGrammar).of_nobody.search(told) is not None


def _common(pair: Pair) -> Iterator[Hull]:
    """What lies between two shared words of each, where nearly all of it is shared: all, or a stretch."""
    for runs in dict.fromkeys((pair.runs, *pair.stretches)):
        equal = sum(run.one[1] - run.one[0] for run in runs if run.same)
        if equal >= FEWEST_WORDS:
            hull = _hull(runs)
            if equal >= ALIKE * max(end - start for start, end in hull):
                yield hull


def _hull(runs: Sequence[Run]) -> Hull:
    """From the first to the last word that both have."""
    same = [run for run in runs if run.same]
    return (same[0].one[0], same[-1].one[1]), (same[0].two[0], same[-1].two[1])


def _written(sentence: Sentence, run: tuple[int, int]) -> list[Word]:
    """The words of a run but for those that an editor put in ("they [the wardens] did")."""
    before = ((w, sentence.text[: w.start - sentence.span.start]) for w in sentence.words[slice(*run)])
    return [w for w, text in before if text.count("[") == text.count("]")]


def _governed(sentence: Sentence, start: int) -> int:
    """Negations just before word ``start``, but for those beyond a mark or a word and the "no" of a noun."""
    grammar = sentence.language.grammar(ConflictGrammar)
    for i in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        word = sentence.words[i]
        if any(c in _MARKS for c in sentence.gap(i)):
            return 0
        if sentence.language.is_negation(word.written):
            denied = i + 1 == len(sentence.words) or sentence.words[i + 1].key not in grammar.not_denied
            return int(word.key not in grammar.of_nouns and denied)
        if word.content:
            return 0
    return 0


def _alone(sentence: Sentence, run: tuple[int, int]) -> Iterator[bool]:
    """For each word of a run whether it denies.

    "Not only" denies nothing, "neither … nor" once, and so does who begins anew ("didn't – did not").
    """
    grammar = sentence.language.grammar(ConflictGrammar)
    for i in range(*run):
        word = sentence.words[i]
        follows = sentence.words[i + 1].key if i + 1 < len(sentence.words) else ""
        denies = sentence.language.is_negation(word.written) and word.key not in grammar.not_counted
        yield denies and follows not in grammar.not_denied and not _again(sentence, run, i)


def _again(sentence: Sentence, run: tuple[int, int], at: int) -> bool:
    """Whether a negation outside a run is one in it, said anew after a dash."""
    before, behind = (
        range(max(0, at - AGAIN), run[0]),
        range(run[1], min(len(sentence.words), at + AGAIN + 1)),
    )
    found = [i for i in (*before, *behind) if sentence.language.is_negation(sentence.words[i].written)]
    return any(_DASHES & set(sentence.gap(k)) for i in found for k in range(min(i, at), max(i, at)))
