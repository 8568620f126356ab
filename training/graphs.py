"""ONNX graphs in the making, and an encoder of 8 bits built operator by operator.

The operators are those that cost ONNX Runtime least on short inputs: one product for queries, keys and
values, biases within products, no copies between layers. A norm over a sum is a ``Sum`` and a
``LayerNormalization``: the fused ``SkipLayerNormalization`` goes number by number and takes seven times as
long, and sums by ``Add`` would be fused into it when a session is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

Array = npt.NDArray[np.float32]
MS = "com.microsoft"
EPSILON = 1e-12

# How much of the difference between inputs goes into the weights. With 0.8 or 0.85 the tagger labels 2.3 to
# 2.5 % of all words otherwise than in full precision, without levels 4.1 (docs/notebook.md).
_LEVEL = 0.85
_LEAST = np.float32(1e-5)


class Graph:
    """Nodes and constants in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, onnx.TensorProto] = {}

    def constant(self, name: str, value: npt.ArrayLike) -> str:
        """Keep ``value`` as ``name``."""
        self.constants[name] = numpy_helper.from_array(np.asarray(value, order="C"), name)
        return name

    def add(self, kind: str, inputs: list[str], out: str, *, domain: str = "", **attributes: object) -> str:
        """A node with one output."""
        self.nodes.append(
            helper.make_node(kind, inputs, [out], name=f"{out}.{kind}", domain=domain, **attributes)
        )
        return out

    def linear(self, x: str, name: str, weight: Array, bias: Array | None) -> str:
        """A product with ``weight`` (out, in) in single precision."""
        out = self.add("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}.product")
        if bias is None:
            return out
        return self.add("Add", [out, self.constant(f"{name}.bias", bias)], name)

    def norm(self, summands: list[str], name: str, norm: tuple[Array, Array]) -> str:
        """The layer norm of a sum."""
        total = self.add("Sum", summands, f"{name}.sum")
        parts = [self.constant(f"{name}.{n}", v) for n, v in zip(("gamma", "beta"), norm, strict=True)]
        return self.add("LayerNormalization", [total, *parts], name, axis=-1, epsilon=EPSILON)

    def looked_up(self, ids: str, name: str, weight: Array) -> str:
        """The rows ``ids`` of a table of 8 bits."""
        rows, scale, zero = table(weight)
        self.add("Gather", [self.constant(f"{name}.weight", rows), ids], f"{name}.rows")
        parts = [self.constant(f"{name}.scale", scale), self.constant(f"{name}.zero", zero)]
        return self.add("DequantizeLinear", [f"{name}.rows", *parts], name)

    def product(self, x: str, name: str, linear: Linear) -> str:
        """A product with weights of 8 bits and its bias; ``x`` is quantised as it comes."""
        x = self._levelled(x, name, linear)
        return self.add("DynamicQuantizeMatMul", [x, *self._small(name, Small.of(linear))], name, domain=MS)

    def attention(self, x: str, name: str, linear: Linear, heads: int) -> str:
        """What heads mix, from one product for queries, keys and values; no piece is masked."""
        x = self._levelled(x, name, linear)
        parts = [f"{x}.{p}" for p in ("quantized", "scale", "zero")]
        self.nodes.append(
            helper.make_node("DynamicQuantizeLinear", [x], parts, name=f"{name}.DynamicQuantizeLinear")
        )
        weight, scale, zero, bias = self._small(name, Small.of(linear))
        inputs = [parts[0], weight, bias, parts[1], scale, "", parts[2], zero]
        return self.add("QAttention", inputs, f"{name}.mixed", domain=MS, num_heads=heads)

    def _levelled(self, x: str, name: str, linear: Linear) -> str:
        if linear.level is None:
            return x
        return self.add("Mul", [x, self.constant(f"{name}.level", linear.level)], f"{name}.in")

    def _small(self, name: str, small: Small) -> list[str]:
        parts: dict[str, npt.ArrayLike] = {
            "weight": small.weight,
            "scale": small.scale,
            "zero": small.zero,
            "bias": small.bias,
        }
        return [self.constant(f"{name}.{part}", value) for part, value in parts.items()]

    def model(
        self, name: str, inputs: dict[str, tuple[int, list[Any]]], outputs: dict[str, list[Any] | None]
    ) -> bytes:
        """The finished graph; inputs by name as type and shape, outputs, all floats, as shapes."""
        body = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(n, kind, shape) for n, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in outputs.items()],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        model = helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="onrecord")
        return bytes(model.SerializeToString())


class Full(Graph):
    """The same operators in single precision: to read levels from, and to be held beside."""

    def looked_up(self, ids: str, name: str, weight: Array) -> str:
        """The rows ``ids`` of a table."""
        return self.add("Gather", [self.constant(f"{name}.weight", weight), ids], name)

    def product(self, x: str, name: str, linear: Linear) -> str:
        """A product and its bias."""
        return self.linear(self._levelled(x, name, linear), name, linear.weight, linear.bias)

    def attention(self, x: str, name: str, linear: Linear, heads: int) -> str:
        """What heads mix."""
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        product = self.product(x, name, linear)
        self.nodes.append(helper.make_node("Split", [product], parts, name=f"{name}.split", axis=-1))
        return self.add("MultiHeadAttention", parts, f"{name}.mixed", domain=MS, num_heads=heads)


@dataclass(frozen=True)
class Linear:
    """A linear layer: ``weight`` (out, in), ``bias`` (out,); its inputs are multiplied by ``level`` first."""

    weight: Array
    bias: Array
    level: Array | None = None

    def levelled(self, reach: Array) -> Linear:
        """The same layer for inputs of about one size; ``reach``: how far each one goes, as seen on texts."""
        widest = np.maximum(np.abs(self.weight).max(axis=0), _LEAST)
        size = np.maximum(reach, _LEAST) ** _LEVEL / widest ** (1 - _LEVEL)
        size = (size / np.exp(np.log(size).mean())).astype(np.float32)
        return Linear(self.weight * size, self.bias, 1 / size)


@dataclass(frozen=True)
class Small:
    """A linear layer in 8 bits: ``weight`` (in, out), ``scale`` and ``bias`` (out,); its zero is zero."""

    weight: npt.NDArray[np.int8]
    scale: Array
    bias: Array

    @property
    def zero(self) -> npt.NDArray[np.int8]:
        """The zero point of every column."""
        return np.zeros(len(self.scale), np.int8)

    @classmethod
    def of(cls, linear: Linear) -> Small:
        """Quantise weights, each row by its greatest number."""
        scale = (np.abs(linear.weight).max(axis=1) / np.float32(127)).astype(np.float32)
        whole = np.clip(np.rint(linear.weight / scale[:, None]), -127, 127).astype(np.int8)
        return cls(np.ascontiguousarray(whole.T), scale, linear.bias)


@dataclass(frozen=True)
class Layer:
    """One layer of a BERT encoder; a norm is its weights and its biases."""

    qkv: Linear
    out: Linear
    first: tuple[Array, Array]
    up: Linear
    down: Linear
    second: tuple[Array, Array]

    def build(self, graph: Graph, x: str, name: str, heads: int) -> str:
        """Add the layer over the states ``x``."""
        mixed = graph.attention(x, f"{name}.qkv", self.qkv, heads)
        x = graph.norm([graph.product(mixed, f"{name}.out", self.out), x], f"{name}.first", self.first)
        up = graph.add("Gelu", [graph.product(x, f"{name}.up", self.up)], f"{name}.gelu", domain=MS)
        return graph.norm([graph.product(up, f"{name}.down", self.down), x], f"{name}.second", self.second)


@dataclass(frozen=True)
class Encoder:
    """A BERT encoder but for its table of word pieces, whose ``scale`` and ``zero`` it has."""

    scale: np.float32
    zero: np.uint8
    places: Array
    types: Array
    norm: tuple[Array, Array]
    layers: tuple[Layer, ...]
    heads: int = 12

    def build(self, graph: Graph, types: str) -> str:
        """Add the encoder over ``rows (1, L, W)`` of the table; ``types``: one row, or one a piece."""
        scale, zero = graph.constant("words.scale", self.scale), graph.constant("words.zero", self.zero)
        graph.add("DequantizeLinear", ["rows", scale, zero], "words")
        graph.add("Shape", ["rows"], "length", start=1, end=2)
        first, axis = graph.constant("first", np.array([0])), graph.constant("axis", np.array([0]))
        graph.add("Slice", [graph.constant("places", self.places), first, "length", axis], "placed")
        x = graph.norm(["words", types, "placed"], "embedded", self.norm)
        for number, layer in enumerate(self.layers):
            x = layer.build(graph, x, f"layer{number}", self.heads)
        return x


def table(weight: Array) -> tuple[npt.NDArray[np.uint8], np.float32, np.uint8]:
    """A table of 8 bits with its scale and zero, over the range of all its numbers."""
    low, high = min(float(weight.min()), 0.0), max(float(weight.max()), 0.0)
    scale = np.float32((high - low) / 255)
    zero = np.uint8(round(-low / scale))
    return np.clip(np.rint(weight / scale) + zero, 0, 255).astype(np.uint8), scale, zero
