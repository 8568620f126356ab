"""Houses that speak for one country's government, and nouns that several countries have a house of."""

from __future__ import annotations

from onrecord.names.organisations import organisation_key


def test_a_chancellery_is_not_berlins_unless_it_says_so():
    assert organisation_key("the Chancellery") != organisation_key("German Chancellery")
    assert organisation_key("the Germany Chancellery") == organisation_key("German Chancellery")
    assert organisation_key("the Élysée") == organisation_key("Elysee")
