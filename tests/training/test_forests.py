"""Trees written as a graph send every row to the leaf that the trees themselves do."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnx", reason="only training needs it")

from training.forests import Tree, build

from onrecord.models.trees import Forest


def tree(feature, threshold, left, right, value):
    return Tree(
        np.array(feature), np.array(threshold, float), np.array(left), np.array(right), np.array(value, float)
    )


# Is feature 0 at most 0.5? then -2, else by feature 1; the last two nodes are never reached.
BRANCHED = tree([0, -1, 1, -1, -1, 9, -1], [0.5, 0, 0.1, 0, 0, 0, 0], [1, 0, 3, 0, 0, 6, 0], [2, 0, 4, 0, 0, 6, 0],
                [0, -2, 0, 0, 2, 0, 7])  # fmt: skip
LEAF = tree([-1], [0], [0], [0], [0.25])


def odds(trees, rows, bias=0.0):
    forest = Forest(build(trees, ("overlap", "same"), bias, "stump"))
    assert (forest.names, forest.version) == (("overlap", "same"), "stump")
    scores = forest.score(np.array(rows, float))
    return np.log(scores / (1 - scores)).round(9).tolist()


def test_rows_fall_to_their_leaves():
    assert odds([BRANCHED], [[0.2, 1], [0.9, 0], [0.9, 1]]) == [-2, 0, 2]


def test_a_row_on_a_threshold_goes_left_and_one_just_above_it_right():
    above = np.nextafter(0.5, 1)
    assert odds([BRANCHED], [[0.5, 1], [above, 1], [1, 0.1], [1, np.nextafter(0.1, 1)]]) == [-2, 2, 0, 2]


def test_trees_and_bias_add_up():
    assert odds([BRANCHED, LEAF, BRANCHED], [[0.2, 1], [0.9, 1]], bias=0.5) == [-3.25, 4.75]
