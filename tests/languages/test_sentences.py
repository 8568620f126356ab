"""Sentences end at full stops that are not abbreviations, at newlines, and where a break was lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages.sentences import LONGEST, sentences


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
        ["Spokesman Mark C. Tovik met Ann P. Olm.", "It was c. 1900."],
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


@pytest.mark.parametrize(
    "text", ["word " * 20_000, "." * 100_000, "a" * 9_000, " x" + " " * 9_000 + "y" * 9_000]
)
def test_a_text_without_an_end_is_cut_at_a_blank_where_it_has_one(text):
    spans = sentences(text)
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert "".join(span.of(text) for span in spans).replace(" ", "") == text.replace(" ", "")
    if text.startswith("word"):
        assert {span.of(text)[:5] for span in spans} == {"word "}


def test_the_longest_sentence_is_one():
    assert len(sentences("word " * (LONGEST // 5))) == 1
