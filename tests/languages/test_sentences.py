"""Sentences end at full stops that are not abbreviations, at newlines, and where a break was lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.sentences import sentences


def split(text):
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Olm met Dr. Aster.", "They spoke."],
        ["The U.S. Navy left at 4 p.m. Tuesday.", "It came back."],
        ["Officials left the U.S.", "The embassy closed."],
        ["J. R. Hale wrote to Gen. Tovik on Jan. 5.", "Nobody replied."],
        ['"We will go."', "He left."],
        ['"Will you go?" Mira Holt asked.', "She paused."],
        ["“Never!” he said.", "(It was a joke.)", "“Ever?”"],
        ["It cost $3.5 million, vs. 2.4 before.", "Then it fell."],
        ["Was it so?", "Yes!", "It was..."],
        ["traditions...and more of it.", "End"],
        ["He gave No. 5 to the chair of Karst Corp. in May.", "No.", "It stayed."],
        ["The report cites Art. 12.", "3 members left."],
    ],
)
def test_full_stops(parts):
    assert split(" ".join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("growth over Velland.Minister Olm left", ["growth over Velland.", "Minister Olm left"]),
        ('no drills".The minister left', ['no drills".', "The minister left"]),
        ('It is over."We agree," she said', ["It is over.", '"We agree," she said']),
        ("in 2002.In 1962 it began", ["in 2002.", "In 1962 it began"]),
        ("write to press@karst.Gov or www.Karst.Gov now", ["write to press@karst.Gov or www.Karst.Gov now"]),
        ("one line\nanother line", ["one line", "another line"]),
    ],
)
def test_lost_breaks(text, parts):
    assert split(text) == parts


@settings(deadline=None)  # a busy machine is no failure
@given(st.text(alphabet=st.sampled_from("aB.!? \n\"'”“’1…()MrU"), max_size=80))
def test_every_visible_character_lies_in_exactly_one_sentence(text):
    spans = sentences(text)
    covered = [i for span in spans for i in range(span.start, span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
    assert spans == sorted(spans)


def test_a_part_of_the_text():
    text = "One. Two is here. Three."
    assert [s.of(text) for s in sentences(text, 5, 17)] == ["Two is here."]


def test_long_text_without_an_end():
    assert len(sentences("word " * 200_000)) == 1
    assert len(sentences("." * 100_000)) == 1
