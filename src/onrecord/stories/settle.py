"""Grouping again where something changed, and nowhere else, with the outcome of grouping everything.

Average linkage is reducible: what two groups merge into is never closer to a third than the closer of the
two was. So two groups of the whole are also the groups of their union alone, and a division is that of the
whole as soon as this holds of every two groups that an edge joins. Pairs of groups that did not change were
tested by the grouping before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.linkage import Grown, average_linkage, grown, stay_apart

Group = tuple[str, ...]


def settle(
    graph: Mapping[str, Mapping[str, float]],
    changed: Collection[str],
    group_of: Callable[[str], Collection[str]],
    threshold: float,
    *,
    unscored: float = 0.0,
) -> list[Group]:
    """The groups of ``changed`` and of whatever they draw in, each sorted, in order of their first member.

    Args:
        graph: symmetric scores; asked by ``[]`` only.
        changed: nodes that are new, that have new edges, or whose group lost a member.
        group_of: the group of a node before the change, the node included; only itself when it had none.
        threshold: the mean from which two groups join.
        unscored: what a pair without an edge counts.
    """
    settling = _Settling(graph, frozenset(changed), group_of, threshold, unscored)
    nodes = {m for node in changed for m in group_of(node)}
    found = settling.linked(nodes)
    while drawn := settling.drawn(found, nodes):
        nodes |= drawn
        found = settling.linked(nodes)
    return found


@dataclass(frozen=True, slots=True)
class _Settling:
    graph: Mapping[str, Mapping[str, float]]
    changed: frozenset[str]
    group_of: Callable[[str], Collection[str]]
    threshold: float
    unscored: float
    tested: set[tuple[Group, Group]] = field(default_factory=set)
    known: dict[Group, Grown[str]] = field(default_factory=dict)

    def linked(self, members: Iterable[str]) -> list[Group]:
        rows = {m: self.graph[m] for m in members}
        return [tuple(g) for g in average_linkage(rows, rows, self.threshold, unscored=self.unscored)]

    def drawn(self, found: Iterable[Group], nodes: Collection[str]) -> set[str]:
        """The members of groups outside ``nodes`` that one of ``found`` does not leave as they are."""
        drawn: set[str] = set()
        for group in found:
            if self.changed.isdisjoint(group) and group == self._before(group[0]):
                continue
            edges = (edge for m in group for edge in self.graph[m].items())
            near = {node for node, score in edges if score >= self.threshold and node not in nodes}
            for other in sorted({self._before(node) for node in near}):
                if (group, other) in self.tested or drawn.issuperset(other):
                    continue
                if self.apart(group, other):
                    self.tested.add((group, other))
                else:
                    drawn.update(other)
        return drawn

    def apart(self, one: Group, other: Group) -> bool:
        """Whether two groups stay two when they are grouped together."""
        both = self.grown(one), self.grown(other)
        return stay_apart(self.graph, *both, self.threshold, unscored=self.unscored)

    def grown(self, group: Group) -> Grown[str]:
        """How a group came about: most are asked for again and again."""
        if group not in self.known:
            rows = {m: self.graph[m] for m in group}
            self.known[group] = grown(rows, group, self.threshold, unscored=self.unscored)
        return self.known[group]

    def _before(self, node: str) -> Group:
        return tuple(sorted(self.group_of(node)))
