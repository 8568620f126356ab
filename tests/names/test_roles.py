"""A description is compared with an introduction by its head and by what narrows it down."""

from __future__ import annotations

import pytest

from onrecord.names.roles import agreement, describe


def words(text):
    return text.casefold().split()


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("the Russian presidential spokesman", "spokesman", "person"),
        ("the Cuban head of state", "president", "person"),
        ("an associate professor of international affairs", "professor", "person"),
        ("five senators", "senators", "group"),
        ("the ministry", "ministry", "organisation"),
        ("a White House statement", "statement", "document"),
        ("one of the lawyers", "lawyer", "person"),
        ("gravel", "", "none"),
        ("", "", "none"),
    ],
)
def test_head_and_kind(text, head, kind):
    said = describe(words(text))
    assert (said.head, said.kind) == (head, kind)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("the Russian presidential press secretary", "Kremlin spokesman"),
        ("the lawmaker", "Rep"),
        ("the British leader", "British Prime Minister"),
        ("the Republican senator", "republican of Arizona senator"),
    ],
)
def test_what_fits(said, known):
    assert agreement(describe(words(said)), describe(words(known))) >= 2.0


@pytest.mark.parametrize(
    ("said", "known"),
    [
        ("the Cuban president", "Russian President"),
        ("the Texas governor", "governor of Ohio"),
        ("the deputy foreign minister", "foreign minister"),
        ("the FBI director", "IMF director"),
        ("the spokesman", "senator"),
    ],
)
def test_what_does_not(said, known):
    assert agreement(describe(words(said)), describe(words(known))) < 2.0


def test_two_ministers_in_different_charge_are_two_persons():
    assert agreement(describe(words("its water minister")), describe(words("Foreign Minister"))) < 0
    assert agreement(describe(words("the minister")), describe(words("Foreign Minister"))) > 0
    assert agreement(describe(words("the foreign minister")), describe(words("Foreign Minister"))) > 0


@pytest.mark.parametrize("phrase", ["the second official", "another official", "an unnamed aide"])
def test_one_more_of_a_kind_is_nobody_spoken_of_before(phrase):
    assert not describe(words(phrase)).definite


@pytest.mark.parametrize(("nation", "fits"), [("Canadian", False), ("American", True)])
def test_who_holds_an_office_of_a_state_holds_it_in_no_other_country(nation, fits):
    said = describe(["the", "former", "senator", "from", "massachusetts"])
    assert (agreement(said, describe([nation.casefold(), "senator"])) > 0) is fits
