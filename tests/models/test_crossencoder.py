"""The network that reads two passages together: which pieces are marked, and what it makes of meaning."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.models.crossencoder import LONGEST, NAME, joined, packaged


def passage(text, marked=None, speaker="Oda Reve"):
    low = text.index(marked) if marked else 0
    return packaged().read(speaker, text, [(low, low + len(marked or text))])


def test_only_the_pieces_of_the_marked_words_are_marked():
    found = passage("Reve said on Monday the quay stays shut.", "the quay stays shut")
    assert len(found.ids) == len(found.marks)
    assert sum(found.marks) == 4
    assert found.marks[-1] == 0


def test_a_passage_without_marks_is_marked_whole():
    found = packaged().read("Reve", "The quay stays shut.", [])
    assert sum(found.marks) == 5


def test_a_long_sentence_is_cut_around_the_marked_words():
    text = "The ferry ran " + "and ran " * 200 + "until the quay was shut for good"
    found = passage(text, "quay was shut")
    assert len(found.ids) <= NAME + LONGEST
    assert sum(found.marks) == 3


@given(st.text(max_size=300), st.text(max_size=80), st.integers(0, 300), st.integers(0, 300))
def test_any_text_is_read_and_marked(text, speaker, start, end):
    found = packaged().read(speaker, text, [(min(start, end), max(start, end))])
    assert len(found.ids) == len(found.marks) <= NAME + LONGEST
    assert set(found.marks) <= {0, 1}


def test_the_marks_of_both_passages_lie_apart():
    one, two = passage("The quay is shut."), passage("It is closed.")
    ids, first, second = joined(one, two)
    assert len(ids) == len(first) == len(second)
    assert not any(a and b for a, b in zip(first, second, strict=True))


def test_a_paraphrase_is_likelier_than_another_point_of_the_same_speaker():
    said = passage("“I will not stand for a second term,” Reve said.", "I will not stand for a second term")
    told = passage("Reve announced that she would not seek re-election.", "she would not seek re-election")
    other = passage("Reve said the harbour tax would fall in spring.", "the harbour tax would fall in spring")
    assert packaged().score(said, told) > packaged().score(said, other) + 1
    assert packaged().score(said, told) == pytest.approx(packaged().score(said, told))
