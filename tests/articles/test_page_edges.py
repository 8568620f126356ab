"""Page heads and feet leave the sentence that they cut; what was left out keeps its place in the raw text."""

from __future__ import annotations

from onrecord.articles import clean
from onrecord.records import RawDocument, Span

HEAD = "Ostrey Evening Herald                         Friday 17 February 2023"
TEXT = f"""{HEAD}

Harbour dues to double in May
By Nora Quill

Skippers in the harbour of Ostrey will pay twice as much to moor
their boats from May, the harbour trust decided on Monday night.
Dell Arrow, who chairs the trust, said that the east wall had been
patched for eleven years and that there was nothing left to patch.
The wall was built in the year of the great storm and has been mo-

                              Page 1 of 2
\f{HEAD}

ved twice since then, each time by a metre. Twenty-two boats are
registered in the port and their owners have until Friday to object
to the new dues, which were last raised when the fish market opened.

                              Page 2 of 2
"""


def test_a_sentence_over_a_page_break_is_whole():
    """Words split by the break are joined; neither head nor foot is part of a paragraph."""
    made = clean(RawDocument("a.txt", 0, "", "text/plain", TEXT, Span(0, len(TEXT))))
    prose = " ".join(b.span.of(made.text) for b in made.blocks if b.kind == "paragraph")
    assert "has been moved twice since then" in prose
    assert "Page 1" not in prose
    assert "Evening Herald" not in prose
    assert (made.title, made.byline) == ("Harbour dues to double in May", "Nora Quill")
    assert made.outlet == "Ostrey Evening Herald"


def test_what_was_left_out_is_a_part():
    """Parts point into the raw text, in order."""
    made = clean(RawDocument("a.txt", 0, "", "text/plain", TEXT, Span(0, len(TEXT))))
    left = [TEXT[p.start : p.end] for p in made.parts if p.label == "page"]
    assert any("Page 1 of 2" in part for part in left)
    assert [p.start for p in made.parts] == sorted(p.start for p in made.parts)
    bodies = [TEXT[p.start : p.end] for p in made.parts if p.label == "body"]
    assert bodies[0].startswith("Skippers in the harbour")


def test_a_narrow_column_is_joined():
    """Columns of printed papers are narrower than any mail."""
    text = (
        "THE OSTREY HERALD\nFriday, May 11, 1934.\n\nNEW PIER IS OPENED BY MAYOR\n\nThe mayor of Ostrey, Mr.\n"
        "Basil Trant, opened the\nnew pier below the old\ntown yester-\nday before a crowd of\nsome four hundred per-\n"
        "sons. He said that the\npier would stand for a\nhundred years and that\nnobody need fear for the\nfishing boats.\n"
    )
    made = clean(RawDocument("a.txt", 0, "", "text/plain", text, Span(0, len(text))))
    assert "opened the new pier below the old town yesterday before a crowd" in made.text
    assert made.title == "NEW PIER IS OPENED BY MAYOR"
