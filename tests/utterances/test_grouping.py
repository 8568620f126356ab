"""Groups follow from the scores alone: one wrong link joins nothing, order changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.utterances.grouping import group

TEXT = (
    "One pier is shut. Two cranes are old. Three ferries ran late. Four crews left town. Five ships came in."
)
SENTENCES = TEXT.split(". ")
PAIRS = [(i, j) for i in range(len(SENTENCES)) for j in range(i + 1, len(SENTENCES))]


@pytest.fixture(scope="session")
def five(points_of):
    """Five points of five articles."""
    return [
        p for at, s in enumerate(SENTENCES) for p in points_of(TEXT, s, name=f"paper{at}", kind="indirect")
    ]


def test_a_chain_holds_only_when_its_ends_agree(five):
    assert group(five, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.05}, 0.4) == [[0, 1], [2], [3], [4]]
    assert group(five, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.5}, 0.4) == [[0, 1, 2], [3], [4]]


def test_without_scores_all_stand_alone(five):
    assert group(five, {}) == [[i] for i in range(len(five))]


def test_neighbouring_sentences_of_one_statement_may_share_a_group(five, points_of):
    text = "“One party taxes and spends. The other only spends.”"
    two = points_of(text, name="b")
    assert len(two) == 2
    assert group([five[0], *two], {(0, 1): 0.8, (0, 2): 0.7}) == [[0, 1, 2]]


def test_sentences_that_follow_each_other_share_a_group_and_leave_no_gap(five, points_of):
    text = "“The quay stays shut. The ferry will run. The market opens late. The lamps are old.”"
    four = points_of(text, name="b")
    assert len(four) == 4
    one = five[0]
    assert group([one, *four], {(0, k): 0.8 for k in (1, 2, 3, 4)}) == [[0, 1, 2, 3, 4]]
    assert group([one, *four], {(0, 1): 0.8, (0, 4): 0.7}) == [[0, 1], [2], [3], [4]]


@given(st.dictionaries(st.sampled_from(PAIRS), st.floats(0, 1)), st.randoms())
def test_order_of_pairs_does_not_matter_and_every_point_is_in_one_group(five, scored, random):
    shuffled = list(scored.items())
    random.shuffle(shuffled)
    found = group(five, scored)
    assert found == group(five, dict(shuffled))
    assert sorted(i for members in found for i in members) == list(range(len(five)))
