"""Names that begin like an owner's, and owners of bodies: each pair differs in what tells them apart."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


@pytest.mark.parametrize(
    ("text", "source", "wanted"),
    [
        ("Olm's Rating Service said it was late.", "Olm's Rating Service", "Olm's Rating Service"),
        ("Olm's Rating Service said it was late. Olm is small.", "Olm's Rating Service", "Rating Service"),
        ("Reve's Ladder said it was late.", "Reve's Ladder", "Reve's Ladder"),
        ("Reve's Ladder said it was late. Reve's boat sank.", "Reve's Ladder", None),
        ("Angie's Ladder said it was late. Angie Falk made it.", "Angie's Ladder", "Angie's Ladder"),
        ("Angie's Ladder said it was late. Angie made it.", "Angie's Ladder", None),
        # a town, a minister, letters, a ministry: whose it is
        ("London's Rating Service said it was late.", "London's Rating Service", "Rating Service"),
        (
            "Minister Olm's Rating Service said it was late.",
            "Minister Olm's Rating Service",
            "Rating Service",
        ),
        ("Olm's RRS said it was late.", "Olm's RRS", "RRS"),
        ("Olm's Foreign Ministry said it was late.", "Olm's Foreign Ministry", "Foreign Ministry"),
        ("Olm's Ann Brill said it was late.", "Olm's Ann Brill", "Ann Brill"),
        # the rest alone, which then has a name of its own
        (
            "Olm's Rating Service said it was late. The Rating Service is old.",
            "Olm's Rating Service",
            "Rating Service",
        ),
    ],
)
def test_a_possessive_opens_a_name_where_nobody_is_called_so(text, source, wanted):
    assert names_of(text, [(source, "it was late")]) == [wanted]


def test_a_name_cut_behind_its_possessive_is_the_one_body_that_goes_on():
    text = "Olm's Rating Service looked at Karst. Olm's said it was late."
    assert names_of(text, [("Olm's", "it was late")]) == ["Olm's Rating Service"]
    two = f"Olm's Harbour Fund left. {text}"
    assert names_of(two, [("Olm's", "it was late")]) == ["Olm's"]
