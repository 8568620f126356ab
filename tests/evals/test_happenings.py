"""The invented like happenings: every blank filled, and each pair of tellings once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest


@pytest.fixture
def happenings(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "evals"))
    import happenings

    return happenings


def test_every_telling_is_whole_and_like_no_other(happenings):
    kinds = happenings.kinds()
    assert len(kinds) == 20
    tellings = [t for group in kinds.values() for t in group]
    assert not any("{" in t.text for t in tellings)
    assert len({t.text for t in tellings}) == len({t.id for t in tellings}) == len(tellings)


def test_pairs_hold_two_ways_of_telling_of_one_happening_or_of_two(happenings):
    pairs = list(happenings.pairs(happenings.kinds()["fire"]))
    assert Counter(one for _, _, one in pairs) == {True: 18, False: 36}
    assert all(a.way != b.way and one == (a.case == b.case) for a, b, one in pairs)
