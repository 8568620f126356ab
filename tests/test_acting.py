"""Who acts for whom: one step, several, both for a third, in a circle, for somebody unknown."""

from __future__ import annotations

import pytest

from onrecord.acting import at_one, chain, either_acts, one_voice, principals, sole_principal
from onrecord.records import Speaker


def _speaker(key, *acts_for):
    return Speaker(key, key.title(), "person", acts_for=acts_for)


# A press officer for a ministry, this for its country; a deputy for the ministry and a party; two in a circle.
SPEAKERS = {
    s.id: s
    for s in (
        _speaker("officer", "ministry"),
        _speaker("deputy", "ministry", "party"),
        _speaker("aide", "nobody"),
        _speaker("ministry", "marenia"),
        _speaker("marenia"),
        _speaker("party"),
        _speaker("here", "there"),
        _speaker("there", "here"),
    )
}


@pytest.mark.parametrize(
    ("speaker", "steps"),
    [
        ("marenia", ["marenia"]),
        ("officer", ["officer", "ministry", "marenia"]),
        ("deputy", ["deputy", "ministry", "party", "marenia"]),
        ("aide", ["aide"]),
        ("here", ["here", "there"]),
    ],
)
def test_a_chain_goes_on_to_whoever_is_known_nearest_first(speaker, steps):
    assert chain(speaker, SPEAKERS) == steps


@pytest.mark.parametrize(
    ("speaker", "found"),
    [("officer", "ministry"), ("deputy", "deputy"), ("aide", "aide"), ("marenia", "marenia"), ("x", "x")],
)
def test_a_sole_principal_is_one_step_away_and_known(speaker, found):
    assert sole_principal(speaker, SPEAKERS) == found


@pytest.mark.parametrize(
    ("one", "two", "first_hand", "voice"),
    [
        ("officer", "officer", True, True),
        ("officer", "ministry", True, True),
        ("officer", "deputy", True, True),
        ("officer", "marenia", False, True),
        ("officer", "party", False, False),
        ("ministry", "party", False, False),
        ("here", "there", True, True),
        ("officer", "x", False, False),
    ],
)
def test_at_first_hand_and_through_others_either_way_round(one, two, first_hand, voice):
    for a, b in ((one, two), (two, one)):
        assert at_one(a, b, SPEAKERS) is first_hand
        assert one_voice(a, b, SPEAKERS) is voice


def test_whoever_is_not_known_acts_for_nobody():
    assert principals(None, SPEAKERS) == principals("x", SPEAKERS) == ()
    assert not at_one(None, "officer", SPEAKERS)


def test_of_two_that_act_for_a_third_neither_acts_for_the_other():
    officer, deputy, ministry = (SPEAKERS[key] for key in ("officer", "deputy", "ministry"))
    assert either_acts(officer, ministry)
    assert either_acts(ministry, officer)
    assert not either_acts(officer, deputy)
