"""MPNet under the tagger's heads: an encoder twice as deep and twice as wide, to teach the one that ships.

Its vocabulary is BERT's with other numbers. Its table is put into BERT's order once, when it is read, so that
windows, masks and batches stay the tagger's own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.models.encoding import QUOTES
from training.network import Encoder, Shape, Tagger
from training.vocabulary import rows_of

# Relative distances: so many buckets, half for each direction, half of a direction's exact, the others
# logarithmic up to the reach. Published with T5, and what MPNet was trained with.
BUCKETS, REACH = 32, 128
# Positions count from 2 there: 0 and 1 are padding's.
_FIRST_POSITION = 2
_HEADS = 12
_EPSILON = 1e-5


def buckets(length: int) -> Tensor:
    """(L, L): the bucket of word j seen from word i."""
    at = torch.arange(length)
    apart = at[None] - at[:, None]
    half = BUCKETS // 2
    exact = half // 2
    size = apart.abs()
    far = torch.log(size.clamp(min=1) / exact) / math.log(REACH / exact) * (half - exact)
    near = torch.where(size < exact, size, (exact + far.long()).clamp(max=half - 1))
    return near + half * (apart > 0)


class RelativeEncoder(Encoder):
    """The tagger's encoder, whose layers also see how far apart two pieces are.

    Case and quotation marks are added before layer ``enter``, so that the layers below can stay as they are
    and nothing has to be carried back through them.
    """

    def __init__(self, shape: Shape, enter: int = 0) -> None:
        super().__init__(shape)
        self.relative = nn.Embedding(BUCKETS, shape.heads)
        # A number that checkpoints keep and averages leave alone.
        self.register_buffer("enter", torch.tensor(float(enter)))
        self._enter = enter
        for module in self.modules():
            if isinstance(module, nn.LayerNorm):
                module.eps = _EPSILON

    def forward(self, ids: Tensor, features: Tensor, layers: int | None = None) -> Tensor:
        """``ids`` and ``features``: (B, L), 0 is padding; returns (B, L, H)."""
        length = ids.shape[1]
        x = self.words(ids) + self.positions.weight[:length]
        x = self.norm(x)
        bias = self.relative(buckets(length)).permute(2, 0, 1)[None]
        bias = bias + (ids == 0)[:, None, None, :] * -1e4
        for number, layer in enumerate(self.layers[:layers]):
            if number == self._enter:
                x = x + self.cases(features // QUOTES) + self.quotes(features % QUOTES)
            x = layer(x, bias)
        return x

    def freeze(self) -> None:
        """Leave what stands below the entry as it was trained."""
        for part in (self.words, self.positions, self.norm, self.relative, *self.layers[: self._enter]):
            part.requires_grad_(requires_grad=False)


def pretrained(folder: Path, vocabulary: Sequence[str], enter: int = 0) -> RelativeEncoder:
    """A checkpoint of MPNet, for word pieces numbered as in ``vocabulary``."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("mpnet."): value for name, value in weights.items()}
    pieces = (folder / "vocab.txt").read_text("utf-8").splitlines()
    positions = weights["embeddings.position_embeddings.weight"][_FIRST_POSITION:]
    layers = config["num_hidden_layers"]
    shape = Shape(
        layers, config["hidden_size"], config["num_attention_heads"], config["intermediate_size"],
        len(vocabulary), len(positions),
    )  # fmt: skip
    encoder = RelativeEncoder(shape, enter)
    state = encoder.state_dict()
    state["words.weight"] = weights["embeddings.word_embeddings.weight"][rows_of(vocabulary, pieces)]
    state["positions.weight"] = positions
    state["relative.weight"] = weights["encoder.relative_attention_bias.weight"]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
        for number in range(layers):
            state |= _layer(weights, number, part)
    encoder.load_state_dict(state)
    return encoder


def _layer(weights: Mapping[str, Tensor], number: int, part: str) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{number}", f"layers.{number}"
    joint = [weights[f"{theirs}.attention.attn.{n}.{part}"] for n in ("q", "k", "v")]
    names = {
        "out": "attention.attn.o", "norm1": "attention.LayerNorm",
        "up": "intermediate.dense", "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    rest = {f"{ours}.{new}.{part}": weights[f"{theirs}.{old}.{part}"] for new, old in names.items()}
    return rest | {f"{ours}.qkv.{part}": torch.cat(joint)}


def tagger_of(state: Mapping[str, Tensor]) -> Tagger:
    """The tagger that a checkpoint is of, small or large, with its weights."""
    vocabulary, hidden = state["encoder.words.weight"].shape
    layers = sum(name.startswith("encoder.layers.") and name.endswith(".qkv.bias") for name in state)
    inner = len(state["encoder.layers.0.up.bias"])
    shape = Shape(layers, hidden, _HEADS, inner, vocabulary, len(state["encoder.positions.weight"]))
    large = "encoder.relative.weight" in state
    tagger = Tagger(RelativeEncoder(shape, int(state["encoder.enter"])) if large else Encoder(shape))
    tagger.load_state_dict(state)
    return tagger
