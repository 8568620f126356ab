"""A text that an interface cut off loses the sentence at the edge, and nothing else."""

from __future__ import annotations

import pytest

from onrecord.articles import clean
from onrecord.articles.cuts import cut_edge
from onrecord.records import RawDocument, Span

WHOLE = "The harbour trust will double its dues in May. Skippers said on Monday that they would object."


@pytest.mark.parametrize("mark", ["… [+2381 chars]", "... [+1 char]", " [\u2026]", " [...]"])
def test_the_cut_sentence_is_no_paragraph(mark):
    """What stands whole before the edge stays; the article says that it is incomplete."""
    text = f"{WHOLE} And the wall is no{mark}"
    made = clean(
        RawDocument("a.json", 0, "", "application/json", text, Span(0, len(text)), {"title": "Dues double"})
    )
    prose = [b.span.of(made.text) for b in made.blocks if b.kind == "paragraph"]
    assert prose == [WHOLE]
    assert "incomplete" in made.fields
    assert [part.label for part in made.parts][-1] == "cut"


def test_an_ellipsis_of_the_author_is_no_cut():
    """Only the marks of interfaces count."""
    text = "He waited, and waited…"
    assert cut_edge(text, 0, len(text)) is None
    text = "A list [+2 chairs] of things."
    assert cut_edge(text, 0, len(text)) is None
