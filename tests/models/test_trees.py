"""Forests of trees score the same after being saved, and damaged files are named as such."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.models.trees import Forest, load

# One tree: is feature 0 at most 0.5? then -2, else by feature 1.
STUMP = Forest(
    names=("overlap", "same"),
    feature=np.array([0, -1, 1, -1, -1], dtype=np.int32),
    threshold=np.array([0.5, 0, 0.1, 0, 0]),
    left=np.array([1, 0, 3, 0, 0], dtype=np.int32),
    right=np.array([2, 0, 4, 0, 0], dtype=np.int32),
    value=np.array([0, -2.0, 0, 0.0, 2.0]),
    offset=np.array([0], dtype=np.int32),
    bias=0.0,
    version="stump",
)


def test_rows_fall_to_their_leaves():
    table = np.array([[0.2, 1.0], [0.9, 0.0], [0.9, 1.0]])
    assert STUMP.score(table) == pytest.approx([0.1192, 0.5, 0.8808], abs=1e-4)
    assert STUMP.score(table[:0]).shape == (0,)


def test_a_saved_forest_scores_the_same(tmp_path):
    STUMP.save(tmp_path / "stump.npz")
    again = load(tmp_path / "stump.npz")
    table = np.random.default_rng(5).random((50, 2))
    assert again.names == STUMP.names
    assert np.allclose(again.score(table), STUMP.score(table))


def test_a_missing_or_damaged_file_is_a_model_error(tmp_path):
    (tmp_path / "bad.npz").write_bytes(b"no forest")
    for name in ("bad.npz", "none.npz"):
        with pytest.raises(ModelError, match=name):
            load(tmp_path / name)
