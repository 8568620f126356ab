"""Names joined by "and" are those of all who speak; small words in capitals, and rare given names, are names."""

from __future__ import annotations

import pytest

from builders import view
from onrecord.coreference.page import page

from .test_resolve import names_of


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Falk, Abelt and Mohn", "Falk, Jonas Abelt and Mohn"),
        ("Falk and Abelt", "Falk and Jonas Abelt"),
        ("Mayor Abelt and Falk", "Jonas Abelt and Falk"),
        ("Abelt and the Ports Bureau", "Jonas Abelt and Ports Bureau"),
        ("Falk, Lund and Mohn", "Falk, Lund and Mohn"),
        # half of a name, what somebody heads, and words that name nobody are no names
        ("Ropes and Sails Secretary Jonas Abelt", "Jonas Abelt"),
        ("the Ports Bureau of Ropes and Sails", "Ports Bureau of Ropes and Sails"),
        ("Abelt, Mayor and Skipper", "Jonas Abelt"),
    ],
)
def test_all_whose_names_are_joined_speak(source, wanted):
    text = f"Jonas Abelt met the Ports Bureau on Monday.\n\n{source} said it was late."
    assert names_of(text, [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Lawyers for Jonas Abelt and Falk", "Lawyers for Jonas Abelt and Falk"),
        ("The families of Abelt, Falk and Lund", "families of Abelt, Falk and Lund"),
        ("Jonas Abelt and Falk", "Jonas Abelt and Kay Falk"),
        ("Aides Jonas Abelt of Orm and Kay Falk", "Jonas Abelt and Kay Falk"),
    ],
)
def test_names_behind_one_noun_are_not_who_speaks(source, wanted):
    text = f"Jonas Abelt met the Ports Bureau on Monday. Kay Falk came.\n\n{source} said it was late."
    assert names_of(text, [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("The WHO", "WHO"),
        ("The WHO’s chief", "WHO’s chief"),
        ("WHO official Jonas Abelt", "Jonas Abelt"),
        ("Jonas Abelt who", "Jonas Abelt"),
    ],
)
def test_letters_that_are_a_small_word_too_name_a_body(source, wanted):
    assert names_of(f"It rained on Monday.\n\n{source} said it was late.", [(source, "it was late")]) == [
        wanted
    ]


def test_in_a_line_of_capitals_they_are_the_small_word():
    assert page(view("THE MAN WHO SPOKE LEFT.")).lower[2] == "who"
    assert page(view("The man whom WHO sent left.")).lower[2:4] == ["whom", "WHO"]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Per Aas, who sat,", "Per Aas"),
        ("Per Aas", "Per Aas"),
    ],
)
def test_a_small_word_that_opens_whoever_speaks_is_a_given_name(source, wanted):
    assert names_of(f"{source} said it was late.", [(source, "it was late")]) == [wanted]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("his own whip", None),
        ("his client", None),
        ("his accoster", None),
        ("his recent", "Jonas Abelt"),  # a phrase that the reader cut short
        ("his thread", "Jonas Abelt"),
    ],
)
def test_whoever_does_something_for_somebody_is_another(source, wanted):
    rest = " interview told of rain" if source == "his recent" else " said it was late"
    text = f"Jonas Abelt lost on Monday.\n\nThen {source}{rest}."
    content = "of rain" if source == "his recent" else "it was late"
    assert names_of(text, [(source, content)]) == [wanted]


@pytest.mark.parametrize(
    ("joined", "wanted"),
    [
        ("Speaker Ada Brill of Tarn and Senator Jonas Hale of Orn, the guild's leader,", True),
        ("Ada Brill, strategist for Peter Olm and Jonas Hale of the union,", False),
    ],
)
def test_who_is_told_from_a_place_speaks_with_another_from_elsewhere(joined, wanted):
    text = f"{joined} said it rained."
    assert (names_of(text, [(joined, "it rained")]) == ["Ada Brill and Jonas Hale"]) is wanted
