"""English forms that rules give, and those that are given instead."""

from __future__ import annotations

import pytest

from onrecord.languages.english.inflection import inflect


@pytest.mark.parametrize(
    ("verb", "third", "past", "ing"),
    [
        ("warn", "warns", "warned", "warning"),
        ("note", "notes", "noted", "noting"),
        ("deny", "denies", "denied", "denying"),
        ("convey", "conveys", "conveyed", "conveying"),
        ("stress", "stresses", "stressed", "stressing"),
        ("plan", "plans", "planned", "planning"),
        ("quip", "quips", "quipped", "quipping"),
        ("commit", "commits", "committed", "committing"),
        ("visit", "visits", "visited", "visiting"),
        ("fear", "fears", "feared", "fearing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("vow", "vows", "vowed", "vowing"),
        ("slam", "slams", "slammed", "slamming"),
        ("point out", "points out", "pointed out", "pointing out"),
    ],
)
def test_regular_verbs(verb, third, past, ing):
    assert inflect(verb, "verb", {}) == {"third": third, "past": past, "participle": past, "ing": ing}


def test_given_forms_are_kept_and_the_participle_follows_the_past():
    assert inflect("tell", "verb", {"past": "told"})["participle"] == "told"
    assert inflect("write", "verb", {"past": "wrote", "participle": "written"})["participle"] == "written"
    assert inflect("go on", "verb", {"past": "went"})["past"] == "went on"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("agency", "agencies"), ("boy", "boys"), ("church", "churches"), ("report", "reports")],
)
def test_plurals(noun, plural):
    assert inflect(noun, "noun", {}) == {"plural": plural}


def test_closed_classes_have_no_forms_but_those_given():
    assert inflect("this", "closed", {}) == {}
    assert inflect("this", "closed", {"plural": "these"}) == {"plural": "these"}
