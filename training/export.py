"""A checkpoint as an ONNX graph, built operator by operator, and its int8 copy.

The graph uses ONNX Runtime's fused attention and bias-GELU operators directly, so nothing depends on what an
exporter or a graph optimiser recognises. The encoder's matrices and the embeddings go to
int8 (per channel, activations quantised as they come); the heads stay in fp32, where every bit counts and
little time is spent.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.graphs import EPSILON, MS, Array, Graph
from training.network import Tagger


def build(tagger: Tagger) -> onnx.ModelProto:
    """The fp32 graph: ``ids, features (B, L) -> tags (B, L, 16), links (B, L, 4 D + 2)``."""
    state = {k: v.detach().float().numpy() for k, v in tagger.state_dict().items()}
    graph = Graph()
    x = _embeddings(graph, state)
    shape = tagger.encoder.shape
    for number in range(shape.layers):
        x = _layer(
            graph,
            {k.split(".", 3)[3]: v for k, v in state.items() if k.startswith(f"encoder.layers.{number}.")},
            x,
            number,
            shape.heads,
        )
    tags = np.concatenate([state["roles.weight"], state["names.weight"]])
    graph.linear(x, "tags", tags, np.concatenate([state["roles.bias"], state["names.bias"]]))
    _pointers(graph, state, x)
    sizes = [
        len(tags),
        sum(len(state[f"{p}.{h}.2.bias"]) for p in ("to_cue", "to_source") for h in ("query", "key")),
    ]
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "length", size])
        for name, size in zip(("tags", "links"), sizes, strict=True)
    ]
    inputs = [
        helper.make_tensor_value_info(n, TensorProto.INT64, ["batch", "length"]) for n in ("ids", "features")
    ]
    body = helper.make_graph(graph.nodes, "tagger", inputs, outputs, list(graph.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9)


def _embeddings(graph: Graph, state: dict[str, Array]) -> str:
    cases, quotes = state["encoder.cases.weight"], state["encoder.quotes.weight"]
    table = (cases[:, None] + quotes[None]).reshape(-1, cases.shape[1])
    graph.add("Gather", [graph.constant("words.weight", state["encoder.words.weight"]), "ids"], "words")
    graph.add("Gather", [graph.constant("feature.weight", table), "features"], "feature")
    graph.add("Shape", ["ids"], "shape")
    graph.add("Gather", ["shape", graph.constant("one", np.array([1], np.int64))], "length", axis=0)
    zero = graph.constant("zero", np.array([0], np.int64))
    places = graph.constant("positions.weight", state["encoder.positions.weight"])
    graph.add("Slice", [places, zero, "length", zero], "positions")
    graph.add("Add", ["words", "feature"], "words.feature")
    graph.add("Add", ["words.feature", "positions"], "embedded")
    norm = [graph.constant(f"norm.{p}", state[f"encoder.norm.{p}"]) for p in ("weight", "bias")]
    graph.add("LayerNormalization", ["embedded", *norm], "normed", axis=-1, epsilon=EPSILON)
    graph.add("Cast", ["ids"], "ids.bool", to=TensorProto.BOOL)
    graph.add("Cast", ["ids.bool"], "mask", to=TensorProto.INT32)
    return "normed"


def _layer(graph: Graph, w: dict[str, Array], x: str, number: int, heads: int) -> str:
    name = f"layer{number}"
    qkv = [
        graph.constant(f"{name}.qkv.weight", w["qkv.weight"].T),
        graph.constant(f"{name}.qkv.bias", w["qkv.bias"]),
    ]
    mixed = graph.add("Attention", [x, *qkv, "mask"], f"{name}.mixed", domain=MS, num_heads=heads)
    out = graph.linear(mixed, f"{name}.out", w["out.weight"], None)
    bias = graph.constant(f"{name}.out.bias", w["out.bias"])
    x = graph.norm([out, x, bias], f"{name}.norm1", (w["norm1.weight"], w["norm1.bias"]))
    up = graph.linear(x, f"{name}.up", w["up.weight"], None)
    up = graph.add(
        "BiasGelu", [up, graph.constant(f"{name}.up.bias", w["up.bias"])], f"{name}.gelu", domain=MS
    )
    down = graph.linear(up, f"{name}.down", w["down.weight"], None)
    bias = graph.constant(f"{name}.down.bias", w["down.bias"])
    return graph.norm([down, x, bias], f"{name}.norm2", (w["norm2.weight"], w["norm2.bias"]))


def _pointers(graph: Graph, state: dict[str, Array], x: str) -> None:
    heads = [(p, h) for p in ("to_cue", "to_source") for h in ("query", "key")]
    first = np.concatenate([state[f"{p}.{h}.0.weight"] for p, h in heads])
    hidden = graph.linear(x, "heads.hidden", first, None)
    bias = graph.constant("heads.bias", np.concatenate([state[f"{p}.{h}.0.bias"] for p, h in heads]))
    hidden = graph.add("BiasGelu", [hidden, bias], "heads.gelu", domain=MS)
    names = [f"heads.{p}.{h}.in" for p, h in heads]
    graph.nodes.append(helper.make_node("Split", [hidden], names, name="heads.split", axis=-1))
    outs = [
        graph.linear(n, f"heads.{p}.{h}", state[f"{p}.{h}.2.weight"], state[f"{p}.{h}.2.bias"])
        for n, (p, h) in zip(names, heads, strict=True)
    ]
    graph.add("Concat", outs, "links", axis=-1)


def export(tagger: Tagger, fp32: Path, int8: Path) -> None:
    """Write both graphs."""
    model = build(tagger)
    onnx.save(model, fp32)
    heads = [n.name for n in model.graph.node if n.output[0].startswith(("heads.", "tags"))]
    quantize_dynamic(
        fp32, int8, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=heads,
        op_types_to_quantize=["MatMul", "Attention", "Gather"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )  # fmt: skip
