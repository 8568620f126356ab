"""The body of a speech is its speaker's; of an article about one it is not."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.statements.turns import turns
from onrecord.text import View

HEADING = "Remarks by Prime Minister Edda Kvist at the opening of the Senn bridge"
BODY = """Port Alder, 3 May 2029

I am glad to be here. Today we open a bridge that three governments promised and none built.

We will not stop here: by 2031 we will double the money for village roads."""


def said(text):
    view = View(builders.article(text))
    return [(a.source[0].of(text), [c.of(text) for c in a.content]) for a in turns(view)]


def test_a_speech_is_whose_name_its_heading_has_without_offices_and_day():
    lines = BODY.split("\n\n")
    assert said(f"{HEADING}\n\n{BODY}") == [("Edda Kvist", lines[1:])]


@pytest.mark.parametrize(
    ("heading", "speaker"),
    [
        ("Statement from Mayor Brill on the strike", "Brill"),
        ("Transcript: Edda Kvist's inaugural address", "Edda Kvist"),
        ("Full text of President Edda Kvist’s New Year message", "Edda Kvist"),
        ("Edda Kvist's speech in full", "Edda Kvist"),
        ("READ: Edda Kvist's Opening Statement For the Inquiry", "Edda Kvist"),
        ("Edda Kvist's speech draws fire", None),
        ("Edda Kvist's speech: five takeaways", None),
        ("Speech by Popular Demand", None),
        ("An appalling statement from Edda Kvist", None),
        ("Farmers seek statement from Edda Kvist", None),
    ],
)
def test_which_headings_say_whose_remarks_stand_below(heading, speaker):
    found = said(f"{heading}\n\n{BODY}")
    assert [who for who, _ in found] == ([] if speaker is None else [speaker])


def test_below_such_a_heading_an_article_about_it_is_nobodys():
    report = "Three governments promised a bridge and none built one.\n\nIt opened on Thursday, a year late."
    assert said(f"{HEADING}\n\n{report}") == []
    quoted = "“I am glad to be here,” the prime minister said. “We will not stop here. We will build.”"
    assert said(f"{HEADING}\n\n{quoted}") == []
    named = (
        BODY + "\n\nWe waited.\n\nWe sang.\n\nWe went.\n\nAll this was what Kvist wanted us to hear, I fear."
    )
    assert said(f"{HEADING}\n\n{named}") == []


def test_an_editor_may_present_whoever_speaks():
    text = f"{HEADING}\n\nPrime Minister Edda Kvist spoke at the bridge on Thursday; we print it whole.\n\n{BODY}"
    assert said(text) == [("Edda Kvist", BODY.split("\n\n")[1:])]


def test_what_is_asked_afterwards_is_not_the_speech():
    asked = (
        "Question: Who pays for it?\n\nEdda Kvist: All of us do.\n\nQuestion: When?\n\nEdda Kvist: In June."
    )
    found = said(f"{HEADING}\n\n{BODY}\n\n{asked}")
    assert found[0] == ("Edda Kvist", BODY.split("\n\n")[1:])
    assert [who for who, _ in found[1:]] == ["Question", "Edda Kvist", "Question", "Edda Kvist"]


def test_a_speech_is_direct_and_an_article_below_a_like_heading_is_not():
    made = {}
    for heading in (HEADING, "A bridge opens on Lake Senn"):
        text = f"{heading}\n\n{BODY}"
        at = text.index("three governments")
        read = Attribution((Span(at, at + 17),), (Span(at + 18, at + 26),), (Span(at + 27, at + 41),), 0.9)
        view = View(builders.article(text, blocks=(Block("headline", 0, len(heading)),)))
        made[heading] = [(s.source_text, s.kind) for s in assemble(view, Reading((read,), (), "test"))]
    assert made[HEADING] == [("Edda Kvist", "direct"), ("three governments", "indirect")]
    assert made["A bridge opens on Lake Senn"] == [("three governments", "indirect")]
