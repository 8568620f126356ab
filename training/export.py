"""A trained tagger as an ONNX graph of 8 bits, or of full precision, built operator by operator.

The encoder's matrices and the word pieces go to 8 bits: matrices by column, activations quantised as they
come, on one level (``graphs.Linear.levelled``) but for what heads mix, where a level gains words and no
statements. The tagger's own heads stay in single precision, where every bit counts and little time is spent.

usage: python -m training.export WEIGHTS.pt tagger.onnx --shared ../shared
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count, takewhile
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from onnx import TensorProto, helper

from onrecord.models.encoding import Encoder as Pieces
from onrecord.models.encoding import Window
from onrecord.models.manifest import PACKAGED
from training.graphs import EPSILON, MS, Array, Full, Graph, Layer, Linear

State = Mapping[str, Array]
POINTERS = [(pointer, head) for pointer in ("to_cue", "to_source") for head in ("query", "key")]
# Articles of other news than the tagger is measured on, from which levels are read: some hundred windows.
_ARTICLES = 25


def layers_of(state: State) -> tuple[Layer, ...]:
    """The encoder's layers, by the names that ``network.Tagger`` gives its parameters."""
    numbers = takewhile(lambda n: f"encoder.layers.{n}.qkv.weight" in state, count())
    return tuple(_layer(state, f"encoder.layers.{number}") for number in numbers)


def _layer(state: State, at: str) -> Layer:
    linear = {n: Linear(*_both(state, f"{at}.{n}")) for n in ("qkv", "out", "up", "down")}
    return Layer(first=_both(state, f"{at}.norm1"), second=_both(state, f"{at}.norm2"), **linear)


def _both(state: State, name: str) -> tuple[Array, Array]:
    return state[f"{name}.weight"], state[f"{name}.bias"]


def build(
    graph: Graph, state: State, layers: Sequence[Layer], *, heads: int, window: int, also: Iterable[str] = ()
) -> bytes:
    """The graph: ``ids, features (B, L) -> tags (B, L, 16), links (B, L, 4 D + 2)``, and what is asked for.

    What is asked ``also`` are outputs of nodes within. ``L`` is at most ``window``; no piece is masked.
    """
    x = _embeddings(graph, state, window)
    for number, layer in enumerate(layers):
        x = layer.build(graph, x, f"layer{number}", heads)
    graph.linear(x, "tags", *(np.concatenate(parts) for parts in zip(*_tags(state), strict=True)))
    _pointers(graph, state, x)
    inputs = {name: (TensorProto.INT64, ["batch", "length"]) for name in ("ids", "features")}
    sizes = {
        "tags": sum(len(bias) for _, bias in _tags(state)),
        "links": sum(len(b) for _, b in _links(state)),
    }
    outputs = {name: ["batch", "length", size] for name, size in sizes.items()}
    return graph.model("tagger", inputs, outputs | dict.fromkeys(also))


def _tags(state: State) -> list[tuple[Array, Array]]:
    return [_both(state, name) for name in ("roles", "names")]


def _links(state: State) -> list[tuple[Array, Array]]:
    return [_both(state, f"{pointer}.{head}.2") for pointer, head in POINTERS]


def _embeddings(graph: Graph, state: State, window: int) -> str:
    cases, quotes = state["encoder.cases.weight"], state["encoder.quotes.weight"]
    features = (cases[:, None] + quotes[None]).reshape(-1, cases.shape[1])
    graph.looked_up("ids", "words", state["encoder.words.weight"])
    graph.add("Gather", [graph.constant("feature.weight", features), "features"], "feature")
    graph.add("Shape", ["ids"], "length", start=1, end=2)
    zero = graph.constant("zero", np.array([0], np.int64))
    places = graph.constant("places", state["encoder.positions.weight"][:window])
    graph.add("Slice", [places, zero, "length", zero], "placed")
    graph.add("Add", ["words", "feature"], "words.feature")
    graph.add("Add", ["words.feature", "placed"], "embedded")
    norm = [
        graph.constant(f"norm.{part}", value)
        for part, value in zip(("weight", "bias"), _both(state, "encoder.norm"), strict=True)
    ]
    return graph.add("LayerNormalization", ["embedded", *norm], "normed", axis=-1, epsilon=EPSILON)


def _pointers(graph: Graph, state: State, x: str) -> None:
    first = [_both(state, f"{pointer}.{head}.0") for pointer, head in POINTERS]
    weight, bias = (np.concatenate(parts) for parts in zip(*first, strict=True))
    hidden = graph.linear(x, "heads.hidden", weight, None)
    hidden = graph.add("BiasGelu", [hidden, graph.constant("heads.bias", bias)], "heads.gelu", domain=MS)
    names = [f"heads.{pointer}.{head}.in" for pointer, head in POINTERS]
    graph.nodes.append(helper.make_node("Split", [hidden], names, name="heads.split", axis=-1))
    outs = [
        graph.linear(name, name.removesuffix(".in"), *last)
        for name, last in zip(names, _links(state), strict=True)
    ]
    graph.add("Concat", outs, "links", axis=-1)


def levelled(state: State, windows: Iterable[Window], *, heads: int, window: int) -> tuple[Layer, ...]:
    """The layers with inputs on one level, by how far each goes in ``windows``."""
    layers = layers_of(state)
    names: list[str] = []
    for number in range(len(layers)):
        into = f"layer{number - 1}.second" if number else "normed"
        names += [into, f"layer{number}.first", f"layer{number}.gelu"]
    full = build(Full(), state, layers, heads=heads, window=window, also=names)
    session = ort.InferenceSession(full, providers=["CPUExecutionProvider"])
    reach: dict[str, Array] = {}
    for item in windows:
        states = session.run(names, {"ids": item.ids[None], "features": item.features[None]})
        for name, value in zip(names, states, strict=True):
            reach[name] = np.maximum(reach.get(name, np.float32(0)), np.abs(value[0]).max(axis=0))
    step = len(names) // len(layers)
    return tuple(
        _on_one_level(layer, [reach[name] for name in names[step * number : step * (number + 1)]])
        for number, layer in enumerate(layers)
    )


def _on_one_level(layer: Layer, reach: Sequence[Array]) -> Layer:
    parts = {"qkv": layer.qkv, "up": layer.up, "down": layer.down}
    level: dict[str, Any] = {
        name: linear.levelled(r) for (name, linear), r in zip(parts.items(), reach, strict=True)
    }
    return replace(layer, **level)


def small(state: State, windows: Iterable[Window], *, heads: int, window: int) -> bytes:
    """What is packaged."""
    layers = levelled(state, windows, heads=heads, window=window)
    return build(Graph(), state, layers, heads=heads, window=window)


def news(shared: Path, pieces: Pieces, window: int) -> Iterator[Window]:
    """Windows of other news."""
    from training.silver import unlabelled  # noqa: PLC0415  (spaCy)

    for row in unlabelled(shared, _ARTICLES):
        yield from windows(row["text"], pieces, window)


def windows(text: str, pieces: Pieces, window: int) -> Iterator[Window]:
    """A text's windows, read line by line."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return pieces.windows(pieces.pieces(text, lines), window)


def main() -> None:
    """Write one checkpoint."""
    import torch  # noqa: PLC0415

    from training.evaluate import LIMIT  # noqa: PLC0415
    from training.network import Shape  # noqa: PLC0415

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    state = {n: v.float().numpy() for n, v in torch.load(args.weights, weights_only=True).items()}
    pieces = Pieces(PACKAGED.pieces())
    args.out.write_bytes(small(state, news(args.shared, pieces, LIMIT), heads=Shape().heads, window=LIMIT))


if __name__ == "__main__":
    main()
