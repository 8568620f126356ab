"""From scored pairs to groups: average linkage, best pair first, so that one wrong link joins nothing.

A chain A-B-C holds only when A and C also look alike, or nothing speaks against it. The outcome depends
on the scores alone, not on the order in which points or pairs were given.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

from onrecord.utterances.points import Point

# Two groups join when the mean probability over their pairs is at least this. Cross-validated over events of
# the benchmark: 0.2 gives pairs F1 58.9 (precision 67.4), 0.23 59.6 (70.5), 0.25 58.4 (70.7).
THRESHOLD = 0.23
# Pairs that were not scored share no word worth an index entry: they are nearly always different points.
UNSCORED = 0.05
# The score of two points that cannot be one utterance: no group ever holds both.
IMPOSSIBLE = 0.0
_VETO = -1e9  # outweighs any sum of probabilities
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
    links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(len(points))}
    for (i, j), probability in scored.items():
        links[i][j] = links[j][i] = (probability if probability > IMPOSSIBLE else _VETO, 1)
    members = {i: [i] for i in range(len(points))}

    def mean(i: int, j: int) -> float:
        total, known = links[i][j]
        pairs, neutral, forbidden = _pairs(points, members[i], members[j])
        unknown = pairs - known - neutral
        counted = known + unknown
        return 0.0 if forbidden or not counted else (total + UNSCORED * unknown) / counted

    version = dict.fromkeys(links, 0)
    heap = [(-p, i, j, 0, 0) for (i, j), p in scored.items() if p >= threshold]
    heapq.heapify(heap)
    while heap:
        _, i, j, seen_i, seen_j = heapq.heappop(heap)
        if i not in members or j not in members or (version[i], version[j]) != (seen_i, seen_j):
            continue
        if mean(i, j) < threshold:
            continue
        _merge(links, members, i, j)
        version[i] += 1
        for k in links[i]:
            score = mean(min(i, k), max(i, k))
            if score >= threshold:
                low, high = min(i, k), max(i, k)
                heapq.heappush(heap, (-score, low, high, version[low], version[high]))
    return sorted(sorted(group) for group in members.values())


def _pairs(points: Sequence[Point], one: Sequence[int], two: Sequence[int]) -> tuple[int, int, bool]:
    """All pairs between two groups, how many are of one statement, and whether those leave a gap in it."""
    if len(one) * len(two) > _MOST_PAIRS:
        return len(one) * len(two), 0, False
    ids = [[points[i].statement.id for i in group] for group in (one, two)]
    shared = set(ids[0]) & set(ids[1])
    neutral = sum(ids[0].count(name) * ids[1].count(name) for name in shared)
    return len(one) * len(two), neutral, any(_gaps(points, (*one, *two), name) for name in shared)


def _gaps(points: Sequence[Point], members: Sequence[int], statement: str) -> bool:
    """Whether the points of ``statement`` among ``members`` do not follow each other."""
    places = {points[i].index for i in members if points[i].statement.id == statement}
    return max(places) - min(places) + 1 != len(places)


def _merge(
    links: dict[int, dict[int, tuple[float, int]]],
    members: dict[int, list[int]],
    i: int,
    j: int,
) -> None:
    """Put group ``j`` into group ``i``, summing what is known about their links."""
    members[i] += members.pop(j)
    for k, (total, known) in links.pop(j).items():
        links[k].pop(j, None)
        if k != i:
            before, count = links[i].get(k, (0.0, 0))
            links[i][k] = links[k][i] = (before + total, count + known)
    links[i].pop(j, None)
