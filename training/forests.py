"""Fitted trees as an ONNX graph: one ``TreeEnsemble`` node and the bias.

Everything is double, as in training: a threshold rounded to single precision sends rows that lie on it the
other way. The names of the features, in order, and the version travel in the graph's metadata, where
``onrecord.models.trees`` looks for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Numbers = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]

_SUM, _AT_MOST = 1, 0  # aggregate function and node mode, as the operator counts them


@dataclass(frozen=True)
class Tree:
    """One binary tree, all arrays with one entry per node, the root first.

    ``feature``: column asked, -1 at a leaf; ``threshold``: rows with at most this go to node ``left``, others
    to ``right``; ``value``: what a leaf adds to the log-odds.
    """

    feature: Places
    threshold: Numbers
    left: Places
    right: Places
    value: Numbers


def build(trees: Sequence[Tree], names: Sequence[str], bias: float, version: str) -> bytes:
    """The graph ``features (N, len(names)) -> odds (N, 1)``, serialised."""
    ensemble = helper.make_node(
        "TreeEnsemble", ["features"], ["sum"], domain="ai.onnx.ml",
        n_targets=1, aggregate_function=_SUM, post_transform=0, **_attributes(trees),
    )  # fmt: skip
    add = helper.make_node("Add", ["sum", "bias"], ["odds"])
    body = helper.make_graph(
        [ensemble, add],
        "forest",
        [helper.make_tensor_value_info("features", TensorProto.DOUBLE, ["rows", len(names)])],
        [helper.make_tensor_value_info("odds", TensorProto.DOUBLE, ["rows", 1])],
        [numpy_helper.from_array(np.array([bias]), "bias")],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 5)]
    model = helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="onrecord")
    helper.set_model_props(model, {"features": " ".join(names), "version": version})
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def _attributes(trees: Sequence[Tree]) -> dict[str, object]:
    """The operator's arrays: inner nodes and leaves are numbered apart, over all trees."""
    whole = [_grown(tree) for tree in trees]
    leaf = np.concatenate([tree.feature < 0 for tree in whole])
    number = np.where(leaf, np.cumsum(leaf) - 1, np.cumsum(~leaf) - 1)
    sizes = np.array([len(tree.feature) for tree in whole])
    begin = np.cumsum(sizes) - sizes
    left = np.concatenate([tree.left + at for tree, at in zip(whole, begin, strict=True)])[~leaf]
    right = np.concatenate([tree.right + at for tree, at in zip(whole, begin, strict=True)])[~leaf]
    inner = int((~leaf).sum())
    return {
        "tree_roots": number[begin].tolist(),
        "nodes_featureids": np.concatenate([tree.feature for tree in whole])[~leaf].tolist(),
        "nodes_splits": numpy_helper.from_array(np.concatenate([t.threshold for t in whole])[~leaf]),
        "nodes_modes": numpy_helper.from_array(np.full(inner, _AT_MOST, np.uint8)),
        "nodes_truenodeids": number[left].tolist(),
        "nodes_trueleafs": leaf[left].astype(int).tolist(),
        "nodes_falsenodeids": number[right].tolist(),
        "nodes_falseleafs": leaf[right].astype(int).tolist(),
        "leaf_targetids": [0] * int(leaf.sum()),
        "leaf_weights": numpy_helper.from_array(np.concatenate([t.value for t in whole])[leaf]),
    }


def _grown(tree: Tree) -> Tree:
    """``tree`` without the nodes that no row comes to; a leaf alone becomes a root with that leaf twice."""
    if tree.feature[0] < 0:
        value = tree.value[0]
        return Tree(
            np.array([0, -1, -1]), np.zeros(3), np.array([1, 0, 0]), np.array([2, 0, 0]), np.full(3, value)
        )
    reached = [0]
    for node in reached:
        if tree.feature[node] >= 0:
            reached += [int(tree.left[node]), int(tree.right[node])]
    kept = np.array(reached)
    new = np.zeros(len(tree.feature), np.int64)
    new[kept] = np.arange(len(kept))
    inner = tree.feature[kept] >= 0
    left, right = (np.where(inner, new[side[kept]], 0) for side in (tree.left, tree.right))
    return Tree(tree.feature[kept], tree.threshold[kept], left, right, tree.value[kept])
