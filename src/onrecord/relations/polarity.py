"""Sentences that say nearly the same words, one of them with a "not"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from onrecord.languages.grammar import ConflictGrammar
from onrecord.text import Sentence

# Share of the compared stretches' words that are equal and in order; and what these tell at least.
ALIKE = 0.75
TELLING = 9.0
FEWEST_WORDS = 8
# Words before the first shared one in which a negation still governs it.
BEFORE = 2
LONGEST = 60


def disagreements(one: Sequence[Sentence], two: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Pairs of near-identical sentences of two articles that differ by a negation."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(two):
        for key in sorted(sentence.keys()):
            by_word[key].append(i)
    for a in one:
        shared: defaultdict[int, int] = defaultdict(int)
        for key in sorted(a.keys()):
            for i in by_word.get(key, ()):
                shared[i] += 1
        for i in sorted(i for i, n in shared.items() if n >= 4):
            if _flipped(a, two[i]):
                yield a, two[i]


def _flipped(a: Sentence, b: Sentence) -> bool:
    """Whether two sentences say nearly the same, one of them with a "not"."""
    sizes = sorted((len(a.words), len(b.words)))
    if sizes[0] < FEWEST_WORDS or sizes[1] > LONGEST:
        return False
    if a.language.weight(a.keys() & b.keys()) < TELLING:
        return False
    hulls = _common(a, b)
    if hulls is None:
        return False
    counts = [_negations(s, *hull) + _governed(s, hull[0]) for s, hull in zip((a, b), hulls, strict=True)]
    return counts[0] % 2 != counts[1] % 2


def _common(a: Sentence, b: Sentence) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """What lies between the first and the last shared word of each, where nearly all of it is shared."""
    opcodes = LCSseq.opcodes([w.key for w in a.words], [w.key for w in b.words])
    equal = [o for o in opcodes if o.tag == "equal"]
    if not equal:
        return None
    hulls = (equal[0].src_start, equal[-1].src_end), (equal[0].dest_start, equal[-1].dest_end)
    matched = sum(o.src_end - o.src_start for o in equal)
    alike = matched >= FEWEST_WORDS and matched >= ALIKE * max(end - start for start, end in hulls)
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
