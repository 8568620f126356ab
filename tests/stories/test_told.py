"""A user's word on pairs of articles outweighs every score; the last word counts; nothing else moves."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linkage import average_linkage
from onrecord.records import Correction
from onrecord.stories.told import BOND, ties


def merge(*articles):
    return Correction("merge", about="story", articles=articles)


def split(articles, apart_from):
    return Correction("split", about="story", articles=tuple(articles), apart_from=tuple(apart_from))


def test_the_last_word_on_a_pair_counts():
    found = ties([merge("a", "b", "c"), split("a", "b")], "abc")
    assert found["a"] == {"b": -math.inf, "c": BOND}
    assert found["b"] == {"a": -math.inf, "c": BOND}


def test_nothing_is_said_of_articles_that_are_not_there():
    assert ties([merge("a", "b"), split("a", "c")], "a") == {}


@given(
    st.dictionaries(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), st.floats(-1, 1)),
    st.sets(st.sampled_from("abcdef"), min_size=2, max_size=3),
)
def test_those_that_are_one_are_one_and_those_that_are_apart_are_apart_whatever_the_scores(scores, named):
    graph = {a: {} for a in "abcdef"}
    for (a, b), score in scores.items():
        if a != b:
            graph[a][b] = graph[b][a] = score
    one, others = sorted(named), sorted(set("abcdef") - named)

    def grouped(told):
        found = ties(told, "abcdef")
        tied = {a: {**graph[a], **found.get(a, {})} for a in graph}
        return average_linkage(tied, tied, 0.155, unscored=-0.03)

    assert any(set(group) >= named for group in grouped([merge(*one)]))
    assert one in grouped([split(one, others)])
