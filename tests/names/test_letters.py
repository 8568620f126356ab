"""Letters with stops between them are the same letters, and names borne by both tell no gender."""

from __future__ import annotations

import pytest

from onrecord.names.organisations import organisation_key, undotted
from onrecord.names.persons import parse


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("F.B.I.", "FBI"),
        ("F.B.I", "the FBI"),
        ("R.N.C.", "RNC"),
        ("A.P.", "AP"),
        ("F.B.I. office", "FBI office"),
    ],
)
def test_stops_between_letters_make_no_other_body(written, other):
    assert organisation_key(written) == organisation_key(other)


def test_two_letters_before_a_name_keep_their_stops():
    assert undotted("J.P. Brill of the U.S. and the F.B.I.") == "J.P. Brill of the U.S. and the FBI"


@pytest.mark.parametrize(("name", "gender"), [("Lindsey Brill", None), ("Linda Brill", "she")])
def test_a_name_borne_by_both_tells_no_gender(name, gender):
    assert parse(name).gender == gender
