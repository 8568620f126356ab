"""A position moves where its holder takes up or gives up one act of its own, and not where somebody else acts."""

from __future__ import annotations

import pytest

import builders
from onrecord import languages
from onrecord.positions.acts import Act, act, opposed
from onrecord.positions.commitments import Commitment
from onrecord.positions.levels import level
from onrecord.records import Dating, Span, Speaker, Statement
from onrecord.text import View

ENGLISH = languages.of("en")
VENN = Speaker("venn", "Ilka Venn", "person")


def committed(cue, content, kind="indirect"):
    text = f"Venn {cue} {content}."
    start = len(text) - len(content) - 1
    statement = Statement(
        "s",
        "a",
        kind,
        "speech",
        "assert",
        (Span(0, 4),),
        (Span(5, 5 + len(cue)),),
        (Span(start, len(text) - 1),),
        0.9,
        speaker_id="venn",
    )
    found = level(cue, content, ENGLISH)
    assert found is not None
    return Commitment(statement, View(builders.article(text)), Dating(), found, None, "venn")


@pytest.mark.parametrize(
    ("cue", "content", "kind", "keys"),
    [
        ("said", "“I will not run for mayor of Karst”", "direct", ("run", "mayor", "karst")),
        ("announced", "that she would run for mayor", "indirect", ("run", "mayor")),
        ("refused", "to run for mayor", "indirect", ("run", "mayor")),
        ("did not rule out", "running for mayor", "indirect", ("run", "mayor")),
        ("is considering", "a run for mayor", "indirect", ("run", "mayor")),
        ("said", "her party has no plans to join the council", "indirect", ("join", "council")),
        ("said", "“I will sign the treaty, which took years”", "direct", ("sign", "treati")),
        ("said", "there are no plans for a ferry to Karst", "indirect", ("ferri", "karst")),
        ("said", "“I signed the treaty”", "direct", ("sign", "treati")),
        ("said", "“I will not sign it until the council agrees”", "direct", None),
        ("promised", "that Karst will pay for the wall", "indirect", None),
        ("said", "the bill will not pass", "indirect", None),
        ("said", "“They will not sign the treaty”", "direct", None),
        ("said", "“It would be a mistake to sign”", "direct", None),
        ("said", "“I will sign it if the council agrees”", "direct", None),
    ],
)
def test_an_act_is_the_speakers_own_and_bound_to_nothing(cue, content, kind, keys):
    found = act(committed(cue, content, kind), VENN)
    assert (found.keys if found else None) == keys


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("run", "mayor", "karst"), ("run", "mayor"), True),
        (("run", "mayor"), ("run", "harbour"), False),
        (("resign",), ("resign", "council"), True),
        (("go",), ("go", "harbour"), False),
        (("open", "harbour"), ("shut", "harbour"), False),
    ],
)
def test_one_act_has_one_verb_and_one_object(one, other, same):
    assert Act(one).is_that_of(Act(other), ENGLISH) is same


def test_sides_are_opposed_and_silence_is_on_none():
    assert opposed("rules_out", "intends")
    assert opposed("did", "no_plans")
    assert not opposed("considers", "intends")
    assert not opposed("no_comment", "did")
