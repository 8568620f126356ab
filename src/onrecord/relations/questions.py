"""Whether two values answer one question: what is told of the clauses that they hang on.

Nothing here looks at the values themselves, so that what is learned from values that agree holds for those
that do not.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from rapidfuzz.distance import LCSseq

from onrecord.models.arrays import Table
from onrecord.relations.values import BESIDE, Value, comparable
from onrecord.text import Sentence, View

# What clauses must share, in rarity, to be looked at; below it, values of one story agree by chance alone.
SHARED = 2.0
# A key in this many sentences of both articles names the story and not the fact; beyond, it weighs less.
OFTEN = 4
# Values of one article looked at in another, the likest clauses first.
MOST = 400

NAMES = (
    "clause_jaccard", "clause_poorer", "clause_shared", "sentence_jaccard", "sentence_poorer",
    "sentence_shared", "near_jaccard", "near_shared", "order", "head_same", "head_missing", "counted_shared",
    "verb_same", "verb_other", "names_shared", "names_fewer", "names_more", "before", "after", "run",
    "shorter", "longer", "held_fewer", "held_more", "first", "last", "quoted_both", "quoted_one", "days",
    "rival_a", "rival_b", "count", "money", "percent", "compound", "measure", "date",
)  # fmt: skip
_KINDS = NAMES[-6:]
_FAR = 30  # days apart; farther is as far


@dataclass(frozen=True, slots=True)
class Side:
    """One article: its view, its values, and in how many of its sentences each key stands."""

    view: View
    values: Sequence[Value]
    usual: Mapping[str, int]

    @property
    def day(self) -> date | None:
        """When it was published, where that is known to the day."""
        day = self.view.article.published.day
        return date.fromisoformat(day) if day else None


def side(view: View, values: Sequence[Value]) -> Side:
    """One article, ready to be held against others."""
    return Side(view, values, Counter(chain.from_iterable(map(Sentence.keys, view.sentences))))


class Questions:
    """Pairs of values of two articles that may answer one question."""

    def __init__(self, one: Side, two: Side) -> None:
        self.one, self.two = one, two
        self.language = one.view.language
        self._weights: dict[str, float] = {}
        self.pairs = list(self._candidates())

    def _weight(self, keys: Iterable[str]) -> float:
        """How much keys tell between the two articles, those that stand everywhere less."""
        return math.fsum(self._of(key) for key in keys)

    def _of(self, key: str) -> float:
        found = self._weights.get(key)
        if found is None:
            often = self.one.usual.get(key, 0) + self.two.usual.get(key, 0)
            found = self.language.rarity(key) * min(1.0, OFTEN / max(1, often))
            self._weights[key] = found
        return found

    def _candidates(self) -> Iterator[tuple[Value, Value]]:
        by_key: dict[str, list[int]] = {}
        for n, value in enumerate(self.two.values):
            for key in set(value.keys):
                by_key.setdefault(key, []).append(n)
        for a in self.one.values:
            shared: dict[int, float] = {}
            for key in sorted(set(a.keys)):
                for n in by_key.get(key, ()):
                    shared[n] = shared.get(n, 0.0) + self._of(key)
            likest = sorted((n for n in shared if shared[n] >= SHARED), key=lambda n: (-shared[n], n))
            for n in likest[:MOST]:
                if comparable(a, self.two.values[n]):
                    yield a, self.two.values[n]

    def table(self) -> Table:
        """Features of all pairs, shape ``(len(pairs), len(NAMES))``."""
        rows = np.array([self._row(a, b) for a, b in self.pairs]).reshape(len(self.pairs), len(NAMES))
        like = rows[:, 0] + rows[:, NAMES.index("near_jaccard")] if len(rows) else np.zeros(0)
        for column, at in (("rival_a", 0), ("rival_b", 1)):
            rows[:, NAMES.index(column)] = _rivals([id(pair[at]) for pair in self.pairs], like)
        return rows

    def _row(self, a: Value, b: Value) -> list[float]:
        keys = set(a.keys), set(b.keys)
        clause = self._overlap(*keys)
        sentence = self._overlap(a.around, b.around)
        near = self._overlap(a.near, b.near)
        return [
            *clause, *sentence, near[0], near[2], _order(a, b), *self._heads(a, b), *_verbs(a, b),
            *self._names(a, b), *_beside(a, b), *sorted((len(a.keys), len(b.keys))),
            *sorted((a.held, b.held)), *sorted((a.rank, b.rank)), *self._settings(a, b), 0.0, 0.0,
            *(float(a.kind == kind) for kind in _KINDS),
        ]  # fmt: skip

    def _overlap(self, a: Iterable[str], b: Iterable[str]) -> tuple[float, float, float]:
        """Shared weight over all, over that of the poorer, and itself."""
        one, two = set(a), set(b)
        shared, x, y = self._weight(one & two), self._weight(one), self._weight(two)
        return shared / ((x + y - shared) or 1.0), shared / (min(x, y) or 1.0), shared

    def _heads(self, a: Value, b: Value) -> tuple[float, float, float]:
        """Whether both count things of one name, whether one leaves it unsaid, and what they share of it."""
        one, two = a.counted, b.counted
        same = bool(one and two and one[-1] == two[-1])
        return float(same), float(not (one and two)), self._weight(set(one) & set(two))

    def _names(self, a: Value, b: Value) -> tuple[float, float, float]:
        """Names of both sentences, and those of only one of them: the fewer and the more."""
        only = sorted((self._weight(a.names - b.around), self._weight(b.names - a.around)))
        return self._weight(a.names & b.names), only[0], only[1]

    def _settings(self, a: Value, b: Value) -> tuple[float, float, float]:
        """Whether both, or one, stand within quotation marks; days between the articles."""
        quoted = self.one.view.is_quoted(a.span.start), self.two.view.is_quoted(b.span.start)
        one, two = self.one.day, self.two.day
        days = abs((one - two).days) if one and two else _FAR
        return float(all(quoted)), float(quoted[0] != quoted[1]), float(min(days, _FAR))


def _rivals(owners: Sequence[int], like: Table) -> list[float]:
    """For each pair, how much likelier the best other pair of the same value is."""
    likest: dict[int, list[float]] = {}
    for owner, value in zip(owners, like.tolist(), strict=True):
        likest[owner] = sorted((value, *likest.get(owner, ())), reverse=True)[:2]
    out = []
    for owner, value in zip(owners, like.tolist(), strict=True):
        best, second = (*likest[owner], 0.0)[:2]
        out.append((second if value == best else best) - value)
    return out


def _order(a: Value, b: Value) -> float:
    """Share of the shorter clause's words that stand in the other in the same order."""
    return LCSseq.similarity(a.keys, b.keys) / (min(len(a.keys), len(b.keys)) or 1)


def _verbs(a: Value, b: Value) -> tuple[float, float]:
    """Whether the clauses tell one event, and whether they tell different ones."""
    same = bool(a.verbs & b.verbs)
    return float(same), float(bool(a.verbs and b.verbs) and not same)


def _beside(a: Value, b: Value) -> tuple[float, float, float]:
    """Equal words right before and right after the values, and in one run around them."""
    run = [_common(x, y) for x, y in zip(a.beside, b.beside, strict=True)]
    return run[0] / BESIDE, run[1] / BESIDE, float(sum(run))


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    for n, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return n
    return min(len(a), len(b))
