"""What the reader took for one saying is two where each of its sentences names who says it."""

from __future__ import annotations

import pytest

import builders
from onrecord.records import Attribution, Block, Span
from onrecord.statements.sayings_apart import apart
from onrecord.text import View

READ = ("he", "said", "he was “glad.” “We wait,”")


def parts(text, source, cue, content):
    """Source and content of what one attribution becomes; its source and cue stand last in ``text``."""
    view = View(builders.article(text, blocks=(Block("paragraph", 0, len(text)),)))
    at = text.rindex(f"{source} {cue}")
    after = at + len(source) + 1
    begin = text.index(content)
    read = Attribution(
        (Span(at, at + len(source)),),
        (Span(after, after + len(cue)),),
        (Span(begin, begin + len(content)),),
        0.5,
    )
    return [
        (a.source[0].of(text), " ".join(s.of(text).strip() for s in a.content)) for a in apart(view, [read])
    ]


def test_a_sentence_with_a_source_of_its_own_is_a_saying_of_its_own():
    found = parts("Chris Olm said he was “glad.” “We wait,” he said.", *READ)
    assert found == [("Chris Olm", "he was “glad.”"), ("he", "“We wait,”")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“I am glad. We wait,” he said.", "“I am glad. We wait,”"),
        ("Olm was “glad.” “We wait,” he said.", "“glad.” “We wait,”"),
    ],
)
def test_where_no_other_source_is_named_it_stays_one(text, content):
    assert parts(text, "he", "said", content) == [("he", content)]
