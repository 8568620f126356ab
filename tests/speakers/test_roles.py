"""A description is compared with an introduction by its head and by what narrows it down."""

from __future__ import annotations

import pytest

from onrecord.speakers.roles import agreement, describe


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
        ("one of the lawyers", "lawyers", "group"),
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
