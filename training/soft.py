"""Soft labels: what a teacher makes of windows, kept in files beside the windows and their gold.

A file holds some hundred windows as ragged arrays, one behind the other: for every word the teacher's
certainty of each role and name, for words that point the likeliest few they may point to, in half precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.models.arrays import Floats, Ints
from onrecord.models.encoding import Window
from training.data import Example

# Targets of a pointer that are kept of each word; the rest of its certainty is shared among them.
KEPT = 8


@dataclass(frozen=True, slots=True)
class Pointing:
    """What N words point to: ``words`` (N,), counted from 0; ``targets`` and ``shares`` (N, K).

    Targets count from 1, 0 is "none"; shares of a word sum to 1.
    """

    words: Ints
    targets: Ints
    shares: Floats

    @classmethod
    def of(cls, words: Ints, probabilities: Floats, kept: int = KEPT) -> Pointing:
        """The likeliest targets of each word out of ``probabilities`` (N, W + 1)."""
        size = min(kept, probabilities.shape[1])
        targets = np.argsort(-probabilities, axis=1, kind="stable")[:, :size]
        shares = np.take_along_axis(probabilities, targets, 1)
        shares = shares / np.maximum(shares.sum(1, keepdims=True), 1e-9)
        wide = ((0, 0), (0, kept - size))
        return cls(words, np.pad(targets, wide), np.pad(shares, wide).astype(np.float32))


@dataclass(frozen=True, slots=True)
class Soft:
    """A teacher's reading of one window of W words.

    ``roles`` (W, 7) and ``names`` (W, 9): certainties; ``moves`` (7, 7): how often one role is expected
    behind another in the whole window.
    """

    roles: Floats
    moves: Floats
    names: Floats
    cue: Pointing
    source: Pointing


@dataclass(frozen=True, slots=True)
class Taught:
    """A window with its gold, if it has any, and what the teacher says."""

    example: Example
    soft: Soft


def _parts(taught: Taught) -> dict[str, npt.NDArray[np.generic]]:
    window, example, soft = taught.example.window, taught.example, taught.soft
    found: dict[str, npt.NDArray[np.generic]] = {
        f"window.{f.name}": getattr(window, f.name).astype(np.int32) for f in fields(Window)
    }
    for name in ("roles", "names", "cue_at", "source_at"):
        found[f"gold.{name}"] = getattr(example, name).astype(np.int16)
    for name in ("roles", "names"):
        found[f"soft.{name}"] = getattr(soft, name).astype(np.float16)
    # Counts of up to some hundred: half precision would round them to quarters.
    found["soft.moves"] = soft.moves.astype(np.float32)
    for name in ("cue", "source"):
        pointing: Pointing = getattr(soft, name)
        found[f"{name}.words"] = pointing.words.astype(np.int16)
        found[f"{name}.targets"] = pointing.targets.astype(np.int16)
        found[f"{name}.shares"] = pointing.shares.astype(np.float16)
    return found


def write(path: Path, taught: Sequence[Taught]) -> None:
    """Keep windows in ``path``, which is whole or not there."""
    rows = [_parts(one) for one in taught]
    packed = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
    packed |= {f"{name}.sizes": np.array([len(row[name]) for row in rows]) for name in rows[0]}
    new = path.with_suffix(".new.npz")
    np.savez_compressed(new, **packed)  # type: ignore[arg-type]
    new.replace(path)


def read(path: Path) -> list[Taught]:
    """The windows of a file."""
    with np.load(path, allow_pickle=False) as kept:
        columns = {
            name: np.split(kept[name], np.cumsum(kept[f"{name}.sizes"])[:-1])
            for name in kept.files
            if not name.endswith(".sizes")
        }
    return [_taught({name: column[n] for name, column in columns.items()}) for n in range(_count(columns))]


def _count(columns: dict[str, list[npt.NDArray[np.generic]]]) -> int:
    return len(next(iter(columns.values())))


def _taught(row: dict[str, npt.NDArray[np.generic]]) -> Taught:
    def whole(name: str) -> Ints:
        return row[name].astype(np.int64)

    def real(name: str) -> Floats:
        return row[name].astype(np.float32)

    def pointing(name: str) -> Pointing:
        return Pointing(whole(f"{name}.words"), whole(f"{name}.targets"), real(f"{name}.shares"))

    window = Window(*(whole(f"window.{f.name}") for f in fields(Window)))
    gold = (whole(f"gold.{name}") for name in ("roles", "names", "cue_at", "source_at"))
    soft = Soft(
        real("soft.roles"), real("soft.moves"), real("soft.names"), pointing("cue"), pointing("source")
    )
    return Taught(Example(window, *gold), soft)
