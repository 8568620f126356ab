"""Sentences of two articles in nearly the same words, laid side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from onrecord.languages.grammar import ConflictGrammar
from onrecord.text import Sentence

# Content words that two sentences share before they are looked at, what these tell at least, in rarity, and
# how many words two sentences have.
SHARED = 4
TELLING = 9.0
FEWEST_WORDS = 5
LONGEST = 60
# The same of short sentences that begin alike: of the longer one's words the share that both have; or all of
# the shorter one's, where the longer only goes on.
SHORT, SHORT_TELLING, SHORT_WORDS, WHOLE = 2, 4.5, 16, 0.6
# Of the shorter sentence's words, the share that the other has in the same order, where both are close.
ALIKE = 0.75
# Words that may stand apart within one stretch that both sentences have in nearly the same words.
APART = 3


@dataclass(frozen=True)
class Pair:
    """Two sentences that share enough to be compared word by word."""

    one: Sentence
    two: Sentence
    aligned: tuple[Run, ...] = ()

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Both sentences cut into stretches, in order: the words both have, and what stands between."""
        if self.aligned:
            return self.aligned
        keys = [[w.key for w in s.words] for s in (self.one, self.two)]
        found = [
            Run((o.src_start, o.src_end), (o.dest_start, o.dest_end), o.tag == "equal")
            for o in LCSseq.opcodes(*keys)
        ]
        return tuple(_joined(found))

    @cached_property
    def turned(self) -> Pair:
        """The same two sentences, the second first."""
        return Pair(self.two, self.one, tuple(run.turned for run in self.runs))

    @cached_property
    def stretches(self) -> tuple[tuple[Run, ...], ...]:
        """The runs cut where more than ``APART`` words stand apart; each begins and ends with equal words."""
        found: list[list[Run]] = [[]]
        for run in self.runs:
            if run.same or (found[-1] and run.longest <= APART):
                found[-1].append(run)
            elif found[-1]:
                found.append([])
        return tuple(tuple(f if f[-1].same else f[:-1]) for f in found if f)

    def beside(self, run: Run) -> tuple[frozenset[int], frozenset[int]]:
        """Words of the second sentence that both have before and after ``run``, while little stands apart."""
        at = self.runs.index(run)
        return self._reached(reversed(self.runs[:at])), self._reached(self.runs[at + 1 :])

    @staticmethod
    def _reached(runs: Iterable[Run]) -> frozenset[int]:
        found: set[int] = set()
        for run in runs:
            if run.same:
                found.update(range(*run.two))
            elif run.longest > APART:
                break
        return frozenset(found)

    @cached_property
    def equal(self) -> int:
        """How many words both have, in one order."""
        return sum(run.one[1] - run.one[0] for run in self.runs if run.same)

    @property
    def is_short(self) -> bool:
        """Whether the two share so few words that another name in them may be that of another saying."""
        return len(self.one.keys() & self.two.keys()) < SHARED

    @property
    def is_close(self) -> bool:
        """Whether one sentence has nearly all words of the other in their order, and is not equal."""
        shorter = min(len(self.one.words), len(self.two.words))
        return len(self.runs) > 1 and self.equal >= max(FEWEST_WORDS, ALIKE * shorter)


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``one[0]:one[1]`` of the first sentence beside ``two[0]:two[1]`` of the second."""

    one: tuple[int, int]
    two: tuple[int, int]
    same: bool

    @property
    def turned(self) -> Run:
        """The same run, the second sentence first."""
        return Run(self.two, self.one, self.same)

    @property
    def longest(self) -> int:
        """Words of its longer side."""
        return max(self.one[1] - self.one[0], self.two[1] - self.two[0])


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Runs that differ and touch are one: words taken out beside words put in."""
    found: list[Run] = []
    for run in runs:
        if found and not run.same and not found[-1].same:
            last = found.pop()
            run = Run((last.one[0], run.one[1]), (last.two[0], run.two[1]), False)  # noqa: PLW2901
        found.append(run)
    return found


def near(one: Sequence[Sentence], two: Sequence[Sentence]) -> Iterator[Pair]:
    """Pairs of sentences of two articles that share telling words enough."""
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for i, sentence in enumerate(two):
        for key in sorted(sentence.keys()):
            by_word[key].append(i)
    for a in one:
        shared: defaultdict[int, int] = defaultdict(int)
        for key in sorted(a.keys()):
            for i in by_word.get(key, ()):
                shared[i] += 1
        for i in sorted(i for i, n in shared.items() if n >= SHORT):
            pair = Pair(a, two[i])
            if _comparable(a, two[i]) if shared[i] >= SHARED else _as_short(pair):
                yield pair


def _as_short(pair: Pair) -> bool:
    """Whether two short sentences tell one thing, few words of either apart, of one thing that is named."""
    a, b = pair.one, pair.two
    least, most = sorted((len(a.words), len(b.words)))
    if least < FEWEST_WORDS or most > SHORT_WORDS or a.language.weight(a.keys() & b.keys()) < SHORT_TELLING:
        return False
    anybody = a.language.grammar(ConflictGrammar).other_subjects
    named = pair.runs[0].same and a.words[0].plain not in anybody
    return named and pair.is_close and (pair.equal >= WHOLE * most or pair.equal == least)


def _comparable(a: Sentence, b: Sentence) -> bool:
    least, most = sorted((len(a.words), len(b.words)))
    if least < FEWEST_WORDS or most > LONGEST:
        return False
    return a.language.weight(a.keys() & b.keys()) >= TELLING
