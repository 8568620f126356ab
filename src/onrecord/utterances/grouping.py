"""From scored pairs to groups: average linkage, best pair first, so that one wrong link joins nothing.

A chain A-B-C holds only when A and C also look alike, or nothing speaks against it. The outcome depends
on the scores alone, not on the order in which points or pairs were given.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.linkage import VETO, average_linkage
from onrecord.utterances.points import Point

# Two groups join when the mean probability over their pairs is at least this. Cross-validated over events of
# the benchmark: 0.2 gives pairs F1 58.9 (precision 67.4), 0.23 59.6 (70.5), 0.25 58.4 (70.7).
THRESHOLD = 0.23
# Pairs that were not scored share no word worth an index entry: they are nearly always different points.
UNSCORED = 0.05
# The score of two points that cannot be one utterance: no group ever holds both.
IMPOSSIBLE = 0.0
# Groups of more pairs are joined by their mean alone: statements printed in full by dozens of outlets.
_MOST_PAIRS = 400


def group(
    points: Sequence[Point],
    scored: Mapping[tuple[int, int], float],
    threshold: float = THRESHOLD,
) -> list[list[int]]:
    """Groups of indices into ``points``, singletons included, each sorted and sorted by its first.

    ``scored`` maps ``(i, j)`` with ``i < j`` to the probability that the points report the same point of
    one utterance. Sentences of one statement that follow each other may share a group without being alike:
    one outlet puts into one sentence what another prints in four.
    """
    graph: dict[int, dict[int, float]] = {i: {} for i in range(len(points))}
    for (i, j), probability in scored.items():
        graph[i][j] = graph[j][i] = probability if probability > IMPOSSIBLE else VETO

    def excluded(one: Sequence[int], two: Sequence[int]) -> int | None:
        return _excluded(points, one, two)

    return average_linkage(graph, graph, threshold, unscored=UNSCORED, excluded=excluded)


def _excluded(points: Sequence[Point], one: Sequence[int], two: Sequence[int]) -> int | None:
    """How many pairs between two groups are of one statement; None where those would leave a gap in it."""
    if len(one) * len(two) > _MOST_PAIRS:
        return 0
    ids = [[points[i].statement.id for i in group] for group in (one, two)]
    shared = set(ids[0]) & set(ids[1])
    if any(_gaps(points, (*one, *two), name) for name in shared):
        return None
    return sum(ids[0].count(name) * ids[1].count(name) for name in shared)


def _gaps(points: Sequence[Point], members: Sequence[int], statement: str) -> bool:
    """Whether the points of ``statement`` among ``members`` do not follow each other."""
    places = {points[i].index for i in members if points[i].statement.id == statement}
    return max(places) - min(places) + 1 != len(places)
