"""Remembered answers of the networks: the same numbers, to the last bit, as if they were asked again.

A key is made of everything that an answer depends on: the network's input, its files, and its answer on this
machine to one fixed question, which is another where its code or the processor's arithmetic is. So an answer
remembered elsewhere, or by an older version, is never used, and nothing has to be kept in step.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol

import numpy as np

from onrecord.models.arrays import Floats
from onrecord.models.crossencoder import CrossEncoder, Passage, joined
from onrecord.models.vectors import WIDTH, Encoder

_KEY = 16  # bytes: no two of any number of questions share one
# The fixed question: long enough that sums in another order differ somewhere.
_SAID = ("The harbour stays shut until every crane has been seen to, the mayor told reporters on Monday.",)
# A unit vector's length, as far as single precision goes.
_LEAST, _MOST = 0.99, 1.01


class Memory(Protocol):
    """What remembers; asked by several threads at once."""

    def get(self, key: bytes) -> bytes | None:
        """What was put under ``key``; None where nothing was, or where that is damaged."""
        ...

    def put(self, key: bytes, value: bytes) -> None:
        """Remember ``value``."""
        ...


class Vectors:
    """``vectors.Encoder`` with a memory."""

    def __init__(self, network: Encoder, memory: Memory) -> None:
        self._network, self._memory = network, memory
        self._by = _maker(network.files, _bytes(network.encode(_SAID)))

    def encode(self, words: Sequence[str]) -> Floats:
        """As ``vectors.Encoder.encode``."""
        if not words:
            return self._network.encode(words)
        key = _key(self._by, self._network.pieces(words))
        found = _vector(self._memory.get(key))
        if found is None:
            found = self._network.encode(words)
            self._memory.put(key, _bytes(found))
        return found


class Odds:
    """``crossencoder.CrossEncoder`` with a memory."""

    def __init__(self, network: CrossEncoder, memory: Memory) -> None:
        self._network, self._memory, self.read = network, memory, network.read
        said = network.read("", " ".join(_SAID), ())
        self._by = _maker(network.files, _bytes(network.score(said, said)))

    def score(self, one: Passage, two: Passage) -> float:
        """As ``CrossEncoder.score``."""
        key = _key(self._by, joined(one, two))
        found = _number(self._memory.get(key))
        if found is None:
            found = self._network.score(one, two)
            self._memory.put(key, _bytes(found))
        return found


def _maker(files: Iterable[str], said: bytes) -> bytes:
    """Who answers: a network's files by their hashes, and what it says to the fixed question."""
    return hashlib.blake2b("\n".join(files).encode() + b"\0" + said, digest_size=_KEY).digest()


def _key(by: bytes, asked: object) -> bytes:
    return hashlib.blake2b(np.array(asked, dtype="<i4").tobytes(), digest_size=_KEY, key=by).digest()


def _bytes(answer: Floats | float) -> bytes:
    return np.asarray(answer, dtype="<f4" if isinstance(answer, np.ndarray) else "<f8").tobytes()


def _vector(kept: bytes | None) -> Floats | None:
    """A unit vector; nothing if ``packed`` is not one."""
    if kept is None or len(kept) != 4 * WIDTH:
        return None
    found = np.frombuffer(kept, dtype="<f4")
    return found if _LEAST < float(found @ found) < _MOST else None


def _number(kept: bytes | None) -> float | None:
    if kept is None or len(kept) != np.dtype("<f8").itemsize:
        return None
    found = float(np.frombuffer(kept, dtype="<f8")[0])
    return found if np.isfinite(found) else None
