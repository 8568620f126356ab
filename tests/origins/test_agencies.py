"""The news agency that a credit or a dateline names."""

from __future__ import annotations

import pytest

import builders
from onrecord import languages
from onrecord.origins.outlets import agency_of, names_outlet

ENGLISH = languages.of("en")


@pytest.mark.parametrize(
    ("credit", "agency"),
    [
        ("By Ann Olm, Reuters", "Reuters"),
        ("Ann Olm/AP/Karst", "AP"),
        ("The camp at Karst", None),
        (None, None),
    ],
)
def test_an_agency_is_named_as_a_word_or_between_strokes(credit, agency):
    assert agency_of(builders.article("Text.", credit=credit), ENGLISH) == agency


@pytest.mark.parametrize(
    ("outlet", "is_named"), [("Associated Press", True), ("AP", True), ("Karst Press", False)]
)
def test_a_credit_of_an_agencys_letters_names_the_agency(outlet, is_named):
    assert names_outlet("KARST (AP) —", outlet, ENGLISH) is is_named
