"""A tagger that learns whom pronouns mean, beside what it learns else: ``distil.py learn --refer FILES``.

Reads the files of ``training/referring_cases.py``. The head has the form of ``training/meant.py``, over the
states of the layer that the product reads; what an encoder learns for it is in those states. Documents of one
fold in five (``held``) are left out, to measure on.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.models.encoding import Encoder as Pieces
from onrecord.models.encoding import Window
from training.batches import shuffled
from training.network import Encoder

# Pieces of a window: most passages are one.
LIMIT, WIDTH, DROP = 320, 64, 0.2
FOLDS = 5
# Groups of texts that are most like articles, and how often each of their pronouns counts.
NEWS, OFTEN = frozenset({"news", "interview", "speech", "court"}), 3.0

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """Places (window, piece) of a pronoun and its candidates', what is known of these, and who is right."""

    at: Place
    mentioned: list[Place]
    named: list[Place]
    known: list[float]
    right: list[bool]


@dataclass(frozen=True, slots=True)
class Passage:
    """The windows of a document and its pronouns that can be learned from."""

    document: str
    group: str
    windows: list[Window]
    pronouns: list[Pronoun]

    def __len__(self) -> int:
        return sum(map(len, self.windows))


def held(document: str) -> bool:
    """Whether a document is left out of learning, to measure on."""
    return hashlib.sha256(document.encode()).digest()[0] % FOLDS == 0


def read(path: Path, pieces: Pieces) -> Iterator[Passage]:
    """The documents of a file that have a pronoun to learn from."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            found = passage(row, pieces)
            if found.pronouns:
                yield found


def passage(row: dict[str, Any], pieces: Pieces) -> Passage:
    """A document as it was written by ``referring_cases.py``, in windows, with its pronouns."""
    windows = list(pieces.windows(pieces.pieces(row["text"], row["lines"]), LIMIT))
    places = {
        int(window.starts[piece]): (number, int(piece))
        for number, window in enumerate(windows)
        for piece in window.words
        if window.starts[piece] >= 0
    }
    pronouns = []
    for told in row["pronouns"]:
        rows = [c for c in told["candidates"] if c[0] in places and c[1] in places]
        right = [bool(c[3]) for c in rows]
        if told["at"] in places and any(right) and not all(right):
            mentioned, named = ([places[c[n]] for c in rows] for n in (0, 1))
            pronouns.append(Pronoun(places[told["at"]], mentioned, named, [c[2] for c in rows], right))
    return Passage(row["document"], row["group"], windows, pronouns)


class Referring(NamedTuple):
    """Several passages as tensors: B windows, P pronouns, C candidates of the one that has most."""

    ids: Tensor
    features: Tensor
    at: Tensor  # (P, 2): window and piece
    mentioned: Tensor  # (P, C, 2)
    named: Tensor  # (P, C, 2)
    known: Tensor  # (P, C); a large negative number where there is none
    right: Tensor  # (P, C)
    weight: Tensor  # (P,)


def collate(items: Sequence[Passage]) -> Referring:
    """Passages to tensors."""
    windows = [w for item in items for w in item.windows]
    ids, features = (np.zeros((len(windows), max(map(len, windows))), np.int64) for _ in range(2))
    for number, window in enumerate(windows):
        ids[number, : len(window)], features[number, : len(window)] = window.ids, window.features
    first = np.cumsum([0, *(len(item.windows) for item in items)])
    pronouns = [(int(base), p) for base, item in zip(first, items, strict=False) for p in item.pronouns]
    most = max(len(p.right) for _, p in pronouns)
    places = np.zeros((2, len(pronouns), most, 2), np.int64)
    known = np.full((len(pronouns), most), -1e4, np.float32)
    right = np.zeros((len(pronouns), most), np.bool_)
    for number, (base, p) in enumerate(pronouns):
        count_ = len(p.right)
        for places_of, told in zip(places, (p.mentioned, p.named), strict=True):
            places_of[number, :count_] = np.array(told) + np.array([base, 0])
        known[number, :count_], right[number, :count_] = p.known, p.right
    at = np.array([(base + p.at[0], p.at[1]) for base, p in pronouns])
    weight = [OFTEN if item.group in NEWS else 1.0 for item in items for _ in item.pronouns]
    arrays = (ids, features, at, *places, known, right, np.array(weight, np.float32))
    return Referring(*map(torch.from_numpy, arrays))


class Head(nn.Module):
    """``(asks A + a) · (mentioned B + named C + b) + mentioned d``, as ``meant.py`` has it."""

    def __init__(self, hidden: int, layer: int) -> None:
        super().__init__()
        self.layer = layer
        self.drop = nn.Dropout(DROP)
        self.asks = nn.Linear(hidden, WIDTH)
        self.mentioned = nn.Linear(hidden, WIDTH)
        self.named = nn.Linear(hidden, WIDTH, bias=False)
        self.likely = nn.Linear(hidden, 1, bias=False)

    def forward(self, states: Tensor, batch: Referring) -> Tensor:
        """(P, C): the candidates' log-odds, but for a constant; ``states``: (B, L, H)."""
        asks, mentioned, named = (
            self.drop(states[where[..., 0], where[..., 1]].float())
            for where in (batch.at, batch.mentioned, batch.named)
        )
        answers = self.mentioned(mentioned) + self.named(named)
        fit = (self.asks(asks)[:, None] * answers).sum(-1) / math.sqrt(WIDTH)
        return batch.known + fit + self.likely(mentioned)[..., 0]  # type: ignore[no-any-return]


def scores(encoder: Encoder, head: Head, batch: Referring, *, mask_rate: float = 0.0) -> Tensor:
    """(P, C): what the head says over the states of its layer; ``mask_rate`` of the pieces are hidden."""
    ids = batch.ids
    if mask_rate:
        ids = ids.masked_fill((torch.rand(ids.shape) < mask_rate) & (ids > 999), 103)
    with torch.autocast("cpu", torch.bfloat16):
        states = encoder(ids, batch.features, head.layer)
    return head(states, batch)  # type: ignore[no-any-return]


def loss(found: Tensor, batch: Referring) -> Tensor:
    """How unlikely those are who are meant, a mean over the pronouns by their weight."""
    logs = torch.log_softmax(found, -1).masked_fill(~batch.right, -1e4)
    return -(torch.logsumexp(logs, -1) * batch.weight).sum() / batch.weight.sum()


class Lessons:
    """Endless batches of passages to learn from."""

    def __init__(self, paths: Iterable[Path], pieces: Pieces, tokens: int, seed: int) -> None:
        every = [p for path in paths for p in read(path, pieces)]
        self.held = [p for p in every if held(p.document)]
        self._pool = [p for p in every if not held(p.document)]
        self._tokens, self._seed = tokens, seed

    def __iter__(self) -> Iterator[Referring]:
        for epoch in count():
            random = Random(f"{self._seed}-{epoch}")  # noqa: S311  (an order, no secret)
            yield from map(collate, shuffled(self._pool, len, self._tokens, random))


@torch.inference_mode()
def first_right(encoder: Encoder, heads: Sequence[Head], items: Sequence[Passage]) -> dict[str, list[float]]:
    """By group, of how many the right one comes first: by what is known alone, then with each head."""
    hits: dict[str, list[list[bool]]] = {}
    for at in range(0, len(items), 8):
        batch = collate(part := items[at : at + 8])
        groups = [p.group for p in part for _ in p.pronouns]
        told = [batch.known, *(scores(encoder, head, batch) for head in heads)]
        right = torch.stack([batch.right.gather(1, s.argmax(-1, keepdim=True))[:, 0] for s in told], -1)
        for group, row in zip(groups, right.tolist(), strict=True):
            hits.setdefault("gap" if group == "gap" else "news" if group in NEWS else "other", []).append(row)
    return {
        group: [len(rows), *(round(100 * sum(c) / len(c), 1) for c in zip(*rows, strict=True))]
        for group, rows in hits.items()
    }
