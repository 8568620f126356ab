"""Statements survive the forms that news takes: agency copy, transcripts, British quotes, broken quotes."""

from __future__ import annotations

import re

import pytest
from training.rules import RuleTagger

import builders
from onrecord.records import Block
from onrecord.statements import assemble
from onrecord.text import View


def said(text):
    """(source, content) of every statement of a text with a block to each line."""
    blocks = tuple(Block("paragraph", *m.span()) for m in re.finditer(r"[^\n]+", text))
    item = builders.article(text, blocks=blocks)
    found = assemble(View(item), RuleTagger().read([item])[0])
    return [(s.source_text, s.content_text(text)) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # British style
        ("‘It’s the ministers’ plan,’ Olm said.", ("Olm", "‘It’s the ministers’ plan,’")),
        ("'It's over,' said Olm.", ("Olm", "'It's over,'")),
        # A quotation within a quotation
        ("“She called it ‘a gift’ twice,” Olm said.", ("Olm", "“She called it ‘a gift’ twice,”")),
        # Interrupted by dashes
        ("“We go”—Olm said—“and we stay.”", ("Olm", "“We go” … “and we stay.”")),
        # A closing mark is missing
        ('"We will go there, Olm said.\nNobody came.', (None, "We will go there, Olm said.")),
        # Agency copy
        (
            "The port will close on Monday, the ministry said.",
            ("the ministry", "The port will close on Monday"),
        ),
        ("Prices fell in May, data from the bank showed.", None),
        # Transcripts
        ("OLM: We go on Monday.", ("OLM", "We go on Monday")),
        ("Q: Will you go?", ("Q", "Will you go?")),
    ],
)
def test_form(text, expected):
    assert said(text)[:1] == ([] if expected is None else [expected])


def test_speakers_of_a_transcript_are_kept_apart():
    found = said("Q: Will you go?\nOLM: We go on Monday. It is late.\nQ: And then?\nOLM: We rest.")
    assert [source for source, _ in found] == ["Q", "OLM", "Q", "OLM"]
    assert found[1][1] == "We go on Monday. It is late"


def test_a_quotation_without_end_does_not_swallow_the_next_speaker():
    found = said('"We will go, Olm said.\n"I stay," Brill said.')
    assert ("Brill", '"I stay,"') in found
    assert [source for source, content in found if "stay" in content] == ["Brill"]


@pytest.mark.parametrize(
    "unit", ['"Q," Olm said. ', "OLM: We go.\n", "Olm said that Brill said that we go. "]
)
def test_many_statements_are_all_found(unit):
    assert len(said(unit * 800)) >= 800  # about 0.2 s; a quadratic step takes minutes
