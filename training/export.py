"""A checkpoint as an ONNX graph, built operator by operator, and its int8 copy.

The graph uses ONNX Runtime's fused attention, bias-GELU and skip-norm operators directly, so nothing
depends on what an exporter or a graph optimiser recognises. The encoder's matrices and the embeddings go to
int8 (per channel, activations quantised as they come); the heads stay in fp32, where every bit counts and
little time is spent.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.network import Tagger

Array = npt.NDArray[np.float32]
_MS = "com.microsoft"


class _Graph:
    """Nodes and constants in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def add(self, kind: str, inputs: list[str], out: str, *, domain: str = "", **attributes: object) -> str:
        self.nodes.append(
            helper.make_node(kind, inputs, [out], name=f"{out}.{kind}", domain=domain, **attributes)
        )
        return out

    def linear(self, x: str, name: str, weight: Array, bias: Array | None) -> str:
        out = self.add("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}.product")
        if bias is None:
            return out
        return self.add("Add", [out, self.constant(f"{name}.bias", bias)], name)

    def skip_norm(self, x: str, skip: str, name: str, norm: tuple[Array, Array], bias: Array) -> str:
        parts = [
            self.constant(f"{name}.{n}", v)
            for n, v in (("gamma", norm[0]), ("beta", norm[1]), ("bias", bias))
        ]
        return self.add("SkipLayerNormalization", [x, skip, *parts], name, domain=_MS, epsilon=1e-12)


def build(tagger: Tagger) -> onnx.ModelProto:
    """The fp32 graph: ``ids, features (B, L) -> tags (B, L, 16), links (B, L, 4 D + 2)``."""
    state = {k: v.detach().float().numpy() for k, v in tagger.state_dict().items()}
    graph = _Graph()
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
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_MS, 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9)


def _embeddings(graph: _Graph, state: dict[str, Array]) -> str:
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
    graph.add("LayerNormalization", ["embedded", *norm], "normed", axis=-1, epsilon=1e-12)
    graph.add("Cast", ["ids"], "ids.bool", to=TensorProto.BOOL)
    graph.add("Cast", ["ids.bool"], "mask", to=TensorProto.INT32)
    return "normed"


def _layer(graph: _Graph, w: dict[str, Array], x: str, number: int, heads: int) -> str:
    name = f"layer{number}"
    qkv = [
        graph.constant(f"{name}.qkv.weight", w["qkv.weight"].T),
        graph.constant(f"{name}.qkv.bias", w["qkv.bias"]),
    ]
    mixed = graph.add("Attention", [x, *qkv, "mask"], f"{name}.mixed", domain=_MS, num_heads=heads)
    out = graph.linear(mixed, f"{name}.out", w["out.weight"], None)
    x = graph.skip_norm(out, x, f"{name}.norm1", (w["norm1.weight"], w["norm1.bias"]), w["out.bias"])
    up = graph.linear(x, f"{name}.up", w["up.weight"], None)
    up = graph.add(
        "BiasGelu", [up, graph.constant(f"{name}.up.bias", w["up.bias"])], f"{name}.gelu", domain=_MS
    )
    down = graph.linear(up, f"{name}.down", w["down.weight"], None)
    return graph.skip_norm(down, x, f"{name}.norm2", (w["norm2.weight"], w["norm2.bias"]), w["down.bias"])


def _pointers(graph: _Graph, state: dict[str, Array], x: str) -> None:
    heads = [(p, h) for p in ("to_cue", "to_source") for h in ("query", "key")]
    first = np.concatenate([state[f"{p}.{h}.0.weight"] for p, h in heads])
    hidden = graph.linear(x, "heads.hidden", first, None)
    bias = graph.constant("heads.bias", np.concatenate([state[f"{p}.{h}.0.bias"] for p, h in heads]))
    hidden = graph.add("BiasGelu", [hidden, bias], "heads.gelu", domain=_MS)
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
