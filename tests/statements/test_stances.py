"""A statement's stance follows from its cue and its content, cue first."""

from __future__ import annotations

import pytest

from onrecord import languages
from onrecord.statements.modes import is_estimate, mode
from onrecord.statements.stances import stance

ENGLISH = languages.of("en")


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "that the port is open", "assert"),
        ("said", "“No.”", "deny"),
        ("said", "the delegations did not discuss the fleet", "deny"),
        ("has no plans", "to go", "deny"),
        ("said", "he had no knowledge of it", "deny"),
        ("said", "he had no choice", "assert"),
        ("declined", "to comment", "decline"),
        ("would not say", "who paid", "decline"),
        ("did not rule out", "a second vote", "hedge"),
        ("hinted", "that it would 'rule nothing out'", "hedge"),
        ("said", "“We neither confirm nor rule out a sale.”", "hedge"),
        ("said", "“We confirm a sale.”", "assert"),
        ("said", "“I can neither confirm nor deny it.”", "decline"),
        ("said", "“We will neither confirm nor deny it.”", "decline"),
        ("said", "“I cannot confirm it.”", "hedge"),
        ("asked", "whether it rained", "ask"),
        ("asked", "to leave", "urge"),
        ("rejected", "the allegation", "deny"),
        ("rejected", "the offer", "decline"),
        ("said", "“We must leave.”", "urge"),
        ("said", "“We will leave.”", "commit"),
        ("said", "the pier closed in May after a storm", "assert"),
        ("said", "May 17 was the day", "assert"),
        ("said", "the pier may close in March", "hedge"),
        ("says", "Harbour Minister May Resign", "hedge"),
        ("told", "The ferry turned back to port at dawn", "assert"),
        ("told", "that the details leaked to the press are wrong", "assert"),
        ("pleaded", "not guilty to four counts", "deny"),
        ("pleaded", "guilty", "assert"),
        ("pleaded", "with them to leave", "urge"),
        ("denied", "a defence motion to exclude the letter", "decline"),
        ("denied", "that a motion was tabled", "deny"),
        ("denied", "the harbour report", "deny"),
        ("told an inquiry", "the hull was sound", "assert"),
        ("told", "them to leave", "urge"),
        ("warned", "residents not to drink it", "urge"),
        ("told", "the two captains to wait", "urge"),
        ("", "", "assert"),
    ],
)
def test_stance(cue, content, expected):
    assert stance(ENGLISH, cue, content) == expected


@pytest.mark.parametrize(
    ("source", "cue", "quoted", "expected"),
    [
        ("Olm", "said", False, "speech"),
        ("Olm", "hopes", False, "thought"),
        ("Olm", "hopes", True, "speech"),
        ("the ministry", "plans", False, "plan"),
        ("a report by the bank", "says", False, "document"),
        ("the statement", "reads", True, "document"),
        ("the authors of the report", "say", False, "speech"),
    ],
)
def test_mode(source, cue, quoted, expected):
    assert mode(ENGLISH, source, cue, quoted=quoted) == expected


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("put", "the cost at 40 million", True),
        ("has put", "the number of dead at about $12", True),
        ("put off", "the vote at 12", False),
        ("put", "the vote to the council", False),
        ("found", "the ship at 40 fathoms", False),
    ],
)
def test_a_figure_is_given_by_saying_it(cue, content, expected):
    assert is_estimate(ENGLISH, cue, content) is expected
