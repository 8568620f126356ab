"""A name is neither a clause, nor a word in capitals for where it stands, nor an office with its holder."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


def named(source, after="came late", before="It rained on Monday."):
    return names_of(f"{before}\n\n{source} said it {after}.", [(source, f"it {after}")])[0]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Director of Harbour Safety Ada Brill", "Ada Brill"),
        ("White House Chief of Staff Ada Brill", "Ada Brill"),
        ("Judge Ada Brill of the Tarn District Court", "Ada Brill"),
        ("Tarn School of Law Dean Ada Brill", "Ada Brill"),
        ("Co-host Ada Brill", "Ada Brill"),
        ("Chief Ada Brill of the Tarn County Sheriff's Office", "Ada Brill"),
        ("Police spokesman Don Brill", "Don Brill"),
        # a saint or a founder in the name of a body holds no office
        ("The Society of Ada Brill", "Society of Ada Brill"),
    ],
)
def test_who_holds_an_office_is_not_called_by_it(source, wanted):
    assert named(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("The Tarn Sheriffs' Association", "Tarn Sheriffs' Association"),
        ("The Boatmen’s League", "Boatmen’s League"),
        ("The Children's Defense Fund", "Children's Defense Fund"),
        # whose the council is, is no part of its name
        ("Norvalia's Water Council", "Water Council"),
    ],
)
def test_whose_body_it_is_belongs_to_its_name_where_its_members_are_named(source, wanted):
    assert named(source) == wanted


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Some clerks from Tarn", "Some clerks from Tarn"),
        ("Clerks from Tarn have littered", "Clerks from Tarn"),
        ("A veteran pilot I met", "veteran pilot"),
        ("Pilots who are members", "Pilots"),
        ("Critics of what they call a plan", "Critics of what they call a plan"),
        ("That is why port clerks", None),
        ("Let's", None),
        ("Do port clerks", None),
    ],
)
def test_a_clause_is_nobodys_name(source, wanted):
    assert named(source) == wanted


@pytest.mark.parametrize(
    ("source", "before", "wanted"),
    [
        ("And", "It rained on Monday.", None),
        ("Nobody", "It rained on Monday.", None),
        ("Brightline", "It rained on Monday.", "Brightline"),
        ("Footage", "There was footage of rain.", None),
        ("Footage", "The firm Footage sells sails.", "Footage"),
    ],
)
def test_a_word_with_a_capital_for_its_place_is_no_name(source, before, wanted):
    assert named(source, before=before) == wanted


@pytest.mark.parametrize(
    ("label", "wanted"), [("Question", None), ("Brack", "Brack"), ("Operator", "Operator")]
)
def test_a_common_word_before_a_colon_is_a_label(label, wanted):
    assert names_of(f"It rained.\n\n{label}: Why did it?", [(label, "Why did it?")]) == [wanted]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("River Watch and the Ports Bureau", "River Watch and Ports Bureau"),
        ("Most Rivers and the Ports Bureau", "Ports Bureau"),
    ],
)
def test_a_name_of_several_words_joins_a_known_one(source, wanted):
    assert named(source, before="The Ports Bureau met on Monday.") == wanted


def test_a_person_whose_words_are_a_noun_is_no_firm():
    person = "Ann Olm spoke. She left after Olm's claim that it was late."
    firm = "Ann Brill spoke. She left as Olm's said that it was late."
    assert names_of(person, [("Olm's", "that it was late")]) == ["Ann Olm"]
    assert names_of(firm, [("Olm's", "that it was late")]) == ["Olm's"]


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        # the two stand so in a sentence, too
        ("A clerk of Our Harvest paid.", "Our Harvest"),
        ("A clerk of the Harvest paid.", "Harvest"),
    ],
)
def test_a_possessive_may_open_the_name_of_a_body(before, wanted):
    assert named("Our Harvest", before=before) == wanted
