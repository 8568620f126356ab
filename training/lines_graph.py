"""The line tagger's network as an ONNX graph, built operator by operator; its lists go into the metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

# Words of a line with a place of their own: so many at its beginning and at its end.
FIRST_SLOTS, LAST_SLOTS = 5, 4


def graph(state: Mapping[str, Any], lists: Mapping[str, object]) -> bytes:
    """``words, cases (L, W) int64, numbers (L, N) -> scores (L, K)``, as a serialised model."""
    weights = {name: value.detach().float().numpy() for name, value in state.items()}
    hidden = weights["over.weight_hh_l0"].shape[1]
    inputs = [
        helper.make_tensor_value_info("word_ids", TensorProto.INT64, ["lines", None]),
        helper.make_tensor_value_info("case_ids", TensorProto.INT64, ["lines", None]),
        helper.make_tensor_value_info("numbers", TensorProto.FLOAT, ["lines", None]),
    ]
    outputs = [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["lines", None])]
    made = helper.make_graph(
        _nodes(hidden),
        "lines",
        inputs,
        outputs,
        [numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in _constants(weights, hidden).items()],
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    helper.set_model_props(
        model, {k: json.dumps(v, ensure_ascii=False, separators=(",", ":")) for k, v in lists.items()}
    )
    onnx.checker.check_model(model)
    return model.SerializeToString()


def _constants(weights: Mapping[str, np.ndarray], hidden: int) -> dict[str, np.ndarray]:
    """The weights, and the numbers that nodes ask for by name."""
    return {
        "words": weights["words.weight"].astype(np.float16),
        "cases": weights["cases.weight"],
        "joined": weights["joined.weight"].T,
        "joined.bias": weights["joined.bias"],
        "scores": weights["scores.weight"].T,
        "scores.bias": weights["scores.bias"],
        "zero": np.array([0], np.int64),
        "zero_id": np.array(0, np.int64),
        "one": np.array([1], np.int64),
        "two": np.array([2], np.int64),
        "first": np.array([FIRST_SLOTS], np.int64),
        "last": np.array([-LAST_SLOTS], np.int64),
        "end": np.array([2**31], np.int64),
        "flat": np.array([0, -1], np.int64),
        "flat_over": np.array([0, 2 * hidden], np.int64),
        "least": np.array(1.0, np.float32),
    } | _recurrent(weights)


def _nodes(hidden: int) -> list[onnx.NodeProto]:
    """The operators, in order."""
    return [
        _node("Gather", ["words", "word_ids"], "embedded16"),
        _node("Cast", ["embedded16"], "embedded_words", to=TensorProto.FLOAT),
        _node("Gather", ["cases", "case_ids"], "embedded_cases"),
        _node("Add", ["embedded_words", "embedded_cases"], "embedded_all"),
        _node("Greater", ["word_ids", "zero_id"], "there"),
        _node("Cast", ["there"], "there_number", to=TensorProto.FLOAT),
        _node("Unsqueeze", ["there_number", "two"], "mask"),
        _node("Mul", ["embedded_all", "mask"], "embedded"),
        _node("ReduceSum", ["embedded", "one"], "sum", keepdims=0),
        _node("ReduceSum", ["mask", "one"], "count", keepdims=0),
        _node("Max", ["count", "least"], "counted"),
        _node("Div", ["sum", "counted"], "mean"),
        _node("Slice", ["embedded", "zero", "first", "one"], "firsts"),
        _node("Slice", ["embedded", "last", "end", "one"], "lasts"),
        _node("Concat", ["firsts", "lasts"], "placed", axis=1),
        _node("Reshape", ["placed", "flat"], "flattened"),
        _node("Concat", ["flattened", "mean", "numbers"], "features", axis=1),
        _node("MatMul", ["features", "joined"], "joined.product"),
        _node("Add", ["joined.product", "joined.bias"], "joined.sum"),
        _node("Tanh", ["joined.sum"], "x"),
        _node("Unsqueeze", ["x", "one"], "sequence"),
        helper.make_node(
            "GRU",
            ["sequence", "over.w", "over.r", "over.b"],
            ["over.out"],
            direction="bidirectional",
            hidden_size=hidden,
            linear_before_reset=1,
        ),
        # (L, 2, 1, H) -> (L, 2 H)
        _node("Reshape", ["over.out", "flat_over"], "over"),
        _node("Concat", ["x", "over"], "both", axis=1),
        _node("MatMul", ["both", "scores"], "scores.product"),
        _node("Add", ["scores.product", "scores.bias"], "out"),
    ]


def _node(kind: str, inputs: list[str], out: str, **attributes: object) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [out], **attributes)


def _recurrent(weights: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Torch keeps the gates as reset, update, new; ONNX as update, reset, hidden."""

    def turned(value: np.ndarray) -> np.ndarray:
        reset, update, new = np.split(value, 3)
        return np.concatenate([update, reset, new])

    sides = ("", "_reverse")
    return {
        "over.w": np.stack([turned(weights[f"over.weight_ih_l0{s}"]) for s in sides]),
        "over.r": np.stack([turned(weights[f"over.weight_hh_l0{s}"]) for s in sides]),
        "over.b": np.stack(
            [
                np.concatenate(
                    [turned(weights[f"over.bias_ih_l0{s}"]), turned(weights[f"over.bias_hh_l0{s}"])]
                )
                for s in sides
            ]
        ),
    }


def state(model: bytes) -> tuple[dict[str, np.ndarray], dict[str, list[str]]]:
    """The weights of a graph that ``graph`` made, as they went in, and its lists."""
    read = onnx.load_from_string(model)
    held = {each.name: numpy_helper.to_array(each) for each in read.graph.initializer}
    found = {
        "words.weight": held["words"].astype(np.float32),
        "cases.weight": held["cases"],
        "joined.weight": held["joined"].T,
        "joined.bias": held["joined.bias"],
        "scores.weight": held["scores"].T,
        "scores.bias": held["scores.bias"],
    }
    for number, side in enumerate(("", "_reverse")):
        found[f"over.weight_ih_l0{side}"] = _turned_back(held["over.w"][number])
        found[f"over.weight_hh_l0{side}"] = _turned_back(held["over.r"][number])
        inner, own = np.split(held["over.b"][number], 2)
        found[f"over.bias_ih_l0{side}"], found[f"over.bias_hh_l0{side}"] = map(_turned_back, (inner, own))
    return found, {prop.key: json.loads(prop.value) for prop in read.metadata_props}


def _turned_back(value: np.ndarray) -> np.ndarray:
    update, reset, new = np.split(value, 3)
    return np.concatenate([reset, update, new])
