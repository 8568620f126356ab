"""Bodies by the noun that the text calls them by: each pair differs in what it calls them."""

from __future__ import annotations

import pytest

from .test_resolve import names_of

_UNION = "The Pilots' Guild said it was late."


@pytest.mark.parametrize(
    ("told", "called", "wanted"),
    [
        ("The budget airline Skylark will leave Karst.", "The airline", "Skylark"),
        ("Skylark left Karst.", "The airline", "airline"),
        ("Skylark, a budget airline, left Karst.", "The carrier", "Skylark"),
        ("Skylark, a budget hotel, left Karst.", "The carrier", "carrier"),
        ("The island's only carrier, Skylark, left Karst.", "The airline", "Skylark"),
        ("The union, Skylark, and the port left Karst.", "The union", "union"),
        ("The club, Karst Rovers, lost.", "The club", "Karst Rovers"),
        ("The port, Karst Rovers, and the club lost.", "The club", "club"),
        ("Karst Rovers, the oldest club, lost.", "The club", "Karst Rovers"),
        ("To Karst Rovers, the club wrote that it lost.", "The club", "club"),
        ("The mayor praised the airline Skylark.", "The airline", "Skylark"),
        ("The airline praised Skylark.", "The airline", "airline"),
        ("Shipping company Olm Freight lost a ship.", "The shipping company", "Olm Freight"),
        ("Toy company Olm Freight lost a ship.", "The shipping company", "shipping company"),
        ("Orm Airways left Karst.", "The carrier", "Orm Airways"),
        ("Orm Motors left Karst.", "The carrier", "carrier"),
    ],
)
def test_a_noun_means_the_body_called_so_and_not_whichever_spoke_last(told, called, wanted):
    text = f"{told} {_UNION}\n\n{called} said it had done everything."
    pairs = [("The Pilots' Guild", "it was late"), (called, "it had done everything")]
    assert names_of(text, pairs)[1] == wanted


def test_a_word_for_a_company_before_its_name_is_no_part_of_it():
    text = "Chipmaker Olmtech built a mill.{} Olmtech shares rose."
    said = " The chipmaker said it was late."
    assert names_of(text.format(said), [("The chipmaker", "it was late")]) == ["Olmtech"]
    alone = f"Chipmaker Olmtech built a mill.{said}"
    assert names_of(alone, [("The chipmaker", "it was late")]) == ["Chipmaker Olmtech"]


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [("Reve Mills and its owners", "Reve Mills"), ("Nine owners, including Reve Mills,", None)],
)
def test_one_of_those_who_sent_a_letter_is_not_whose_it_is(subject, wanted):
    text = f"{subject} sent a letter to the mayor. “It is late,” reads the letter."
    found = names_of(text, [("the letter", "“It is late,”")])
    assert found == [wanted or "letter"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Elder members of the Karst Diet where they rule", "Elder members of the Karst Diet"),
        ("Elder members of the Karst Diet, where they rule,", "Elder members of the Karst Diet"),
        ("Elder members of where they rule", "Elder members of where they rule"),
        ("Reve, of the Pilots' Guild (PG),", "Reve"),
        ("Some 7 percent of 18- to 24-year-olds", "Some 7 percent of 18- to 24-year-olds"),
        ("Both nominees, as well as the guild", "Both nominees, as well as the guild"),
        ("Spokesmen of the Pilots' Guild (PG)", "Spokesmen of the Pilots' Guild"),
    ],
)
def test_a_clause_or_a_body_behind_who_speaks_is_no_part_of_the_name(source, wanted):
    assert names_of(f"{source} said it was late.", [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize(
    ("told", "wanted"), [("The Pilots' Guild (PG) met.", "Pilots' Guild"), ("The Pilots' Guild met.", "PG")]
)
def test_letters_behind_a_body_of_members_are_its_own(told, wanted):
    assert names_of(f"{told} The PG said it was late.", [("The PG", "it was late")]) == [wanted]
