"""A child that bears a parent's name is somebody else, unless the plain name is only its shorter form."""

from __future__ import annotations

import pytest

from .test_resolve import names_of

_BOTH = "President Brill’s son spoke at dawn. Jonas Brill Jr. left.\n\n"


@pytest.mark.parametrize(
    ("before", "source", "wanted"),
    [
        (_BOTH, "Jonas Brill Jr.", "Jonas Brill Jr."),
        (_BOTH, "The younger Mr. Brill", "Jonas Brill Jr."),
        (_BOTH, "President Brill", "Brill"),
        ("Jonas Brill Jr. came. Jonas Brill left.\n\n", "Jonas Brill Jr.", "Jonas Brill Jr."),
        ("Jonas Brill came. Jonas Brill Jr. left.\n\n", "Jonas Brill", "Jonas Brill"),
        ("Jonas M. Brill Jr. came.\n\n", "Jonas Brill", "Jonas M. Brill Jr."),
        ("Senator Jonas Brill Jr. came.\n\n", "Senator Brill", "Jonas Brill Jr."),
    ],
)
def test_who_is_the_younger(before, source, wanted):
    text = f"{before}{source} said it rained."
    assert names_of(text, [(source, "it rained")]) == [wanted]
