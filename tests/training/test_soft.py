"""Soft labels come back as they were kept, and keep what a word most likely points to."""

from __future__ import annotations

import numpy as np
import pytest
from training.data import IGNORED, Example
from training.soft import Pointing, Soft, Taught, read, write

from onrecord.models.encoding import Encoder

PIECES = Encoder("[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\npier\nstays\nshut\n,\nshe\nsaid")


def taught(text: str, cue: int) -> Taught:
    (window,) = PIECES.windows(PIECES.pieces(text, [(0, len(text))]), 64)
    count = len(window.words)
    gold = [np.full(count, IGNORED, np.int64) for _ in range(4)]
    sure = np.zeros((2, count + 1), np.float32)
    sure[:, cue], sure[:, 0] = 0.75, 0.25
    pointing = Pointing.of(np.array([0, 1]), sure)
    nobody = Pointing.of(np.zeros(0, np.int64), np.zeros((0, count + 1), np.float32))
    roles, names = np.full((count, 7), 0.125, np.float32), np.full((count, 9), 0.0625, np.float32)
    return Taught(Example(window, *gold), Soft(roles, np.eye(7, dtype=np.float32), names, pointing, nobody))


def test_windows_of_any_length_come_back_in_their_order(tmp_path):
    kept = [taught("the pier stays shut, she said", 6), taught("she said", 2)]
    write(tmp_path / "0.npz", kept)
    assert [path.name for path in tmp_path.iterdir()] == ["0.npz"]
    for before, after in zip(kept, read(tmp_path / "0.npz"), strict=True):
        assert np.array_equal(before.example.window.ids, after.example.window.ids)
        assert np.array_equal(before.example.roles, after.example.roles)
        assert np.array_equal(before.soft.roles, after.soft.roles)
        assert np.array_equal(before.soft.moves, after.soft.moves)
        assert np.array_equal(before.soft.cue.targets, after.soft.cue.targets)
        assert after.soft.source.words.shape == (0,)


def test_the_likeliest_targets_are_kept_and_share_the_rest():
    told = Pointing.of(np.array([3]), np.array([[0.1, 0.6, 0.0, 0.3]], np.float32), kept=2)
    assert told.targets.tolist() == [[1, 3]]
    assert told.shares.tolist() == [pytest.approx([2 / 3, 1 / 3])]
