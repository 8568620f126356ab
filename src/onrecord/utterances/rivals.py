"""How one pair compares with the other pairs that its two points could form.

A likeness says little by itself: in a story about a harbour every statement is about the harbour. What
counts is whether two points are more alike than either is to anything else in the other's article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from onrecord.utterances.context import Context

Table = npt.NDArray[np.float64]

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
    for found in near.values():
        found.sort(reverse=True)
    rows = np.zeros((len(pairs), len(RIVALS)))
    for row, ((i, j), value) in enumerate(zip(pairs, values, strict=True)):
        ends = (near[i, homes[j]], near[j, homes[i]])
        margins = sorted(value - _best_rival(found, value) for found in ends)
        ranks = sorted(sum(other > value for other in found) for found in ends)
        means = [sum(found[:_NEAREST]) / _NEAREST for found in ends]
        rows[row] = (2 * value - sum(means), margins[0], margins[1], ranks[0], ranks[1])
    return rows


def _best_rival(found: Sequence[float], value: float) -> float:
    """The greatest of ``found`` (descending) other than one occurrence of ``value``; 0 without rivals."""
    if found[0] != value:
        return found[0]
    return found[1] if len(found) > 1 else 0.0
