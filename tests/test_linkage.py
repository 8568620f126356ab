"""Groups follow from the scores alone: the best mean joins first, a veto holds, order changes nothing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linkage import VETO, average_linkage, components

NODES = "abcdef"
PAIRS = list(combinations(NODES, 2))
# Eighths add up without rounding, so that equal means are equal whatever the order of adding.
SCORES = st.dictionaries(st.sampled_from(PAIRS), st.integers(0, 8).map(lambda n: n / 8))


def graph_of(scored):
    graph = {node: {} for node in NODES}
    for (a, b), score in scored.items():
        graph[a][b] = graph[b][a] = score
    return graph


def mean(graph, one, two, unscored=0.0):
    return sum(graph[a].get(b, unscored) for a in one for b in two) / (len(one) * len(two))


@given(SCORES, st.randoms())
def test_no_two_groups_are_left_that_would_join(scored, random):
    graph = graph_of(scored)
    found = average_linkage(graph, NODES, 0.4)
    assert sorted(n for group in found for n in group) == list(NODES)
    assert all(mean(graph, one, two) < 0.4 for one, two in combinations(found, 2))
    shuffled = list(scored.items())
    random.shuffle(shuffled)
    assert average_linkage(graph_of(dict(shuffled)), reversed(NODES), 0.4) == found


@given(SCORES, st.sampled_from(PAIRS))
def test_a_veto_keeps_two_apart_whatever_speaks_for_them(scored, pair):
    found = average_linkage(graph_of({**scored, pair: VETO}), NODES, 0.2)
    assert not any(set(pair) <= set(group) for group in found)


def test_a_chain_holds_only_when_its_ends_are_alike():
    chain = {("a", "b"): 0.9, ("b", "c"): 0.6}
    assert average_linkage(graph_of(chain), "abc", 0.4) == [["a", "b"], ["c"]]
    assert average_linkage(graph_of({**chain, ("a", "c"): 0.5}), "abc", 0.4) == [["a", "b", "c"]]


def test_the_best_mean_joins_first():
    scored = {("a", "b"): 0.6, ("b", "c"): 0.7}
    assert average_linkage(graph_of(scored), "abc", 0.5) == [["a"], ["b", "c"]]


@pytest.mark.parametrize(("unscored", "found"), [(0.0, 2), (0.1, 1), (-0.1, 2)])
def test_pairs_without_a_score_count_as_told(unscored, found):
    scored = {("a", "b"): 0.9, ("b", "c"): 0.8}  # with c, the mean is (0.8 + unscored) / 2
    assert len(average_linkage(graph_of(scored), "abc", 0.45, unscored=unscored)) == found


def test_pairs_left_out_speak_neither_for_nor_against():
    def excluded(one, two):
        return sum((a, b) in (("a", "c"), ("c", "a")) for a in one for b in two)

    scored = {("a", "b"): 0.9, ("b", "c"): 0.6}
    assert average_linkage(graph_of(scored), "abc", 0.4) == [["a", "b"], ["c"]]
    assert average_linkage(graph_of(scored), "abc", 0.4, excluded=excluded) == [["a", "b", "c"]]
    assert average_linkage(graph_of(scored), "abc", 0.4, excluded=lambda _one, _two: None) == [
        ["a"],
        ["b"],
        ["c"],
    ]


def test_edges_to_others_are_left_aside():
    assert average_linkage(graph_of({("a", "b"): 0.9, ("b", "c"): 0.9}), "ac", 0.4) == [["a"], ["c"]]


@given(st.lists(st.sampled_from(PAIRS)))
def test_components_are_what_chains_of_links_hold_together(linked):
    found = components(NODES, linked)
    assert sorted(n for group in found for n in group) == list(NODES)
    home = {node: set(group) for group in found for node in group}
    assert all(home[a] == home[b] for a, b in linked)
    for group in found:  # no part of a group is without a link to the rest
        for size in range(1, len(group)):
            for part in combinations(group, size):
                assert any((a in part) != (b in part) for a, b in linked if home[a] == set(group))


def test_components_keep_the_order_of_their_nodes():
    assert components("dabc", [("c", "d"), ("b", "c")]) == [["d", "b", "c"], ["a"]]
