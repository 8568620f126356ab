"""Boosted decision trees kept as plain arrays and evaluated with numpy: no training library at run time.

A forest is a list of binary trees over numeric features. Its file is an ``.npz`` with, for all trees one
after another, ``feature``, ``threshold``, ``left``, ``right`` (node numbers within the tree), ``value``, and
``offset`` (where each tree begins), besides ``bias``, ``names`` (the features, in order) and ``version``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError

Table = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Forest:
    """Boosted trees; ``feature`` is -1 at a leaf. All arrays have one entry per node of all trees."""

    names: tuple[str, ...]
    feature: Ints
    threshold: Table
    left: Ints
    right: Ints
    value: Table
    offset: Ints
    bias: float
    version: str

    def score(self, table: Table) -> Table:
        """Probabilities, shape ``(rows,)``, of features of shape ``(rows, len(names))``."""
        odds = np.full(len(table), self.bias)
        rows = np.arange(len(table))
        for root in self.offset:
            node = np.full(len(table), root, dtype=np.int32)
            inner = self.feature[node] >= 0
            while inner.any():
                at, here = rows[inner], node[inner]
                low = table[at, self.feature[here]] <= self.threshold[here]
                node[at] = root + np.where(low, self.left[here], self.right[here])
                inner = self.feature[node] >= 0
            odds += self.value[node]
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(odds, -30, 30))))

    def save(self, path: Path) -> None:
        """Write the arrays; small types, as they ship with the package."""
        np.savez_compressed(
            path,
            names=np.array(self.names),
            feature=self.feature.astype(np.int16),
            threshold=self.threshold.astype(np.float64),
            left=self.left.astype(np.int16),
            right=self.right.astype(np.int16),
            value=self.value.astype(np.float32),
            offset=self.offset.astype(np.int32),
            bias=np.array(self.bias),
            version=np.array(self.version),
        )


def load(path: Path) -> Forest:
    """The forest in the file ``path``.

    Raises:
        ModelError: when the file is missing, damaged, or not a forest.
    """
    try:
        with np.load(path, allow_pickle=False) as kept:
            return Forest(
                names=tuple(map(str, kept["names"])),
                feature=kept["feature"].astype(np.int32),
                threshold=kept["threshold"],
                left=kept["left"].astype(np.int32),
                right=kept["right"].astype(np.int32),
                value=kept["value"].astype(np.float64),
                offset=kept["offset"],
                bias=float(kept["bias"]),
                version=str(kept["version"]),
            )
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path.name} is not a usable model: {error}") from error


def packaged(name: str) -> Forest:
    """The forest ``name`` that ships with the package."""
    with as_file(files("onrecord.models") / name) as path:
        return load(path)
