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
    while linking.join_best() is not None:
        pass
    return linking.groups()


# Two groups that joined: the mean of their scores, negative, and their first members.
Joining = tuple[float, N, N]


@dataclass(frozen=True, slots=True)
class Grown(Generic[N]):
    """A group, and by which joinings it came about, in their order."""

    members: tuple[N, ...]
    joinings: tuple[Joining[N], ...]

    @property
    def is_one(self) -> bool:
        """Whether its members, grouped alone, are one group."""
        return len(self.joinings) == len(self.members) - 1


def grown(
    graph: Mapping[N, Mapping[N, float]], members: Sequence[N], threshold: float, *, unscored: float = 0.0
) -> Grown[N]:
    """How ``members`` join where they alone are grouped, as ``average_linkage`` does."""
    linking = _Linking(graph, sorted(members), threshold, unscored, None)
    joinings = []
    while (joined := linking.join_best()) is not None:
        mean, i, j = joined
        joinings.append((mean, linking.ordered[i], linking.ordered[j]))
    return Grown(tuple(members), tuple(joinings))


def stay_apart(
    graph: Mapping[N, Mapping[N, float]],
    one: Grown[N],
    other: Grown[N],
    threshold: float,
    *,
    unscored: float = 0.0,
) -> bool:
    """Whether two groups are also those that ``average_linkage`` finds among the members of both.

    Together they grow as each does alone until a part of one joins a part of the other, so that nothing is
    looked at but the scores between them.
    """
    if not (one.is_one and other.is_one):
        return False
    ordered = sorted(one.members + other.members)
    linking = _Linking(_between(graph, one.members, other.members), ordered, threshold, unscored, None)
    place = {node: i for i, node in enumerate(ordered)}
    for mean, low, high in heapq.merge(one.joinings, other.joinings):
        i, j = place[low], place[high]
        if (best := linking.best()) is not None and best < (mean, i, j):
            return False
        linking.join(i, j)
    return linking.best() is None


def _between(
    graph: Mapping[N, Mapping[N, float]], one: Sequence[N], other: Sequence[N]
) -> dict[N, dict[N, float]]:
    """The scores between two groups, both ways."""
    fewer, more = sorted((one, other), key=len)
    there = set(more)
    found: defaultdict[N, dict[N, float]] = defaultdict(dict)
    for a in fewer:
        for b, score in graph[a].items():
            if b in there:
                found[a][b] = found[b][a] = score
    return found


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
            {place[n]: _Link(s) for n, s in self.graph.get(node, {}).items() if n in place}
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

    def best(self) -> tuple[float, int, int] | None:
        """The two groups with the best mean, negative, that may join."""
        while self.heap:
            mean, i, j, version_i, version_j = self.heap[0]
            if (self.versions[i], self.versions[j]) == (version_i, version_j):
                return mean, i, j
            heapq.heappop(self.heap)
        return None

    def join_best(self) -> tuple[float, int, int] | None:
        """Join the two groups with the best mean; which they were."""
        best = self.best()
        if best is not None:
            _, i, j = best
            self.join(i, j)
        return best

    def join(self, i: int, j: int) -> None:
        """Put group ``j`` into ``i``, with all its links, and offer the outcome to its neighbours."""
        self.members[i] += self.members.pop(j)
        self.links[i].pop(j, None)
        self.links[j].pop(i, None)
        for k, link in self.links[j].items():
            before = self.links[i].get(k, _Link(0.0, 0))
            del self.links[k][j]
            self.links[i][k] = self.links[k][i] = _Link(before.total + link.total, before.known + link.known)
        self.links[j] = {}
        self.versions[i] += 1
        self.versions[j] += 1
        for k in self.links[i]:
            self._offer(i, k)

    def groups(self) -> list[list[N]]:
        return [sorted(group) for _, group in sorted(self.members.items())]


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
