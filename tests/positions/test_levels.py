"""The wording of a statement places it on the commitment scale, or nowhere."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.positions.levels import level

ENGLISH = languages.of("en")


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "it has no plans to reopen the quay", "no_plans"),
        ("said", "“The quay is not on the agenda”", "no_plans"),
        ("said", "the two did not discuss the quay", "did_not_discuss"),
        ("declined", "to comment", "no_comment"),
        ("hinted", "that it would ‘explore options’ and ‘not rule anything out’", "does_not_rule_out"),
        ("is considering", "a new quay", "considers"),
        ("says", "Vardia weighs a return to the quay", "considers"),
        ("said", "the port was thinking over a new quay", "considers"),
        ("said", "Vardia neither confirms nor rules out a new quay", "does_not_rule_out"),
        ("said", "“We do not want to build a quay”", "no_plans"),
        ("said", "“We do not want this”", None),
        ("said", "“We will build the quay”", "intends"),
        ("said", "it had built the quay", "did"),
        ("said", "“We will never build the quay”", "rules_out"),
        ("said", "that the sea was calm", None),
        ("said", "they did not see the quay", None),
        ("said", "that such quays may be illegal", None),
        ("said", "the new quay could last a hundred years", None),
        ("said", "it could cost the town its ferry", None),
        ("said", "it could build a new quay", "does_not_rule_out"),
        ("said", "“I would never have built the quay so high”", None),
        ("said", "“I would never build the quay so high”", "rules_out"),
        ("said", "that the quay was ruled out", "rules_out"),
        ("has dropped its plan", "to build the quay", "no_plans"),
        ("gave up its plans", "for a quay", "no_plans"),
        ("said", "it had abandoned all plans for a quay", "no_plans"),
        ("said", "“We do not negotiate with the owners of the quay”", "rules_out"),
        ("said", "“We do not see the quay from here”", None),
        ("said", "the port grows, ending years in which she had first ruled out a quay", None),
        ("has excluded", "a new quay", "rules_out"),
        ("has not excluded", "a new quay", "does_not_rule_out"),
        ("said", "she would not exclude a new quay", "does_not_rule_out"),
        ("said", "she would not go so far as to exclude a new quay", "does_not_rule_out"),
        ("said", "it was too early to say whether the port would build a quay", "does_not_rule_out"),
        ("said", "it was too late to say whether we will build a quay", "intends"),
        ("said", "no decision has been taken on the quay", "does_not_rule_out"),
        ("said", "the decision has been taken on the quay", None),
        ("said", "we have yet to decide whether a quay is needed", "does_not_rule_out"),
        ("said", "we keep all doors open", "does_not_rule_out"),
        ("said", "we keep all doors shut", None),
        ("said", "we can neither confirm nor deny a sale", "no_comment"),
        ("said", "we can confirm a sale", None),
        ("said", "a new quay is off the cards", "rules_out"),
        ("said", "we are toying with the idea of a quay", "considers"),
        ("said", "we are leaning towards a new quay", "considers"),
        ("said", "we are leaning on the quay", None),
        ("said", "we are determined to build the quay", "intends"),
        ("said", "we are bent on a new quay", "intends"),
        ("said", "we are bent with age", None),
        ("", "", None),
    ],
)
def test_level(cue, content, expected):
    assert level(cue, content, ENGLISH) == expected


def test_what_others_are_asked_to_do_commits_nobody():
    assert level("urged", "to open the quay", ENGLISH, "urge") is None
