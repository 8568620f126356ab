"""How one pair compares with the other pairs that its two points could form.

A likeness says little by itself: in a story about a harbour every statement is about the harbour. What
counts is whether two points are more alike than either is to anything else in the other's article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from onrecord.models.arrays import Table
from onrecord.utterances.context import Context

RIVALS = ("lift", "margin_least", "margin_most", "rank_least", "rank_most")
# The likeness to the nearest few is what a point's likeness to an article is measured against.
_NEAREST = 4


def rivals(made: Context, pairs: Sequence[tuple[int, int]], likeness: Table) -> Table:
    """Columns ``RIVALS`` for each of ``pairs``, given one likeness per pair.

    ``lift``: twice the likeness less the mean likeness of each end to its nearest in the other's
    article; ``margin``: the likeness less that of the best rival of an end; ``rank``: how many rivals of
    an end are more alike. ``least`` and ``most`` are over the two ends.
    """
    near: dict[tuple[int, str], list[float]] = defaultdict(list)
    homes = [point.article.id for point in made.points]
    values = likeness.tolist()
    for (i, j), value in zip(pairs, values, strict=True):
        near[i, homes[j]].append(value)
        near[j, homes[i]].append(value)
    known = {end: _Rivals(found) for end, found in near.items()}
    rows = np.zeros((len(pairs), len(RIVALS)))
    for row, ((i, j), value) in enumerate(zip(pairs, values, strict=True)):
        one, two = known[i, homes[j]], known[j, homes[i]]
        margins = sorted((value - one.best(value), value - two.best(value)))
        ranks = sorted((one.above(value), two.above(value)))
        rows[row] = (2 * value - (one.mean + two.mean), *margins, *ranks)
    return rows


class _Rivals:
    """The likenesses of one point to the points of one article."""

    def __init__(self, found: list[float]) -> None:
        found.sort()
        self._found = found
        self._first, self._second = found[-1], found[-2] if len(found) > 1 else 0.0
        self.mean = sum(found[: -_NEAREST - 1 : -1]) / _NEAREST

    def best(self, value: float) -> float:
        """The greatest other than one occurrence of ``value``; 0 without rivals."""
        return self._second if value == self._first else self._first

    def above(self, value: float) -> int:
        """How many are greater than ``value``."""
        return len(self._found) - bisect_right(self._found, value)
