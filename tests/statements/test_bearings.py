"""Rows of numbers at words, and how two of them fit."""

from __future__ import annotations

import hashlib

import numpy as np

from builders import article
from onrecord.models.encoding import Window
from onrecord.models.manifest import PACKAGED
from onrecord.statements import default_tagger
from onrecord.statements.bearings import Bearings


def window(starts):
    """Words of one piece each at offsets, ``[CLS]`` before and ``[SEP]`` behind."""
    at = np.array([-1, *starts, -1])
    none = np.zeros(len(at), np.int64)
    return Window(none, none, at, at + 1, np.arange(1, len(at)), none)


def test_a_fit_is_a_question_times_both_answers_and_a_likelihood():
    bearings = Bearings()
    rows = np.zeros((4, 7), np.float32)  # question, answer, name: two numbers each; likelihood
    rows[1] = [0, 0, 1, 2, 9, 9, 0.5]
    rows[2] = [1, 3, 9, 9, 9, 9, 9]
    bearings.add(window([0, 4]), rows)
    later = np.zeros((3, 7), np.float32)
    later[1] = [9, 9, 9, 9, 2, 1, 9]
    bearings.add(window([9]), later)
    assert bearings.fit(4, 0, 9) == 1 * (1 + 2) + 3 * (2 + 1) + 0.5
    assert bearings.fit(4, 0, 5) == bearings.fit(3, 0, 9) == 0.0


def test_a_head_that_is_not_there_tells_nothing():
    bearings = Bearings()
    bearings.add(window([0, 4]), np.zeros((4, 0), np.float32))
    assert bearings.fit(4, 0, 0) == 0.0


def test_the_head_is_the_one_that_was_learned_for_this_tagger():
    tagger = hashlib.sha256(PACKAGED.read("tagger.onnx")).hexdigest().encode()
    assert tagger in PACKAGED.read("meant.onnx")


def test_what_the_packaged_tagger_has_read_says_something_of_every_word():
    text = "Ann Brill, the mayor, praised Tom Dole because she liked the dam."
    (reading,) = default_tagger().read([article(text)])
    she, *others = (text.index(w) for w in ("she", "Brill", "Dole", "the mayor"))
    fits = [reading.bearings.fit(she, other, other) for other in others]
    assert all(fits)
    assert len(set(fits)) == len(fits)
