"""Labels of lines that the lines around them, or their length, show to be others."""

from __future__ import annotations

import pytest

from onrecord.articles.marked import Marked
from onrecord.articles.mending import mended
from onrecord.records import Span

PROSE = "The two governments agreed to reopen the bridge over the Velm and to share what the repairs will cost, officials said"


def labels(*lines):
    at, marked = 0, []
    for label, content in lines:
        marked.append(Marked(label, Span(at, at + len(content)), content))
        at += len(content) + 2
    return [m.label for m in mended(marked)]


@pytest.mark.parametrize(
    ("words", "label"), [(f"Lead: {PROSE} on Monday at 9", "body"), ("Length: 343 words", "record")]
)
def test_a_field_of_the_length_of_a_paragraph_is_body(words, label):
    assert labels(("headline", "Bridge reopens"), ("record", words), ("body", f"{PROSE}."))[1] == label
