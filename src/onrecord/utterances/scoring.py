"""How probable it is that two points report the same utterance.

The packaged scorer is two forests of boosted trees, trained on the cross-outlet benchmark by
``training/pairs.py``: the first sees each pair alone, the second also what the first says of the pairs
around it. What they leave in doubt, a network reads (``rereading``). ``ExplicitScorer`` is the baseline they
are measured against, a weighted sum that can be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

import numpy as np

from onrecord.errors import ModelError
from onrecord.models import crossencoder, recall, trees
from onrecord.models.arrays import Table
from onrecord.utterances.context import Context
from onrecord.utterances.features import NAMES, measure
from onrecord.utterances.limits import limit
from onrecord.utterances.quotations import same_quotation
from onrecord.utterances.rereading import PairReader, reread
from onrecord.utterances.support import SUPPORT, support

Pairs = Sequence[tuple[int, int]]


class Scorer(Protocol):
    """What the grouping needs: one probability per candidate pair."""

    @property
    def version(self) -> str:
        """Which scorer and training run it is."""
        ...

    def score(self, made: Context, pairs: Pairs) -> Table:
        """Probabilities, shape ``(len(pairs),)``, of pairs of indices into ``made.points``."""
        ...


# Log-odds. Shared rare words and words quoted on both sides carry the decision; a different known speaker
# speaks against it, an unknown one for nothing.
_WEIGHTS = {
    "shared_rarity": 0.12,
    "shared_of_shorter": 3.0,
    "shared_of_longer": 2.0,
    "common_order": 1.0,
    "longest_run": 0.25,
    "quoted_shared": 1.0,
    "around_shared": 1.0,
    "speaker_same": 1.2,
    "speaker_other": -1.5,
    "speaker_acts_for": 1.0,
    "source_words": 0.8,
    "same_day": 0.3,
    "same_article": -0.5,
    "numbers_shared": 0.3,
    "numbers_differ": -0.8,
    "negation_differs": -0.4,
}
_BIAS = -5.0


class ExplicitScorer:
    """A weighted sum of features, through the logistic function."""

    version = "explicit-1"

    def score(self, made: Context, pairs: Pairs) -> Table:
        """See ``Scorer``."""
        return np.asarray(1.0 / (1.0 + np.exp(-self.odds(measure(made, pairs)))))

    def odds(self, table: Table) -> Table:
        """Log-odds for features already measured, shape ``(len(table), len(NAMES))``."""
        weights = np.array([_WEIGHTS.get(name, 0.0) for name in NAMES])
        return np.asarray(np.clip(table @ weights + _BIAS, -30, 30))


@dataclass(frozen=True, slots=True)
class TrainedScorer:
    """Two forests, ``first`` over ``NAMES``, ``second`` over ``NAMES`` and ``SUPPORT``; a reader of doubts.

    Without ``network`` the forests decide alone.
    """

    first: trees.Forest
    second: trees.Forest
    network: PairReader | None = None

    def __post_init__(self) -> None:
        if self.first.names != NAMES or self.second.names != (*NAMES, *SUPPORT):
            raise ModelError("the pair scorer was trained on other features; run training/pairs.py")

    @property
    def version(self) -> str:
        """See ``Scorer``."""
        return self.second.version

    def score(self, made: Context, pairs: Pairs) -> Table:
        """See ``Scorer``."""
        return self.score_table(made, pairs, measure(made, pairs))

    def score_table(self, made: Context, pairs: Pairs, table: Table) -> Table:
        """The same for features already measured, shape ``(len(pairs), len(NAMES))``."""
        first = self.first.score(table)
        second = self.second.score(np.hstack([table, support(made, pairs, first)]))
        same = _same_quotations(made, pairs)
        scores = limit(made, pairs, table, np.maximum(_blend(first, second), same))
        if self.network is None:
            return scores
        # The network does not know who speaks; what is cut before its "if" is another claim to it.
        return np.maximum(reread(made, pairs, scores, self.network), np.minimum(scores, same))


# Share of the first look in the log-odds. Cross-validated at a precision of 61: pairs F1 54.1 without it,
# 54.8 with 0.3, 54.5 with 0.5; two forests err less than one.
_FIRST = 0.3
_SURE = 1e-4  # probabilities are kept this far from 0 and 1 before they become log-odds


def _blend(first: Table, second: Table) -> Table:
    """One probability of two, by the weighted mean of their log-odds."""
    one, two = (np.log(p / (1 - p)) for p in (np.clip(x, _SURE, 1 - _SURE) for x in (first, second)))
    return np.asarray(1.0 / (1.0 + np.exp(-(_FIRST * one + (1 - _FIRST) * two))))


# What ``same_quotation`` tells. Very short ones ("No.") are too rare in training for the trees to know.
_CERTAIN = 0.9


def _same_quotations(made: Context, pairs: Pairs) -> Table:
    """``_CERTAIN`` for pairs of one speaker's quotations, equal or cut, in different articles, else 0."""
    return np.array([_CERTAIN * same_quotation(made.points[i], made.points[j]) for i, j in pairs])


def packaged(memory: recall.Memory | None = None) -> TrainedScorer:
    """The trained scorer that ships with the package; its network is asked only what ``memory`` lacks.

    Raises:
        ModelError: when its files are missing, damaged, or trained on other features.
    """
    found = _loaded()
    return (
        replace(found, network=recall.Odds(crossencoder.packaged(), memory)) if memory is not None else found
    )


@lru_cache(maxsize=1)
def _loaded() -> TrainedScorer:
    first, second = trees.packaged("pairs-first.onnx"), trees.packaged("pairs-second.onnx")
    return TrainedScorer(first, second, crossencoder.packaged())
