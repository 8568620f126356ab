"""Average-link grouping of a scored graph: no chain of neighbours makes two strangers one story.

Two groups join when the mean score over all pairs between them reaches
the threshold; the best mean first. The result depends on the graph alone, not on the order it came in.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Graph = Mapping[str, Mapping[str, float]]


def average_link(
    graph: Graph, nodes: Iterable[str], threshold: float, *, unscored: float = 0.0
) -> list[list[str]]:
    """Groups of ``nodes``, each sorted, in order of their first member.

    ``graph`` is symmetric; edges to nodes outside ``nodes`` are left aside. A pair without an edge counts as
    ``unscored`` in the mean, zero or less. Work: for each joining, the neighbours of the two groups.
    """
    ordered = sorted(nodes)
    place = {node: i for i, node in enumerate(ordered)}
    threshold -= unscored  # all scores are raised by as much, so that a pair without one counts nothing
    # sums[i][j]: the sum of scores between groups i and j; a group goes by its first member's place.
    sums = [
        {place[n]: s - unscored for n, s in sorted(graph.get(node, {}).items()) if n in place}
        for node in ordered
    ]
    members = {i: [i] for i in range(len(ordered))}
    version = [0] * len(ordered)
    heap = [
        (-score, i, j, 0, 0)
        for i, row in enumerate(sums)
        for j, score in row.items()
        if i < j and score >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, i, j, version_i, version_j = heapq.heappop(heap)
        if (version[i], version[j]) != (version_i, version_j) or i not in members or j not in members:
            continue
        _join(sums, i, j)
        members[i] = sorted(members[i] + members.pop(j))
        version[i] += 1
        version[j] += 1
        for k in sorted(sums[i]):
            mean = sums[i][k] / (len(members[i]) * len(members[k]))
            if mean >= threshold:
                low, high = min(i, k), max(i, k)
                heapq.heappush(heap, (-mean, low, high, version[low], version[high]))
    return [[ordered[m] for m in group] for _, group in sorted(members.items())]


def _join(sums: list[dict[int, float]], i: int, j: int) -> None:
    """Move every score of group ``j`` to group ``i``."""
    del sums[i][j], sums[j][i]
    for k, score in sums[j].items():
        del sums[k][j]
        sums[i][k] = sums[k][i] = sums[i].get(k, 0.0) + score
    sums[j] = {}
