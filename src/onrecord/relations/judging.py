"""How probable it is that two values answer one question, and that they clash where they differ.

``relations.onnx`` is learned without a label by hand (``training/relations.py``): of two values of one story
whose clauses it sees, and not the values, it says whether they are equal. Where they answer one question they
nearly always are; so where it is sure that they are equal and they are not, somebody is wrong. How often that
holds was then read off pairs that were judged from the texts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from onrecord.errors import ModelError
from onrecord.models import trees
from onrecord.models.arrays import Table
from onrecord.relations.questions import NAMES, Questions
from onrecord.relations.values import Value, ratio

# A pair less likely to answer one question is not looked at: of those judged below, none clashed.
LEAST = 0.45
# Nor is one less likely to clash kept.
POSSIBLE = 0.2
# Log-odds that two differing numbers clash: logistic regression over 76 pairs judged from the texts, of which
# 26 were right, of the forest's log-odds, the logarithm of the ratio of both, whether more than a week lies
# between the articles, and whether they are shares or measure something ("46-year-old"). At .5, 2 of 3 held.
BIAS, PER_ODDS, PER_RATIO, PER_WEEK, PER_SHARE = 0.41, 0.51, -3.05, -1.53, -1.76
FARTHEST = 1.5  # a greater logarithm of the ratio counts as this
# The same for dates, of which 3 of 28 clashed: most date two steps of one matter ("hearing on Thursday").
DATE_BIAS, DATE_PER_ODDS = -3.2, 1.0
_WEEK = 7
_SHARES = frozenset(("percent", "compound"))


@dataclass(frozen=True, slots=True)
class Judge:
    """A forest over ``questions.NAMES``.

    Raises:
        ModelError: it was trained on other features.
    """

    forest: trees.Forest

    def __post_init__(self) -> None:
        if self.forest.names != NAMES:
            raise ModelError("relations.onnx was trained on other features; run training/relations.py")

    def score(self, asked: Questions) -> Table:
        """Probabilities that each pair answers one question, shape ``(len(asked.pairs),)``."""
        return self.forest.score(asked.table())


def clash(probability: float, a: Value, b: Value, *, days: int | None) -> float:
    """The probability that two differing values clash.

    Args:
        probability: that both answer one question.
        a: one value.
        b: the other.
        days: between the publications of their articles; None where that is not known.
    """
    odds = math.log(probability / max(1 - probability, 1e-6))
    if a.kind == "date":
        found = DATE_BIAS + DATE_PER_ODDS * odds
    else:
        late = days is None or days > _WEEK
        found = BIAS + PER_ODDS * odds + PER_WEEK * late + PER_SHARE * (a.kind in _SHARES)
        found += PER_RATIO * min(FARTHEST, math.log(ratio(a, b)))
    return 1 / (1 + math.exp(-found))


@lru_cache(maxsize=1)
def packaged() -> Judge:
    """The judge that ships with the package.

    Raises:
        ModelError: its file is missing, damaged, or trained on other features.
    """
    return Judge(trees.packaged("relations.onnx"))
