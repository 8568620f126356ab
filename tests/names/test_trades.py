"""Nouns of trades that no list has are persons'; surnames that end alike are not."""

from __future__ import annotations

import pytest

from onrecord.names.roles import describe


@pytest.mark.parametrize("noun", ["beekeeper", "dockworker", "fishmonger", "volcanologist", "kelpgrower"])
def test_who_does_something_is_a_person(noun):
    assert describe(["the", noun]).kind == "person"
    assert describe(["the", noun + "s"]).kind == "group"


@pytest.mark.parametrize("name", ["mcmaster", "grossman", "arrowsmith", "cartwright", "crider", "walker"])
def test_a_surname_describes_nobody(name):
    assert describe([name]).kind == "none"
