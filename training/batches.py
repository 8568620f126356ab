"""Documents to padded batches: augmented anew each epoch, sorted by length, about equal in size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import numpy as np
import torch
from torch import Tensor

from onrecord.models.encoding import Encoder as Pieces
from training.augment import augmented, surname_pool
from training.data import IGNORED, Document, Example, examples
from training.synthetic import documents

T = TypeVar("T")


@dataclass(frozen=True)
class Sampling:
    """``tokens`` per batch, ``forms``: invented documents per epoch, ``seed`` of everything drawn."""

    tokens: int
    forms: int
    seed: int


@dataclass(frozen=True)
class Batch:
    """Padded tensors of several examples; see ``Example`` for what they hold."""

    ids: Tensor
    features: Tensor
    words: Tensor
    mask: Tensor
    paragraph: Tensor
    roles: Tensor
    names: Tensor
    cue_at: Tensor
    source_at: Tensor


def collate(items: list[Example]) -> Batch:
    """Examples to tensors; ``words`` gets a leading 0, the ``[CLS]`` that stands for "none"."""
    length = max(len(e.window) for e in items)
    width = max(len(e.roles) for e in items)

    def padded(rows: list[np.ndarray], size: int, fill: int) -> Tensor:
        out = np.full((len(rows), size), fill, np.int64)
        for row, values in zip(out, rows, strict=True):
            row[: len(values)] = values
        return torch.from_numpy(out)

    zero = np.zeros(1, np.int64)
    words = [np.append(zero, e.window.words) for e in items]
    return Batch(
        padded([e.window.ids for e in items], length, 0),
        padded([e.window.features for e in items], length, 0),
        padded(words, width + 1, 0),
        padded([np.ones_like(w) for w in words], width + 1, 0).bool(),
        padded([e.window.paragraph[w] for e, w in zip(items, words, strict=True)], width + 1, -1),
        padded([e.roles for e in items], width, IGNORED),
        padded([e.names for e in items], width, IGNORED),
        padded([e.cue_at for e in items], width, IGNORED),
        padded([e.source_at for e in items], width, IGNORED),
    )


def epoch_batches(docs: list[Document], pieces: Pieces, options: Sampling, epoch: int) -> list[list[Example]]:
    """One epoch's examples, augmented anew, in batches of similar length and about equal size."""
    random = Random(f"{options.seed}-{epoch}")  # noqa: S311  (augmentation, no secrets)
    surnames = surname_pool(docs)
    pool: list[Example] = []
    for invented in documents(docs, random, options.forms):
        pool += examples(invented, pieces, random.choice((192, 320)))
    for doc in docs:
        variant = augmented(doc, random, surnames)
        skip = random.choice((0, 0, 0, 1, 1, 2))
        pool += examples(
            variant,
            pieces,
            random.choice((128, 192, 256, 320, 384)),
            0 if skip > 1 and random.random() < 0.5 else min(skip, 1),
        )
    return shuffled(pool, lambda e: len(e.window), options.tokens, random)


def shuffled(pool: list[T], size: Callable[[T], int], tokens: int, random: Random) -> list[list[T]]:
    """Batches of similar sizes, in any order, of about ``tokens`` each when padded."""
    batches: list[list[T]] = [[]]
    for one in sorted(pool, key=lambda e: size(e) + random.random() * 16):
        if batches[-1] and size(one) * (len(batches[-1]) + 1) > tokens:
            batches.append([])
        batches[-1].append(one)
    random.shuffle(batches)
    return batches


def steps(
    docs: list[Document], pieces: Pieces, options: Sampling, first: int
) -> Iterator[tuple[int, list[Example]]]:
    """Endless ``(epoch, examples)`` from step ``first`` on; the order depends on the seed alone."""
    step, epoch = 0, 0
    while True:
        for items in epoch_batches(docs, pieces, options, epoch):
            if step >= first:
                yield epoch, items
            step += 1
        epoch += 1
