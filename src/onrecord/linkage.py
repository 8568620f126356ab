"""Groups from scored or linked pairs: average linkage with a veto, and connected components.

How alike two things are is for who asks to say; of words, ``Language.likeness`` does.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

# What is grouped: ids or indices, which have an order of their own.
N = TypeVar("N", str, int)
H = TypeVar("H", bound=Hashable)

# The score of a pair that no group may hold: outweighs any sum.
VETO = -math.inf
# (group, other group) -> how many of their pairs count in no mean; None where the two may not join.
Excluded = Callable[[Sequence[N], Sequence[N]], int | None]


def average_linkage(
    graph: Mapping[N, Mapping[N, float]],
    nodes: Iterable[N],
    threshold: float,
    *,
    unscored: float = 0.0,
    excluded: Excluded[N] | None = None,
) -> list[list[N]]:
    """Groups of ``nodes``, each sorted, in order of their first member.

    Two groups join when the mean score over all pairs between them reaches the threshold, the best mean
    first: a chain A-B-C holds only when A and C are alike as well. The outcome depends on the scores alone,
    not on the order in which anything came. Work: for each joining, the neighbours of the two groups.

    Args:
        graph: symmetric scores, ``VETO`` for what may never share a group; edges to nodes outside ``nodes``
            are left aside.
        nodes: what is grouped.
        threshold: the mean from which two groups join.
        unscored: what a pair without an edge counts; less than ``threshold``.
        excluded: pairs that neither speak for nor against a joining, by the members of two groups.
    """
    linking = _Linking(graph, sorted(nodes), threshold, unscored, excluded)
    while linking.join_best():
        pass
    return linking.groups()


@dataclass(slots=True)
class _Link:
    """What is known between two groups: the sum of the scores of ``known`` pairs."""

    total: float
    known: int = 1


@dataclass(slots=True)
class _Linking(Generic[N]):
    """The state of one grouping. A group goes by the place of its first member among ``ordered``."""

    graph: Mapping[N, Mapping[N, float]]
    ordered: list[N]
    threshold: float
    unscored: float
    excluded: Excluded[N] | None
    links: list[dict[int, _Link]] = field(init=False)
    members: dict[int, list[N]] = field(init=False)
    versions: list[int] = field(init=False)
    heap: list[tuple[float, int, int, int, int]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        place = {node: i for i, node in enumerate(self.ordered)}
        self.links = [
            {place[n]: _Link(s) for n, s in sorted(self.graph.get(node, {}).items()) if n in place}
            for node in self.ordered
        ]
        self.members = {i: [node] for i, node in enumerate(self.ordered)}
        self.versions = [0] * len(self.ordered)
        for i, links in enumerate(self.links):
            for k in links:
                if i < k:
                    self._offer(i, k)

    def _offer(self, i: int, k: int) -> None:
        """Remember that two groups may join, if they may."""
        mean = self._mean(i, k)
        if mean >= self.threshold:
            low, high = min(i, k), max(i, k)
            heapq.heappush(self.heap, (-mean, low, high, self.versions[low], self.versions[high]))

    def _mean(self, i: int, k: int) -> float:
        """The mean score between two groups that share an edge."""
        link, pairs = self.links[i][k], len(self.members[i]) * len(self.members[k])
        left_out = self.excluded(self.members[i], self.members[k]) if self.excluded is not None else 0
        if left_out is None or left_out == pairs:
            return VETO
        counted = pairs - left_out
        return (link.total + self.unscored * (counted - link.known)) / counted

    def join_best(self) -> bool:
        """Join the two groups with the best mean; whether there were any."""
        while self.heap:
            _, i, j, version_i, version_j = heapq.heappop(self.heap)
            if (self.versions[i], self.versions[j]) == (version_i, version_j):
                self._join(i, j)
                return True
        return False

    def _join(self, i: int, j: int) -> None:
        """Put group ``j`` into ``i``, with all its links, and offer the outcome to its neighbours."""
        self.members[i] = sorted(self.members[i] + self.members.pop(j))
        del self.links[i][j], self.links[j][i]
        for k, link in self.links[j].items():
            before = self.links[i].get(k, _Link(0.0, 0))
            del self.links[k][j]
            self.links[i][k] = self.links[k][i] = _Link(before.total + link.total, before.known + link.known)
        self.links[j] = {}
        self.versions[i] += 1
        self.versions[j] += 1
        for k in sorted(self.links[i]):
            self._offer(i, k)

    def groups(self) -> list[list[N]]:
        return [group for _, group in sorted(self.members.items())]


def components(nodes: Iterable[H], linked: Iterable[tuple[H, H]]) -> list[list[H]]:
    """Groups of ``nodes`` that chains of ``linked`` pairs hold together, in the order of ``nodes``."""
    leader = {node: node for node in nodes}
    for one, two in linked:
        first, second = _leader(leader, one), _leader(leader, two)
        leader[second] = first
    groups: defaultdict[H, list[H]] = defaultdict(list)
    for node in leader:
        groups[_leader(leader, node)].append(node)
    return list(groups.values())


def _leader(leader: dict[H, H], node: H) -> H:
    """Who leads the group of ``node``; ways already gone are shortened."""
    while leader[node] != node:
        leader[node] = leader[leader[node]]
        node = leader[node]
    return node
