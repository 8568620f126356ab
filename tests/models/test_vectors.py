"""Packaged sentence vectors: unit length, the same on every call, nearer in meaning means nearer."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.models.vectors import WIDTH, packaged


def vector(sentence):
    return packaged().encode(sentence.split())


def test_vectors_are_unit_rows_and_repeatable():
    one = vector("The harbour stays shut until every crane is certified")
    assert one.shape == (WIDTH,)
    assert float(np.linalg.norm(one)) == pytest.approx(1.0, abs=1e-3)
    assert np.array_equal(one, vector("The harbour stays shut until every crane is certified"))


def test_no_words_give_zeros_and_very_many_are_cut():
    assert not vector("").any()
    assert vector("ferry " * 5000).shape == (WIDTH,)


def test_a_paraphrase_is_nearer_than_another_matter():
    said = vector("the minister will step down next month")
    same = vector("she is going to resign in a few weeks")
    other = vector("the ferry timetable changes in winter")
    assert said @ same > said @ other + 0.2


def test_a_sentence_is_encoded_once_and_nobody_changes_its_vector():
    once = vector("the harbour of Tarn is shut")
    assert vector("the harbour of Tarn is shut") is once
    with pytest.raises(ValueError, match="read-only"):
        once[0] = 1.0
