"""A position moves where its holder takes up or gives up one act of its own, and not where somebody else acts."""

from __future__ import annotations

import pytest

import builders
from onrecord import languages
from onrecord.positions.acts import Act, act, opposed
from onrecord.positions.commitments import Commitment
from onrecord.positions.levels import level, told_act
from onrecord.positions.propositions import one_proposition
from onrecord.positions.rivals import rivals
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
    found = level(cue, content, ENGLISH) or told_act(cue, content, ENGLISH)
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
        ("promised", "that Karst will pay for the wall", "indirect", ("pay", "karst", "wall")),
        ("said", "the bill will not pass", "indirect", ("pas", "bill")),
        ("said", "the bill on all tolls will not pass", "indirect", ("pas", "bill", "toll")),
        ("said", "the bill on all harbour tolls will not pass", "indirect", ("pas", "harbor", "toll")),
        ("said", "a sale of the ferry is not on the agenda", "indirect", ("sell", "ferri")),
        ("said", "“They will not sign the treaty”", "direct", None),
        ("said", "“It would be a mistake to sign”", "direct", None),
        ("said", "“I will sign it if the council agrees”", "direct", None),
        ("said", "that the council would sell the wharf", "indirect", ("sell", "wharf")),
        (
            "said",
            "“The council will sell the wharf”",
            "direct",
            ("sell", "council", "wharf"),
        ),  # not one's own
        ("said", "“Our council will sell the wharf”", "direct", ("sell", "wharf")),
    ],
)
def test_an_act_has_a_verb_and_what_it_is_done_to_and_is_bound_to_nothing(cue, content, kind, keys):
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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("that the council will sell the wharf", "that the council will not sell the wharf", True),
        ("“We will sell the wharf”", "that the wharf will not sell", True),
        ("that Karst will sell the wharf", "that Karst will not sell the wharf", False),
        ("“I will sell the wharf”", "that Karst will not sell the wharf", False),
        (
            "that the council will raise the tax on land",
            "that the council will not raise the tax on beer",
            False,
        ),
        ("“I will mend a deck of the old wharf”", "“I will not mend a roof of the old wharf”", False),
        ("“I will open the wharf on Monday”", "“I will not open the wharf on the fourth of May”", True),
        ("“I will never sell the wharf at Karst”", "a sale of the wharf at Karst is not on the agenda", True),
    ],
)
def test_an_act_has_one_doer_and_is_done_to_one_thing(one, other, same):
    acts = [
        act(committed("said", told, "direct" if "“" in told else "indirect"), VENN) for told in (one, other)
    ]
    assert acts[0].is_that_of(acts[1], ENGLISH) is same
    assert acts[1].is_that_of(acts[0], ENGLISH) is same


def test_sides_are_opposed_and_silence_is_on_none():
    assert opposed("rules_out", "intends")
    assert opposed("did", "no_plans")
    assert not opposed("considers", "intends")
    assert not opposed("no_comment", "did")


THINGS = ("harbour", "ferry", "crane", "pier", "lamp", "anchor", "rope")


def closing(*things, word="", kind="direct"):
    return committed("said", f"“We will {word}close the {' '.join(things)}”", kind)


@pytest.mark.parametrize(
    ("number", "kind", "one"), [(4, "direct", True), (5, "direct", False), (5, "indirect", True)]
)
def test_six_words_that_both_quote_are_one_utterance_and_no_turn(number, kind, one):
    """With the verb, five and six words."""
    before, after = (closing(*THINGS[:number], word=word, kind=kind) for word in ("not ", ""))
    assert one_proposition(before, after) == one


@pytest.mark.parametrize(("more", "told"), [(5, False), (6, True)])
def test_that_two_statements_share_few_words_is_told_below_a_quarter(more, told):
    """They share two words, of eight and of nine."""
    one = closing("harbour", "mast", word="not ")
    other = closing("harbour", *("bell", "net", "oar", "keel", "deck", "hull")[:more])
    assert any("share few words" in rival for rival in rivals(one, other)) == told
