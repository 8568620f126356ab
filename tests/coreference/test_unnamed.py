"""Whom nobody names goes by what the text calls them, and joint speakers by all of them."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


@pytest.mark.parametrize(
    ("before", "source", "wanted"),
    [
        ("Jonas Abelt met a border agent.", "The agent", "border agent"),
        ("Jonas Abelt met a border agent. A harbour agent came.", "The agent", None),
        ("The Harbour Ministry paid. In May, port clerks sued Jonas Abelt.", "They", "port clerks"),
        ("The Harbour Ministry paid. Jonas Abelt was sued by port clerks.", "They", None),
        ("Jonas Abelt came.", "Abelt and his allies", "Jonas Abelt"),
        ("Jonas Abelt came.", "Abelt and other guests", "Jonas Abelt and other guests"),
        (
            "Jonas Abelt came.",
            "Guests including Abelt and two others",
            "Guests including Abelt and two others",
        ),
    ],
)
def test_what_they_go_by(before, source, wanted):
    text = f"{before} {source} said it rained."
    assert names_of(text, [(source, "it rained")]) == [wanted]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Jonas Abelt questioned a clerk who said it rained.", "clerk"),
        ("Jonas Abelt is a clerk who said it rained.", "Jonas Abelt"),
        ("Jonas Abelt, a clerk, who said it rained, left.", "Jonas Abelt"),
    ],
)
def test_whom_a_who_means(sentence, wanted):
    assert names_of(sentence, [("who", "it rained")]) == [wanted]


def test_the_headline_tells_which_bearer_of_a_surname_speaks():
    text = (
        "Ada Brill sues the port\n\nThe soldier Jonas Brill died in May. Jonas Brill was 20. Ada Brill came.\n\n"
        "Brill said it rained."
    )
    assert names_of(text, [("Brill", "it rained")], headline=True) == ["Ada Brill"]


@pytest.mark.parametrize(
    ("before", "source", "wanted"),
    [
        ("Mum-of-two Ulla Brand wept.", "The mum-of-two", "Ulla Brand"),
        ("The House sat.", "Reporters outside the House", "Reporters outside the House"),
        ("Leader of the Opposition Raghunath Deshk came.", "Deshk", "Raghunath Deshk"),
        # Two offices that nobody holds together.
        ("LoP Raghunath Deshk came.", "The chief minister", None),
    ],
)
def test_what_stands_before_a_name_is_an_office(before, source, wanted):
    text = f"{before} {source} said it rained."
    assert names_of(text, [(source, "it rained")]) == [wanted]


CALM = "Midfielder Jonas Brandvold, who came on late, was calm. Brandvold said it was fair."


@pytest.mark.parametrize(
    ("before", "source", "wanted"),
    [
        (CALM, "the Norwegian", "Jonas Brandvold"),
        (CALM, "the Scot", "Jonas Brandvold"),
        # Several, or a paper.
        (CALM, "the British", None),
        (CALM, "The Norwegian", None),
        ("Villager Ida Corrigan wept.", "Corrigan", "Ida Corrigan"),
    ],
)
def test_who_is_called_by_a_nation_or_a_trade_that_no_list_has(before, source, wanted):
    text = f"{before} “It rained,” said {source}."
    said = [("Brandvold", "it was fair")] if before is CALM else []
    assert names_of(text, [*said, (source, "“It rained,”")])[-1] == wanted


@pytest.mark.parametrize(
    ("label", "wanted"),
    [("Question", None), ("Reporter", None), ("Moderator", "Moderator"), ("Abelt", "Jonas Abelt")],
)
def test_a_label_of_whoever_asks_names_nobody(label, wanted):
    text = f"Jonas Abelt met the press.\n\n{label}: Will it rain?"
    assert names_of(text, [(label, "Will it rain?")]) == [wanted]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("who gave his name only as Tomas,", "Tomas"),
        ("who asked the Star to call him Tomas,", "Tomas"),
        ("who identified himself by his first name, Tomas,", "Tomas"),
        ("who asked not to be named,", "guard"),
        ("who gave his boat to Tomas,", "guard"),
    ],
)
def test_whoever_asks_to_be_called_something_goes_by_it(clause, wanted):
    text = f"A guard, {clause} said it rained."
    assert names_of(text, [("A guard", "it rained")]) == [wanted]
