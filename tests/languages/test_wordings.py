"""The first line of a table whose fields all fit gives the label."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.wordings import Line, Wordings, first_sentence

TABLE = Wordings(
    (
        Line("ask", ends=(r"\?",)),
        Line("refuse", cue=("declin\\w*",)),
        Line("plan", cue=("said",), opens=("we will",)),
        Line("maybe", content=("perhaps", "maybe")),
    )
)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "“We will go.”", "plan"),
        ("wrote", "“We will go.”", None),
        ("declined", "to say, perhaps", "refuse"),
        ("said", "that perhaps it rains", "maybe"),
        ("said", "It rained. Perhaps.", None),
        ("said", "“Perhaps. Will you go?”", "ask"),
        ("", "", None),
    ],
)
def test_the_first_line_that_fits(cue, content, expected):
    assert TABLE.label(cue, content) == expected


def test_first_sentence_has_no_marks_and_no_that():
    assert first_sentence("that “We go.” And then.") == "we go."


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(max_size=200), st.text(max_size=50))
def test_any_text_has_a_label_or_none(content, cue):
    assert TABLE.label(cue, content) in (None, "ask", "refuse", "plan", "maybe")
