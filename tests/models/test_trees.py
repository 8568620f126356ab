"""Forests score as they were trained, row by row or all at once, and what is not a forest is named as such."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.models.trees import Forest, packaged

DATA = Path(__file__).parent / "data"


def spread(forest, rows):
    """Rows that fall to many leaves: multiples of the golden ratio, from 0 to 3."""
    return (np.outer(np.arange(1, rows + 1), np.arange(1, len(forest.names) + 1)) * 0.6180339887) % 1 * 3


@pytest.mark.parametrize("name", ["pairs-first", "pairs-second"])
def test_the_packaged_forests_score_as_they_were_trained(name):
    """The expected values are those of the training library's trees, walked node by node."""
    forest = packaged(f"{name}.onnx")
    expected = json.loads((DATA / "forests.json").read_text())[name]
    assert forest.score(spread(forest, len(expected))) == pytest.approx(expected, abs=1e-9)
    assert max(expected) - min(expected) > 0.5


def test_a_row_scores_the_same_alone_and_among_others():
    forest = packaged("pairs-first.onnx")
    table = spread(forest, 300)
    alone = np.concatenate([forest.score(row[None]) for row in table])
    assert np.array_equal(forest.score(table), alone)
    assert np.array_equal(forest.score(table[::-1])[::-1], alone)


def test_no_rows_give_no_scores():
    forest = packaged("pairs-first.onnx")
    assert forest.score(np.zeros((0, len(forest.names)))).shape == (0,)


def test_a_network_that_names_no_features_is_no_forest():
    with pytest.raises(ModelError, match="not a forest"):
        Forest((DATA / "reference.onnx").read_bytes())
