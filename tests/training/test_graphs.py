"""An encoder in 8 bits computes what it does in full precision, the nearer for inputs on one level."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("onnx", reason="only training needs it")

from onnx import TensorProto
from training.graphs import Full, Graph, Linear

from onrecord.models.runtime import session

WIDTH = 48
RANDOM = np.random.default_rng(5)
# As in a trained encoder, a few inputs reach much further than the rest.
STATES = RANDOM.normal(size=(1, 40, WIDTH)).astype(np.float32)
STATES[..., 3] *= 40
LINEAR = Linear(RANDOM.normal(size=(72, WIDTH)).astype(np.float32), RANDOM.normal(size=72).astype(np.float32))


def product(graph, linear):
    graph.product("states", "out", linear)
    made = graph.model("one", {"states": (TensorProto.FLOAT, [1, "length", WIDTH])}, {"out": None})
    return session(made).run(["out"], {"states": STATES})[0]


def levelled():
    return LINEAR.levelled(np.abs(STATES).max(axis=(0, 1)))


def test_a_level_changes_nothing_in_full_precision():
    assert np.abs(product(Full(), levelled()) - STATES @ LINEAR.weight.T - LINEAR.bias).max() < 1e-3


def test_inputs_on_one_level_lose_less_in_8_bits():
    exact = product(Full(), LINEAR)
    plain, level = (np.abs(product(Graph(), linear) - exact).mean() for linear in (LINEAR, levelled()))
    assert level < plain / 2


def test_heads_mix_in_8_bits_what_they_mix_in_full_precision():
    mixed = []
    linear = Linear(
        RANDOM.normal(size=(3 * WIDTH, WIDTH)).astype(np.float32) / 20, np.zeros(3 * WIDTH, np.float32)
    )
    states = STATES / 40
    for graph in (Full(), Graph()):
        graph.attention("states", "layer", linear, 4)
        made = graph.model(
            "one", {"states": (TensorProto.FLOAT, [1, "length", WIDTH])}, {"layer.mixed": None}
        )
        mixed.append(session(made).run(None, {"states": states})[0])
    assert np.abs(mixed[0] - mixed[1]).mean() < 0.05 * np.abs(mixed[0]).mean()
