"""Sentences of two articles in nearly the same words, laid side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import LCSseq

from onrecord.text import Sentence

# Content words that two sentences share before they are looked at, what these tell at least, in rarity, and
# how many words two sentences have.
SHARED = 4
TELLING = 9.0
FEWEST_WORDS = 5
LONGEST = 60


@dataclass(frozen=True)
class Pair:
    """Two sentences that share enough to be compared word by word."""

    one: Sentence
    two: Sentence

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Both sentences cut into stretches, in order: the words both have, and what stands between."""
        keys = [[w.key for w in s.words] for s in (self.one, self.two)]
        found = [
            Run((o.src_start, o.src_end), (o.dest_start, o.dest_end), o.tag == "equal")
            for o in LCSseq.opcodes(*keys)
        ]
        return tuple(_joined(found))

    @cached_property
    def equal(self) -> int:
        """How many words both have, in one order."""
        return sum(run.one[1] - run.one[0] for run in self.runs if run.same)


@dataclass(frozen=True, slots=True)
class Run:
    """Words ``one[0]:one[1]`` of the first sentence beside ``two[0]:two[1]`` of the second."""

    one: tuple[int, int]
    two: tuple[int, int]
    same: bool


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
        for i in sorted(i for i, n in shared.items() if n >= SHARED):
            if _comparable(a, two[i]):
                yield Pair(a, two[i])


def _comparable(a: Sentence, b: Sentence) -> bool:
    least, most = sorted((len(a.words), len(b.words)))
    if least < FEWEST_WORDS or most > LONGEST:
        return False
    return a.language.weight(a.keys() & b.keys()) >= TELLING
