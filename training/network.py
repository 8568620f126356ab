"""The network: a BERT encoder, a CRF over roles, a name head, and two pointers that link spans.

Shapes: B windows, L pieces, W words of the longest window, H hidden width, D pointer width.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  (torch's own habit)

from onrecord.models.encoding import CASES, QUOTES
from training.data import IGNORED, NAMES, ROLES

# Signed word distance between a span and what it points to, in buckets with these upper bounds.
BOUNDS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96)
BUCKETS = 2 * (len(BOUNDS) + 1)
POINTER = 96


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder."""

    layers: int = 6
    hidden: int = 384
    heads: int = 12
    inner: int = 1536
    vocabulary: int = 30522
    positions: int = 512


class Layer(nn.Module):
    """One post-norm transformer layer with joint query, key and value weights."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm1 = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm2 = nn.LayerNorm(shape.hidden, eps=1e-12)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x``: (B, L, H); ``bias``: (B or 1, heads or 1, L or 1, L), a large negative number at padding."""
        b, length, h = x.shape
        q, k, v = self.qkv(x).view(b, length, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(b, length, h)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """BERT's embeddings and layers, plus the embedding of case and quotation state."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.hidden)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.cases = nn.Embedding(CASES, shape.hidden)
        self.quotes = nn.Embedding(QUOTES, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        for table in (self.cases, self.quotes):
            nn.init.zeros_(table.weight)

    def forward(self, ids: Tensor, features: Tensor, layers: int | None = None) -> Tensor:
        """``ids`` and ``features``: (B, L), 0 is padding; returns (B, L, H), after some layers or all."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at)[None]
        x = self.norm(x + self.cases(features // QUOTES) + self.quotes(features % QUOTES))
        bias = (1.0 - (ids != 0).to(x.dtype))[:, None, None, :] * -1e4
        for layer in self.layers[:layers]:
            x = layer(x, bias)
        return x

    @classmethod
    def pretrained(cls, folder: Path, keep: Sequence[int]) -> Encoder:
        """A BERT checkpoint's layers ``keep``, in that order."""
        config = json.loads((folder / "config.json").read_text())
        weights = load_file(folder / "model.safetensors")
        weights = {name.removeprefix("bert."): value for name, value in weights.items()}
        shape = Shape(
            len(keep), config["hidden_size"], config["num_attention_heads"], config["intermediate_size"],
            config["vocab_size"], config["max_position_embeddings"],
        )  # fmt: skip
        encoder = cls(shape)
        state = encoder.state_dict()
        state["words.weight"] = weights["embeddings.word_embeddings.weight"]
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        state["positions.weight"] = weights["embeddings.position_embeddings.weight"] + kind
        for part in ("weight", "bias"):
            state[f"norm.{part}"] = weights[f"embeddings.LayerNorm.{part}"]
            for number, old in enumerate(keep):
                base = f"encoder.layer.{old}."
                joint = [weights[f"{base}attention.self.{n}.{part}"] for n in ("query", "key", "value")]
                state[f"layers.{number}.qkv.{part}"] = torch.cat(joint)
                for new, name in (
                    ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"), ("down", "output.dense"), ("norm2", "output.LayerNorm"),
                ):  # fmt: skip
                    state[f"layers.{number}.{new}.{part}"] = weights[f"{base}{name}.{part}"]
        encoder.load_state_dict(state)
        return encoder


class Pointer(nn.Module):
    """Scores every word as what another word points to."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.query = nn.Sequential(nn.Linear(hidden, POINTER), nn.GELU(), nn.Linear(POINTER, POINTER))
        self.key = nn.Sequential(nn.Linear(hidden, POINTER), nn.GELU(), nn.Linear(POINTER, POINTER + 1))
        self.distance = nn.Parameter(torch.zeros(BUCKETS))
        self.apart = nn.Parameter(torch.zeros(2))


class Tagger(nn.Module):
    """Encoder and heads. ``forward`` is what is exported; the rest is for training."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        hidden = encoder.shape.hidden
        self.encoder = encoder
        self.drop = nn.Dropout(0.15)
        self.roles = nn.Linear(hidden, len(ROLES))
        self.names = nn.Linear(hidden, len(NAMES))
        self.to_cue, self.to_source = Pointer(hidden), Pointer(hidden)
        self.transitions = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """``(B, L)`` inputs to tags ``(B, L, 7 + 9)`` and links ``(B, L, 4 * D + 2)``.

        Links hold the query and key of the cue pointer, then those of the source pointer; a key's
        last column is its bias.
        """
        x = self.drop(self.encoder(ids, features))
        tags = torch.cat([self.roles(x), self.names(x)], -1)
        links = [head(x) for p in (self.to_cue, self.to_source) for head in (p.query, p.key)]
        return tags.float(), torch.cat(links, -1).float()


def forbidden() -> Tensor:
    """(7, 7): a large negative number where label j may not follow label i (no I without its B)."""
    out = torch.zeros(len(ROLES), len(ROLES))
    for i, before in enumerate(ROLES):
        for j, after in enumerate(ROLES):
            if after[0] == "I" and before[2:] != after[2:]:
                out[i, j] = -1e4
    return out


def partition(emissions: Tensor, transitions: Tensor, mask: Tensor) -> Tensor:
    """(B,): the logarithm of the summed weights of all label sequences; position 0 must be real.

    ``emissions``: (B, W, 7); ``transitions``: (7, 7) or (B, 7, 7); ``mask``: (B, W). A product of W matrices
    in the log semiring, taken pairwise: log2(W) steps instead of W.
    """
    steps = (transitions + forbidden()).view(-1, 1, len(ROLES), len(ROLES)) + emissions[:, 1:, None, :]
    eye = torch.full((len(ROLES), len(ROLES)), -1e4).fill_diagonal_(0.0)
    steps = torch.where(mask[:, 1:, None, None] > 0, steps, eye)
    while steps.shape[1] > 1:
        if steps.shape[1] % 2:
            steps = torch.cat([steps, eye.expand(steps.shape[0], 1, -1, -1)], 1)
        steps = torch.logsumexp(steps[:, 0::2, :, :, None] + steps[:, 1::2, None, :, :], -2)
    start = emissions[:, 0] + forbidden()[0]
    return torch.logsumexp(start[:, :, None] + steps[:, 0], (1, 2))


def crf_loss(emissions: Tensor, transitions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """Negative log likelihood summed over the batch; position 0 must be outside every span.

    ``emissions``: (B, W, 7); ``labels``, ``mask``: (B, W).
    """
    trans = transitions + forbidden()
    safe = labels.clamp(min=0)
    picked = emissions.gather(-1, safe[..., None])[..., 0] * mask
    moves = trans[safe[:, :-1], safe[:, 1:]] * mask[:, 1:]
    gold = picked.sum(1) + moves.sum(1)
    return (partition(emissions, transitions, mask) - gold).sum()


def bucket(distance: Tensor) -> Tensor:
    """Signed word distances to bucket numbers."""
    size = torch.bucketize(distance.abs(), torch.tensor(BOUNDS))
    return size * 2 + (distance > 0)


def pointer_loss(pointer: Pointer, words: Tensor, target: Tensor, paragraph: Tensor, mask: Tensor) -> Tensor:
    """Summed cross entropy of pointing at the right word.

    ``words``: (B, W + 1, 2 D + 1) queries and keys, index 0 the ``[CLS]`` that stands for "none";
    ``target``: (B, W) indices into W + 1; ``paragraph``, ``mask``: (B, W + 1).
    """
    b, w = (target != IGNORED).nonzero(as_tuple=True)
    if not len(b):
        return words.sum() * 0.0
    scores = pointer_scores(pointer, words, (b, w), paragraph, mask)
    return F.cross_entropy(scores, target[b, w], reduction="sum")


def pointer_scores(
    pointer: Pointer, words: Tensor, at: tuple[Tensor, Tensor], paragraph: Tensor, mask: Tensor
) -> Tensor:
    """(N, W + 1): what each of N words, the ``w``-th of window ``b``, gives every word it may point to.

    ``at``: ``b`` and ``w``, (N,) each; the rest as in ``pointer_loss``.
    """
    b, w = at
    query, key, bias = words[:, 1:, :POINTER], words[..., POINTER : 2 * POINTER], words[..., 2 * POINTER]
    scores = (query @ key.transpose(1, 2))[b, w] / math.sqrt(POINTER) + bias[b]
    to = torch.arange(words.shape[1])
    extra = pointer.distance[bucket(to[None] - (w + 1)[:, None])]
    extra = extra + pointer.apart[(paragraph[b] != paragraph[b, w + 1][:, None]).long()]
    return (scores + extra * (to > 0)).masked_fill(~mask[b], -1e4)
