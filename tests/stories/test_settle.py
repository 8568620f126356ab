"""Grouping again around a change gives what grouping everything gives, whatever the graph and the order."""

from __future__ import annotations

import random

import pytest

from onrecord.linkage import average_linkage
from onrecord.stories.settle import settle

THRESHOLD = 0.3


def random_edges(generator, nodes):
    """Scores between ``nodes``, many of them equal, some forbidding."""
    scores = (0.1, 0.2, 0.3, 0.31, 0.4, 0.5, 0.62, 0.9, -100.0)
    edges = {}
    for a in nodes:
        for b in generator.sample(nodes, 4):
            if a < b:
                edges[a, b] = generator.choice(scores) + generator.choice((0.0, generator.random() / 10))
    return edges


def regroup(graph, groups, changed, unscored):
    of = {m: g for g in groups for m in g}
    found = settle(graph, changed, lambda node: of.get(node, (node,)), THRESHOLD, unscored=unscored)
    settled = {m for g in found for m in g}
    return {g for g in groups if settled.isdisjoint(g)} | set(found)


def whole(graph, unscored):
    return {tuple(g) for g in average_linkage(graph, graph, THRESHOLD, unscored=unscored)}


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("unscored", [0.0, -0.03])
def test_nodes_that_come_and_go(seed, unscored):
    generator = random.Random(seed)  # noqa: S311 - graphs, not secrets
    nodes = [f"n{i:02}" for i in range(40)]
    edges = random_edges(generator, nodes)
    generator.shuffle(nodes)
    graph, groups = {}, set()
    while nodes:
        fresh = [nodes.pop() for _ in range(min(len(nodes), generator.choice((1, 1, 2, 7))))]
        for node in fresh:
            graph[node] = {}
            for a, b in edges:
                if node in (a, b) and a in graph and b in graph:
                    graph[a][b] = graph[b][a] = edges[a, b]
        groups = regroup(graph, groups, fresh, unscored)
        assert groups == whole(graph, unscored)
        if generator.random() < 0.3:
            lost = generator.choice(sorted(graph))
            for other in graph.pop(lost):
                del graph[other][lost]
            (torn,) = [g for g in groups if lost in g]
            groups = regroup(graph, groups - {torn}, [m for m in torn if m != lost], unscored)
            assert groups == whole(graph, unscored)


def test_what_is_far_away_is_not_looked_at():
    graph = {f"n{i:03}": {} for i in range(200)}
    for i in range(199):
        graph[f"n{i:03}"][f"n{i + 1:03}"] = graph[f"n{i + 1:03}"][f"n{i:03}"] = 0.9 if i % 2 == 0 else 0.31
    asked = set()

    class Watched(dict):
        def __getitem__(self, key):
            asked.add(key)
            return super().__getitem__(key)

    groups = whole(graph, 0.0)
    graph["x"] = {"n050": 0.4}
    graph["n050"]["x"] = 0.4
    assert regroup(Watched(graph), groups, ["x"], 0.0) == whole(graph, 0.0)
    assert len(asked) < 20
