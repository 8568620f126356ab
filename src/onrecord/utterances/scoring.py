"""How probable it is that two points report the same utterance.

A scorer turns feature rows into probabilities. The packaged one is a forest of boosted trees trained on the
cross-outlet benchmark (``training/pairs.py``); ``ExplicitScorer`` is the baseline it is measured against, a
weighted sum whose weights can be read.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.models import trees
from onrecord.utterances.features import NAMES

Table = npt.NDArray[np.float64]


class Scorer(Protocol):
    """What the grouping needs: one probability per row of features."""

    @property
    def version(self) -> str:
        """Which scorer and training run it is."""
        ...

    def score(self, table: Table) -> Table:
        """Probabilities, shape ``(rows,)``, for features of shape ``(rows, len(NAMES))``."""
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
    "numbers_shared": 0.3,
    "numbers_differ": -0.8,
    "negation_differs": -0.4,
}
_BIAS = -5.0


class ExplicitScorer:
    """A weighted sum of features, through the logistic function."""

    version = "explicit-1"

    def score(self, table: Table) -> Table:
        """See ``Scorer``."""
        weights = np.array([_WEIGHTS.get(name, 0.0) for name in NAMES])
        odds = np.clip(table @ weights + _BIAS, -30, 30)
        return np.asarray(1.0 / (1.0 + np.exp(-odds)))


@lru_cache(maxsize=1)
def packaged() -> Scorer:
    """The trained scorer that ships with the package.

    Raises:
        ModelError: when it was trained on other features than this version measures.
    """
    forest = trees.packaged("pairs.npz")
    if forest.names != NAMES:
        raise ModelError("pairs.npz was trained on other features; run training/pairs.py")
    return forest
