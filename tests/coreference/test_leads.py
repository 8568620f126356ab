"""A lead may describe its speaker and leave the name to the next paragraph."""

from __future__ import annotations

import pytest

from .test_resolve import names_of


@pytest.mark.parametrize(
    ("lead", "source", "name"),
    [
        (
            "An aide to a harbour councillor said he was sorry.",
            "An aide to a harbour councillor",
            "Jonas Abelt",
        ),
        (
            "One of the leading Harbourists in the House said he was sorry.",
            "One of the leading Harbourists",
            None,
        ),
        ("One of the top senators in the House said he was sorry.", "One of the top senators", "Jonas Abelt"),
        ("An aide said he was sorry.", "An aide", "Jonas Abelt"),
        ("A second aide said he was sorry.", "A second aide", None),
        ("A woman who lost her ring said he was sorry.", "A woman", None),
        ("A spokesman for the harbour said he was sorry.", "A spokesman for the harbour", None),
    ],
)
def test_the_next_paragraph_opens_with_a_new_name(lead, source, name):
    text = f"{lead}\n\nJonas Abelt, 31, wrote so on Friday. Abelt is sorry still."
    found = names_of(text, [(source, "he was sorry")])[0]
    assert (found == "Jonas Abelt") == (name is not None)


def test_an_office_that_does_not_fit_is_another_persons():
    text = "A senator said it would rain.\n\nPrime Minister Jonas Abelt, in Karst, said no."
    assert names_of(text, [("A senator", "it would rain")]) != ["Jonas Abelt"]


def test_whoever_was_named_before_is_not_introduced_by_it():
    text = "Jonas Abelt was there. An aide said it would rain.\n\nAbelt left early."
    assert names_of(text, [("An aide", "it would rain")]) != ["Jonas Abelt"]


def test_who_is_named_in_passing_or_in_the_headline_is_not_introduced_by_it():
    text = "It rained, an old doctor said.\n\nThe streets were wet when it came to Jonas Abelt’s house."
    assert names_of(text, [("an old doctor", "It rained")]) != ["Jonas Abelt"]
    headed = "Abelt Was Wet, Doctor Says\n\nIt rained much on Monday.\n\nJonas Abelt, as ever, got wet."
    assert names_of(headed, [("Doctor", "Abelt Was Wet")], headline=True) != ["Jonas Abelt"]


def test_a_name_with_an_unheard_of_office_is_another_persons():
    text = "A witness said it would rain.\n\nThe chairman, Peter Lunde, left.\n\nJonas Abelt, a lampman, said no."
    assert names_of(text, [("A witness", "it would rain")]) == ["witness"]


@pytest.mark.parametrize(
    ("condition", "is_named"),
    [
        ("speaking on the steps of the town hall", True),
        ("speaking on condition of anonymity", False),
        ("who asked not to be named", False),
        ("who was not authorised to speak to the press", False),
    ],
)
def test_whoever_keeps_a_name_back_is_not_whom_the_next_paragraph_names(condition, is_named):
    text = f"An official, {condition}, said it leaked.\n\nThe mayor, Ada Brill, declined to comment."
    assert (names_of(text, [("An official", "it leaked")]) == ["Ada Brill"]) is is_named


def test_a_wider_word_with_more_told_is_another_person():
    below = "\n\nOlm left. Bank director Jon Wrede told staff in May that it would stay."
    career, plain = "A career bank official", "A bank official"
    assert names_of(f"{plain} said it was late.{below}", [(plain, "it was late")]) == ["Jon Wrede"]
    assert names_of(f"{career} said it was late.{below}", [(career, "it was late")]) != ["Jon Wrede"]
