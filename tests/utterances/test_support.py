"""The second look: third witnesses and neighbours strengthen a pair, rivals weaken it."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.utterances.context import context
from onrecord.utterances.support import SUPPORT, support


@pytest.fixture(scope="session")
def made(points_of):
    """Two statements each in two articles, one in a third, in reading order."""
    text = "“The harbour opens in May.” Oda said. “The ferry stops in June.”"
    found = []
    for name in ("a", "b", "c"):
        for content in ("“The harbour opens in May.”", "“The ferry stops in June.”"):
            found += points_of(text, content, name=name)
    return context(sorted(found, key=lambda p: (p.article.id, p.spans[0].start)), {})


def column(made, scored, name, pair):
    pairs = list(scored)
    table = support(made, pairs, np.array(list(scored.values())))
    assert table.shape == (len(pairs), len(SUPPORT))
    return table[pairs.index(pair), SUPPORT.index(name)]


def test_a_third_witness_of_both_supports_the_pair(made):
    assert column(made, {(0, 2): 0.4, (0, 4): 0.9, (2, 4): 0.8}, "third", (0, 2)) == pytest.approx(0.8)


def test_a_witness_of_one_end_alone_speaks_against_it(made):
    assert column(made, {(0, 2): 0.4, (0, 4): 0.9, (2, 4): 0.1}, "third_against", (0, 2)) == pytest.approx(
        0.8
    )


def test_neighbours_that_pair_up_in_order_support_the_pair(made):
    assert column(made, {(0, 2): 0.4, (1, 3): 0.9}, "beside", (0, 2)) == pytest.approx(0.9)


def test_a_better_placed_end_weakens_the_pair(made):
    assert column(made, {(0, 2): 0.4, (0, 3): 0.9}, "first_margin_least", (0, 2)) == pytest.approx(-0.5)


def test_no_pairs_give_no_rows(made):
    assert support(made, [], np.zeros(0)).shape == (0, len(SUPPORT))
