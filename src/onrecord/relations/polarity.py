"""Sentences that say nearly the same words, one of them with a "not"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.languages.grammar import ConflictGrammar
from onrecord.relations.alike import Pair, Run
from onrecord.text import Sentence

# Share of the compared stretches' words that are equal and in order.
ALIKE = 0.75
# Words before the first shared one in which a negation still governs it.
BEFORE = 2
FEWEST_WORDS = 8
# Words that stand in each other's place when a cue is exchanged ("denied" for "confirmed").
CUE = 3


def disagreements(near: Iterable[Pair]) -> Iterator[Pair]:
    """Near-identical sentences of two articles that differ by a negation."""
    return (pair for pair in near if _flipped(pair) or _opposed(pair))


def _opposed(pair: Pair) -> bool:
    """Whether one sentence denies in so many words what the other says in the same ones."""
    return _common(pair) is not None and any(
        {_stands(pair.one, run.one), _stands(pair.two, run.two)} == {1, -1} for run in _exchanged(pair)
    )


def _exchanged(pair: Pair) -> Iterator[Run]:
    """Few words in the place of few others."""
    return (
        run
        for run in pair.runs
        if not run.same and all(0 < high - low <= CUE for low, high in (run.one, run.two))
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


def _flipped(pair: Pair) -> bool:
    """Whether two sentences say nearly the same, one of them with a "not"."""
    hulls = _common(pair)
    if hulls is None:
        return False
    sides = zip((pair.one, pair.two), hulls, strict=True)
    counts = [_negations(s, *hull) + _governed(s, hull[0]) for s, hull in sides]
    return counts[0] % 2 != counts[1] % 2


def _common(pair: Pair) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """What lies between the first and the last shared word of each, where nearly all of it is shared."""
    equal = [run for run in pair.runs if run.same]
    if not equal:
        return None
    hulls = (equal[0].one[0], equal[-1].one[1]), (equal[0].two[0], equal[-1].two[1])
    alike = pair.equal >= FEWEST_WORDS and pair.equal >= ALIKE * max(end - start for start, end in hulls)
    return hulls if alike else None


def _governed(sentence: Sentence, start: int) -> int:
    """Negations just before word ``start``, but for those beyond a comma and the "no" of a noun."""
    of_nouns = sentence.language.grammar(ConflictGrammar).of_nouns
    count = 0
    for i in range(start - 1, max(-1, start - 1 - BEFORE), -1):
        if any(c in ",;:.!?" for c in sentence.gap(i)):
            break
        word = sentence.words[i]
        count += sentence.language.is_negation(word.written) and word.key not in of_nouns
    return count


def _negations(sentence: Sentence, start: int, end: int) -> int:
    """Negations among words ``start`` to ``end``; "not only" denies nothing, "neither … nor" denies once."""
    grammar = sentence.language.grammar(ConflictGrammar)
    count = 0
    for i in range(start, end):
        word = sentence.words[i]
        follows = sentence.words[i + 1].key if i + 1 < len(sentence.words) else ""
        denies = sentence.language.is_negation(word.written) and word.key not in grammar.not_counted
        count += denies and follows not in grammar.not_denied
    return count
