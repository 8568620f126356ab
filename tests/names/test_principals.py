"""For whom a body speaks by its name: a country's own organs for it, and nobody else."""

from __future__ import annotations

import pytest

from onrecord.names.principals import principals_of


@pytest.mark.parametrize(
    ("name", "whose"),
    [
        ("the Kremlin", ["Russia"]),
        ("Washington", ["United States"]),
        ("Russian Foreign Ministry", ["Russia"]),
        ("U.S. officials", ["United States"]),
        ("U.S. District Court of Cincinnati", ["United States"]),
        ("Chinese embassy in Prague", ["China"]),
        ("Cuba", []),  # speaks for itself
        ("Moscow Times", []),
        ("British Airways", []),
        ("U.S. Chamber of Commerce", []),
        ("Ostrey Foreign Ministry", []),  # of a country that no list has
    ],
)
def test_only_a_state_s_own_bodies_speak_for_it(name, whose):
    assert principals_of(name) == whose
