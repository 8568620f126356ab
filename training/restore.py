"""The packaged tagger as a checkpoint again, to export anew or to train on from (``train.py --start``).

usage: python -m training.restore src/onrecord/models/weights checkpoint.pt

Its weights of full precision were not kept. Matrices and word pieces come back as coarse as 8 bits made them;
heads, norms, biases and positions are those that were trained.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from itertools import count, takewhile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from onrecord.models.encoding import CASES, QUOTES
from training.export import POINTERS, State
from training.graphs import Array

# What decoding forbids is no weight.
_FORBIDDEN = -1000.0
# The graph keeps the biases of these two products with the norm that follows.
_PRODUCTS = {"qkv": "qkv", "out": "norm1", "up": "up", "down": "norm2"}


def restored(model: bytes, decoder: Mapping[str, Any]) -> State:
    """The parameters of ``network.Tagger``; ``decoder``: the entry of that name in ``tagger.json``."""
    kept = {i.name: numpy_helper.to_array(i) for i in onnx.load_from_string(model).graph.initializer}
    transitions = np.asarray(decoder["transitions"], np.float32)
    # The graph has the sums of what case and quotation marks add; what all share may stand with either.
    features = _table(kept, "feature.weight").reshape(CASES, QUOTES, -1)
    state = {
        "encoder.words.weight": _table(kept, "words.weight"),
        "encoder.positions.weight": kept["positions.weight"],
        "encoder.quotes.weight": features.mean(axis=0),
        "encoder.cases.weight": features.mean(axis=1) - features.mean(axis=(0, 1)),
        "transitions": np.where(transitions < _FORBIDDEN, np.float32(0), transitions),
    }
    for part in ("weight", "bias"):
        tags = kept[f"tags.{part}"].T
        state[f"encoder.norm.{part}"] = kept[f"norm.{part}"]
        state |= {f"roles.{part}": tags[: len(transitions)], f"names.{part}": tags[len(transitions) :]}
    for number in takewhile(lambda n: f"layer{n}.qkv.bias" in kept, count()):
        state |= _layer(kept, f"layer{number}", f"encoder.layers.{number}")
    for pointer in {pointer for pointer, _ in POINTERS}:
        state |= {
            f"{pointer}.{n}": np.asarray(decoder[pointer][n], np.float32) for n in ("distance", "apart")
        }
    return state | _heads(kept)


def _table(kept: State, name: str) -> Array:
    rows = kept[f"{name}_quantized"].astype(np.float32) - np.float32(kept[f"{name}_zero_point"])
    return np.asarray(rows * kept[f"{name}_scale"], np.float32)


def _layer(kept: State, old: str, new: str) -> dict[str, Array]:
    state: dict[str, Array] = {}
    for name, bias in _PRODUCTS.items():
        weight = kept[f"{old}.{name}.weight_quantized"] * kept[f"{old}.{name}.weight_scale"]
        state |= {f"{new}.{name}.weight": weight.T, f"{new}.{name}.bias": kept[f"{old}.{bias}.bias"]}
    for norm in ("norm1", "norm2"):
        state[f"{new}.{norm}.weight"] = kept[f"{old}.{norm}.gamma"]
        state[f"{new}.{norm}.bias"] = kept[f"{old}.{norm}.beta"]
    return state


def _heads(kept: State) -> dict[str, Array]:
    state: dict[str, Array] = {}
    firsts = (np.split(kept[name].T, len(POINTERS)) for name in ("heads.hidden.weight", "heads.bias"))
    for (pointer, head), weight, bias in zip(POINTERS, *firsts, strict=True):
        at = f"{pointer}.{head}"
        state |= {f"{at}.0.weight": weight, f"{at}.0.bias": bias}
        state |= {f"{at}.2.weight": kept[f"heads.{at}.weight"].T, f"{at}.2.bias": kept[f"heads.{at}.bias"]}
    return state


def main(folder: Path, out: Path) -> None:
    """Write the checkpoint."""
    import torch  # noqa: PLC0415  (its tensors are needed here alone)

    decoder = json.loads((folder / "tagger.json").read_text("utf-8"))["decoder"]
    state = restored((folder / "tagger.onnx").read_bytes(), decoder)
    torch.save({n: torch.from_numpy(np.array(v, np.float32, order="C")) for n, v in state.items()}, out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
