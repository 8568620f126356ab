"""A statement that a reader cut anew keeps its id, and what the text tells of it follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

import builders
from onrecord.records import Span
from onrecord.records.corrections import StatementSpans
from onrecord.statements.assemble import reworded

TEXT = "Mayor Ann Olm said on Monday that the dam would hold."


def span(words):
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


@pytest.mark.parametrize(("source", "sure"), [("Ann Olm", 0.9), ("Mayor Ann Olm", None)])
def test_how_sure_a_speaker_is_stays_with_the_words_that_name_it(source, sure):
    view = builders.view(TEXT)
    given = builders.statement(view.article, "the dam would hold", "Ann Olm", "said")
    given = replace(given, speaker_confidence=0.9)
    made = reworded(view, given, StatementSpans(span(source), span("said"), span("that the dam would hold")))
    assert (made.id, made.corrected, made.source_text) == (given.id, True, source)
    assert made.speaker_confidence == sure
