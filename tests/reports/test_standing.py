"""A fact stands while one of its witnesses does; an occasion falls with the last of its sources."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Origin
from onrecord.reports.brief.standing import ground, leave_out, stands
from onrecord.reports.lookup import Lookup

MINISTRY = Origin("src-ministry", "unknown", "source", "the ministry", ("art-b-agency",), ())
STUDY = Origin("src-study", "document", "source", "a study", ("art-b-agency",), ())


def _ground(tunnel, origins):
    lookup = Lookup.of(replace(tunnel, origins=origins))
    return ground(lookup, next(s for s in lookup.stories if s.id == "story-new"))


def _briefing(statement, *sources):
    parents = tuple(s.id for s in sources)
    return Origin(
        "act", "briefing", "speech_act", "a briefing", ("art-b-agency",), (), (statement.id,), parents
    )


@pytest.mark.parametrize(
    ("off", "left"),
    [
        ((), True),
        (("src-ministry",), True),
        (("src-study",), True),
        (("src-ministry", "src-study"), False),
        (("act",), False),
        (("text-art-b-agency",), False),
        (("text-art-c-herald",), True),
    ],
)
def test_an_occasion_falls_with_the_last_of_its_sources(tunnel, invented, off, left):
    base = _ground(tunnel, (_briefing(invented.S_AG_2, MINISTRY, STUDY), MINISTRY, STUDY))
    assert stands(base.of_statement(invented.S_AG_2), off) is left


@pytest.mark.parametrize(("sources", "falls"), [((MINISTRY,), True), ((), False)])
def test_a_source_carries_the_statements_of_the_acts_that_rest_on_it(tunnel, invented, sources, falls):
    base = _ground(tunnel, (_briefing(invented.S_AG_2, *sources), MINISTRY))
    left_out = leave_out(base, [base.of_statement(invented.S_AG_2)], [], [])
    assert ("src-ministry" in {s.id for s in left_out}) is falls


def test_what_two_texts_carry_falls_with_neither(tunnel, invented):
    base = _ground(tunnel, ())
    both = base.of_statement(invented.S_AG_2) | base.of_statement(invented.S_HE_1)
    assert leave_out(base, [both], [], []) == []
    (only,) = leave_out(base, [both, base.of_statement(invented.S_HE_1)], [], [])
    assert (only.id, only.statements) == ("text-art-c-herald", (1, 2))


def test_the_origin_without_which_most_falls_comes_first(tunnel, invented):
    base = _ground(tunnel, ())
    one, two = base.of_statement(invented.S_AG_2), base.of_statement(invented.S_HE_1)
    assert [s.id for s in leave_out(base, [one, two, two], [], [])] == [
        "text-art-c-herald",
        "text-art-b-agency",
    ]
