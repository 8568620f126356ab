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

    def product(self, x: str, name: str, small: Small) -> str:
        """A product with weights of 8 bits and its bias; ``x`` is quantised as it comes."""
        return self.add("DynamicQuantizeMatMul", [x, *self._small(name, small)], name, domain=MS)

    def attention(self, x: str, name: str, small: Small, heads: int) -> str:
        """What heads mix, from one product for queries, keys and values; no piece is masked."""
        parts = [f"{x}.{p}" for p in ("quantized", "scale", "zero")]
        self.nodes.append(
            helper.make_node("DynamicQuantizeLinear", [x], parts, name=f"{name}.DynamicQuantizeLinear")
        )
        weight, scale, zero, bias = self._small(name, small)
        inputs = [parts[0], weight, bias, parts[1], scale, "", parts[2], zero]
        return self.add("QAttention", inputs, f"{name}.mixed", domain=MS, num_heads=heads)

    def _small(self, name: str, small: Small) -> list[str]:
        parts: dict[str, npt.ArrayLike] = {
            "weight": small.weight,
            "scale": small.scale,
            "zero": small.zero,
            "bias": small.bias,
        }
        return [self.constant(f"{name}.{part}", value) for part, value in parts.items()]

    def model(
        self, name: str, inputs: dict[str, tuple[int, list[Any]]], output: tuple[str, list[Any]]
    ) -> bytes:
        """The finished graph; inputs by name as type and shape, one output of floats."""
        body = helper.make_graph(
            self.nodes,
            name,
            [helper.make_tensor_value_info(n, kind, shape) for n, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(output[0], TensorProto.FLOAT, output[1])],
            list(self.constants.values()),
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MS, 1)]
        model = helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="onrecord")
        return bytes(model.SerializeToString())


@dataclass(frozen=True)
class Small:
    """A linear layer of 8 bits: ``weight`` (in, out), ``scale`` and ``bias`` (out,); its zero is zero."""

    weight: npt.NDArray[np.int8]
    scale: Array
    bias: Array

    @property
    def zero(self) -> npt.NDArray[np.int8]:
        """The zero point of every column."""
        return np.zeros(len(self.scale), np.int8)

    @classmethod
    def of(cls, weight: Array, bias: Array) -> Small:
        """Quantise ``weight`` (out, in), each row by its greatest number."""
        scale = (np.abs(weight).max(axis=1) / np.float32(127)).astype(np.float32)
        whole = np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8)
        return cls(np.ascontiguousarray(whole.T), scale, bias)


@dataclass(frozen=True)
class Layer:
    """One layer of a BERT encoder; a norm is its weights and its biases."""

    qkv: Small
    out: Small
    first: tuple[Array, Array]
    up: Small
    down: Small
    second: tuple[Array, Array]


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
            name = f"layer{number}"
            mixed = graph.attention(x, f"{name}.qkv", layer.qkv, self.heads)
            out = graph.product(mixed, f"{name}.out", layer.out)
            x = graph.norm([out, x], f"{name}.first", layer.first)
            up = graph.add("Gelu", [graph.product(x, f"{name}.up", layer.up)], f"{name}.gelu", domain=MS)
            x = graph.norm([graph.product(up, f"{name}.down", layer.down), x], f"{name}.second", layer.second)
        return x


def table(weight: Array) -> tuple[npt.NDArray[np.uint8], np.float32, np.uint8]:
    """A table of 8 bits with its scale and zero, over the range of all its numbers."""
    low, high = min(float(weight.min()), 0.0), max(float(weight.max()), 0.0)
    scale = np.float32((high - low) / 255)
    zero = np.uint8(round(-low / scale))
    return np.clip(np.rint(weight / scale) + zero, 0, 255).astype(np.uint8), scale, zero
