"""What speakers without a name of their own are joined by."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.identity.unnamed import description_key
from onrecord.records import LocalSpeaker

ENGLISH = languages.of("en")


def key(name, kind="group"):
    return description_key(LocalSpeaker("l", "art", name, kind), ENGLISH)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Brill and Orle", "Orle and Brill"), ("Brill, Orle and Dace", "Dace and Orle and Brill")],
)
def test_two_named_together_are_the_same_two_in_any_order(one, two):
    assert key(one) == key(two)
    assert key(one)[0] == "together"


def test_critics_are_others_in_each_article():
    assert key("critics")[-1] == "art"
