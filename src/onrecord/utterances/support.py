"""What the other pairs of a story say about one pair: the second look.

After a first scoring, a pair stands stronger when a third outlet's statement is like both of its ends, or
when the statements before and after pair up as well (outlets keep the order of a speech), and weaker when
one end is better placed elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.models.arrays import Table
from onrecord.utterances.context import Context
from onrecord.utterances.rivals import RIVALS, rivals

Links = dict[int, dict[int, float]]

SUPPORT = (
    "first",
    *(f"first_{how}" for how in RIVALS),
    "third",
    "third_against",
    "beside",
    "beside_crossed",
    "beside_one",
    "claimed_least",
    "claimed_most",
    "claims",
)
# A third statement linked at least this firmly to one end speaks against a pair with which it does not go.
_FIRM = 0.5


def support(made: Context, pairs: Sequence[tuple[int, int]], first: Table) -> Table:
    """Columns ``SUPPORT`` for each of ``pairs``, given the first probabilities, one per pair."""
    links: Links = defaultdict(dict)
    for (i, j), value in zip(pairs, first.tolist(), strict=True):
        links[i][j] = links[j][i] = value
    beside = _neighbours(made)
    ends = {at: _End(linked) for at, linked in links.items()}
    rows = [
        (*_third(ends[i], ends[j], j), *_beside(links, beside, i, j), *_claims(ends[i], ends[j], i, j))
        for i, j in pairs
    ]
    others = np.array(rows, dtype=np.float64).reshape(len(pairs), len(SUPPORT) - 1 - len(RIVALS))
    return np.hstack([first[:, None], rivals(made, pairs, first), others])


def _neighbours(made: Context) -> list[tuple[int, int]]:
    """For each point, the points before and after it in its article; -1 where there is none."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, point in enumerate(made.points):
        by_article[point.article.id].append(at)
    found = [(-1, -1)] * len(made.points)
    for members in by_article.values():
        members.sort(key=lambda at: (made.points[at].spans[0].start, made.points[at].key))
        padded = [-1, *members, -1]
        for before, at, after in zip(padded, members, padded[2:], strict=False):
            found[at] = (before, after)
    return found


class _End:
    """What one point is linked to, with what is asked of that for every pair it is in."""

    def __init__(self, linked: Mapping[int, float]) -> None:
        self.linked = linked
        self.firm = [(k, value) for k, value in linked.items() if value > _FIRM]
        self.whole = sum(linked.values())
        self._first, self._second = (*sorted(linked.values(), reverse=True), 0.0)[:2]

    def best_but(self, other: int) -> float:
        """The firmest link but that with ``other``."""
        return self._second if self.linked[other] == self._first else self._first


def _third(one: _End, two: _End, j: int) -> tuple[float, float]:
    """How firmly some third point goes with both, and how firmly one goes with one end alone.

    ``j``: the point at the other end, which is no third one.
    """
    both = against = 0.0
    for k in one.linked.keys() & two.linked.keys():
        a, b = one.linked[k], two.linked[k]
        low, high = (a, b) if a < b else (b, a)
        both = max(both, low)
        if high > _FIRM:
            against = max(against, high - low)
    for k, value in one.firm:
        if k != j and k not in two.linked:
            against = max(against, value)
    return both, against


def _beside(links: Links, beside: Sequence[tuple[int, int]], i: int, j: int) -> tuple[float, float, float]:
    """How firmly the neighbours pair up: in the same order, in the other order, or with the other end."""
    (i0, i1), (j0, j1) = beside[i], beside[j]

    def link(a: int, b: int) -> float:
        return links[a].get(b, 0.0) if a >= 0 and b >= 0 else 0.0

    return (
        max(link(i0, j0), link(i1, j1)),
        max(link(i0, j1), link(i1, j0)),
        max(link(i0, j), link(i1, j), link(i, j0), link(i, j1)),
    )


def _claims(one: _End, two: _End, i: int, j: int) -> tuple[float, float, float]:
    """How firmly each end goes with anything else, the lesser and the greater, and with all in sum."""
    least, most = sorted((one.best_but(j), two.best_but(i)))
    return least, most, one.whole + two.whole
