"""Verbs that are denied together are one cue, whichever of them the reader took."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Reading, Span
from onrecord.statements import assemble
from onrecord.text import View


def read(text, source, cue, content):
    """Source, cue, content and stance of the one statement of ``text``, read as given."""
    spans = ((Span(text.index(w), text.index(w) + len(w)),) for w in (source, cue, content))
    article = builders.article(text, blocks=(Block("paragraph", 0, len(text)),))
    (s,) = assemble(View(article), Reading((Attribution(*spans, 0.5),), (), "t"))
    parts = (" ".join(p.of(text) for p in spans) for spans in (s.source, s.cue, s.content))
    return (*parts, s.stance, s.reality)


RULED = "Venn neither confirmed nor ruled out that the mine would close."
BOTH = ("Venn", "neither confirmed nor ruled out", "that the mine would close", "hedge", "said")


@pytest.mark.parametrize(
    "cue", ["neither confirmed", "confirmed", "ruled out", "neither confirmed nor ruled out"]
)
def test_whichever_verb_was_read_both_are_the_cue(cue):
    source, content = "Venn", "that the mine would close"
    assert read(RULED, source, cue, content) == BOTH


def test_source_and_content_end_where_the_pair_begins_and_ends():
    assert read(RULED, "Venn neither", "confirmed", "nor ruled out that the mine would close") == BOTH


@pytest.mark.parametrize(
    ("verbs", "stance"),
    [
        ("neither confirmed nor denied", "decline"),
        ("neither denied nor confirmed", "decline"),
        ("would neither confirm nor deny", "decline"),
        ("could not confirm or deny", "decline"),
        ("could neither confirm nor exclude", "hedge"),
        ("neither ruled out nor confirmed", "hedge"),
    ],
)
def test_what_two_verbs_do_together(verbs, stance):
    text = f"Venn {verbs} that the mine would close."
    assert read(text, "Venn", verbs, "that the mine would close") == (
        "Venn", verbs, "that the mine would close", stance, "said",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Venn ruled out that the mine would close.",
        "Neither Olm nor Reve came. Venn ruled out that the mine would close.",
        "Venn, neither cheered nor booed, ruled out that the mine would close.",
    ],
)
def test_a_verb_alone_stays_alone(text):
    source, content = "Venn", "that the mine would close"
    assert read(text, source, "ruled out", content)[1:3] == ("ruled out", "that the mine would close")
