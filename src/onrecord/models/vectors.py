"""Sentence vectors: the packaged MiniLM encoder (8 bits, 11 MB), for comparing statements.

``vectors.onnx`` is all-MiniLM-L6-v2 (Apache-2.0), quantised by ``training/vectors.py``. Sentences are encoded
one at a time: quantised activations are scaled per call, so a batch would make each vector depend a little
on its neighbours, and the outcome on the order of articles.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from onrecord.models import pieces
from onrecord.models.arrays import Floats
from onrecord.models.manifest import PACKAGED
from onrecord.models.runtime import session

WIDTH = 384
# Tokens read of one sentence; 99 % of the sentences of news statements are shorter.
LONGEST = 96
# Sentences whose vectors are remembered, in some 15 MB: a story that an article joins, or that a reader
# corrects, is laid side by side again.
_KEPT = 4096


class Encoder:
    """One ONNX session with its tokenizer; thread-safe as ONNX Runtime sessions are.

    ``files``: the hashes of what it is made of.
    """

    def __init__(self, model: bytes, *, threads: int = 1, files: Sequence[str] = ()) -> None:
        self._session = session(model, threads)
        self.files = files
        self._tokenizer, self._table = pieces.tokenizer(), pieces.table()
        self._tokenizer.enable_truncation(LONGEST - 2)
        self._encoded = lru_cache(maxsize=_KEPT)(self._encode)

    def encode(self, words: Sequence[str]) -> Floats:
        """A unit vector, shape ``(384,)``, for one sequence of words; zeros when there are none."""
        return self._encoded(tuple(words[:LONGEST])) if words else np.zeros(WIDTH, dtype=np.float32)

    def pieces(self, words: Sequence[str]) -> list[int]:
        """The word pieces that the network is given for ``words``."""
        coded = self._tokenizer.encode(tuple(words[:LONGEST]), is_pretokenized=True)
        return [pieces.CLS, *coded.ids, pieces.SEP]

    def _encode(self, words: tuple[str, ...]) -> Floats:
        (rows,) = self._session.run(["sentence"], {"rows": self._table[self.pieces(words)][None]})
        found = np.array(rows[0], dtype=np.float32)
        found.flags.writeable = False
        return found


@lru_cache(maxsize=1)
def packaged(threads: int = 1) -> Encoder:
    """The encoder that ships with the package, loaded once.

    Raises:
        ModelError: its files are missing, or are not those that were trained.
    """
    files = PACKAGED.hashes(("vectors.onnx", "words.npy")).values()
    return Encoder(PACKAGED.read("vectors.onnx"), threads=threads, files=tuple(files))
