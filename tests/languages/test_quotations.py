"""Quotation marks are paired as a person pairs them, also when some are missing, and never cross."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.quotations import quotations


def quoted(text, level=None):
    return [q.inner.of(text) for q in quotations(text) if level is None or q.level == level]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," he said. "No."', ["Yes,", "No."]),
        ("“Yes,” he said. “No.”", ["Yes,", "No."]),
        ("''Yes,'' he said. ``No.''", ["Yes,", "No."]),
        ("«Yes», he said.", ["Yes"]),
        ("'Yes,' he said. 'It's the ministers' plan.'", ["Yes,", "It's the ministers' plan."]),
        ("‘Yes,’ he said. ‘It’s the ministers’ plan.’", ["Yes,", "It’s the ministers’ plan."]),
        ("The ministers' plan and Olm's dogs' food in the '90s", []),
        ("He said they'd go 'after the vote', not before.", ["after the vote"]),
        ('a 12" ruler and no more', []),
        ('He called it "a start" and "an end".', ["a start", "an end"]),
        ('("Yes")', ["Yes"]),
        ('She—"yes"—agreed', ["yes"]),
        ('It is over."We agree," she said', ["We agree,"]),
    ],
)
def test_pairs(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“He told me ‘go’ twice,” she said.", "He told me ‘go’ twice,", "go"),
        ("\"He told me 'go' twice,\" she said.", "He told me 'go' twice,", "go"),
        ("'He told me \"go\" twice,' she said.", 'He told me "go" twice,', "go"),
        ('"He told me "go" twice," she said.', 'He told me "go" twice,', "go"),
    ],
)
def test_nested(text, outer, nested):
    assert quoted(text, 0) == [outer]
    assert quoted(text, 1) == [nested]


def test_each_paragraph_of_a_long_quotation_opens_and_only_the_last_closes():
    text = '"First one.\n\n"Second one.\n\n"Third," he said. "End."'
    found = quotations(text)
    assert [q.inner.of(text) for q in found] == ["First one.", "Second one.", "Third,", "End."]
    assert [q.continues for q in found] == [True, True, False, False]
    assert [q.closed for q in found] == [False, False, True, True]


def test_a_missing_closing_mark_stops_at_the_line():
    text = '"We will go there, he said.\nThe "other" side waits.'
    assert quoted(text) == ["We will go there, he said.", "other"]
    assert not quotations(text)[0].closed


def test_a_missing_opening_mark_starts_at_the_sentence():
    text = 'The vote failed. We will go there," he said.'
    (found,) = quotations(text)
    assert found.inner.of(text) == "We will go there,"
    assert not found.opened


def test_a_line_break_inside_a_quotation():
    text = '"You know that it matters.\nThis is what they said," Olm said.\nHe left.'
    assert quoted(text) == ["You know that it matters.\nThis is what they said,"]


def test_a_closing_mark_that_slipped_to_the_next_line():
    text = 'Olm answered "No.\n"The two met on Monday, with talks on "a full plan."\nBoth "agreed" on it.'
    assert quoted(text) == ["No.\n", "a full plan.", "agreed"]


MARKS = st.text(alphabet=st.sampled_from("ab s.,\n\"'“”‘’«»`1-"), max_size=60)


@settings(deadline=None)  # a busy machine is no failure
@given(MARKS)
def test_never_crossing_and_within_the_text(text):
    found = quotations(text)
    for q in found:
        assert 0 <= q.start <= q.inner.start <= q.inner.end <= q.end <= len(text)
        for other in found:
            apart = not q.span.overlaps(other.span)
            assert apart or q.span.contains(other.span) or other.span.contains(q.span)


def test_many_marks_take_linear_time():
    assert quotations('"' * 50_000) is not None
    assert quotations("it's 'so' \"and\" " * 10_000)
    assert quotations("")[:] == []
