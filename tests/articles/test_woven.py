"""Headlines of other pieces inside a sentence go, and the map back to the raw text holds."""

from __future__ import annotations

import pytest

from onrecord.articles.drafts import Draft
from onrecord.articles.woven import without_woven
from onrecord.records import Span


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "Sen. Ada Brill Ada Maria BrillDam bill fails Olm: report 'Nobody asked' MORE (D-Karst) said no.",
            "Sen. Ada Brill (D-Karst) said no.",
        ),
        (
            "Speaker Ada Brill Ada Brill Dam fails MORE’s aide and Jon OlmJon OlmTolls rise MORE, the clerk, left.",
            "Speaker Ada Brill’s aide and Jon Olm, the clerk, left.",
        ),
        ("“It holds,” Olm said. (RELATED: Dam Bill Fails)\nHe left.", "“It holds,” Olm said.\nHe left."),
        ("It broke.\nCLOSE A dam near Karst broke.", "It broke.\nA dam near Karst broke."),
        ("CLOSE Ada Brill left.", "Ada Brill left."),
        ("CLOSE THE DAM", "CLOSE THE DAM"),
        ("They want to CLOSE Karst dam.", "They want to CLOSE Karst dam."),
        ("Story highlights Dam breaks\nOlm leaves", "Dam breaks\nOlm leaves"),
        ("(Photo: A. Brill) Story Highlights Dam breaks", "(Photo: A. Brill) Dam breaks"),
        ("Our story highlights Karst.", "Our story highlights Karst."),
        ("(RELATED: Dam Bill Fails)", "(RELATED: Dam Bill Fails)"),
        (
            "ADA BRILL SPOKE. ADA BRILL WANTS MORE, OLM SAID.",
            "ADA BRILL SPOKE. ADA BRILL WANTS MORE, OLM SAID.",
        ),
        (
            "Ada Brill met Brill’s father. “MORE,” she wrote.",
            "Ada Brill met Brill’s father. “MORE,” she wrote.",
        ),
    ],
)
def test_what_is_woven_in_goes(text, left):
    draft, places = without_woven(Draft.of(text, Span(0, len(text))))
    assert draft.text == left
    assert all(draft.text[t : t + n] == text[r : r + n] for t, r, n in draft.runs)
    assert sum(n for _, _, n in draft.runs) + sum(b - a for a, b in places) == len(text)


def test_a_text_of_nothing_but_calls_costs_little():
    text = "AaAaAaAaAa" * 50 + " MORE " + "Aa Aa Aa MORE " * 5000
    without_woven(Draft.of(text, Span(0, len(text))))


def test_labels_of_one_long_line_are_looked_at_once():
    text = "He said it." + " (RELATED: Dam Bill Fails) He left." * 30_000
    draft, places = without_woven(Draft.of(text, Span(0, len(text))))
    assert len(places) == 30_000
    assert draft.text == "He said it." + " He left." * 30_000
