"""A name of one word is a person's where a name finder and the text say so, and never a country's."""

from __future__ import annotations

import pytest

import builders
from onrecord.coreference.resolving import open_discourse
from onrecord.records import Name
from onrecord.text import View


def kinds(text, name):
    """The types of those whom ``name`` names, a name finder calling each place of it a person."""
    at, found = text.find(name), []
    while at >= 0:
        found.append(Name(at, at + len(name), "person"))
        at = text.find(name, at + 1)
    discourse = open_discourse(View(builders.article(text)), found)
    return {e.type for e in discourse.registry.by_word.values() if name in e.names}


@pytest.mark.parametrize(
    "text",
    [
        "Before dawn Merrow writes in the room where she sleeps.",
        "A tea for Merrow, who has refused every prize. The house is cold, and Merrow wrote on.",
        "The gift of Merrow, 88, was read. A note by Merrow hung there.",
        "Letters to Merrow’s late wife were kept. A note by Merrow hung there.",
        "They left Colin a room. A note by Colin hung there.",
    ],
)
def test_a_person_by_what_stands_around(text):
    name = "Colin" if "Colin" in text else "Merrow"
    assert kinds(text, name) == {"person"}


@pytest.mark.parametrize(
    "text",
    [
        "Trade in Merrow fell, and then Merrow raised the toll as he wrote.",
        "Before dawn Merrow writes in the room where she sleeps. The Merrowian fleet left.",
        "Merrow sent an envoy, and she spoke. Later Merrow wrote again.",
        "Merrow’s fleet left, and he wrote. Later Merrow wrote again.",
        "The Merrow closed, and he wrote. Later the Merrow opened.",
        "They left Velin, Merrow, and came home. Merrow wrote as he slept.",
    ],
)
def test_no_person_where_the_text_speaks_against_it(text):
    assert "person" not in kinds(text, "Merrow")


def test_a_bystander_named_once_stays_nobody():
    assert "person" not in kinds("The wind broke Merrow’s wife’s boat.", "Merrow")
    assert "person" not in kinds("Waiting were Colin and Ann Brill.", "Colin")
