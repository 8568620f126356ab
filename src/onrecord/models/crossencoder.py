"""A network that reads two marked passages together: do they report one utterance?

``pairs-cross.onnx`` is all-MiniLM-L6-v2 (Apache-2.0), trained on by ``training/crossing.py`` and quantised. A
passage is a sentence headed by its speaker, in which the words to be compared are marked. Pairs are read one
at a time, for the reason that ``vectors`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from tokenizers import Tokenizer

from onrecord.models.manifest import PACKAGED
from onrecord.models.runtime import session

# Word pieces read of a speaker's name, and of the sentence; a longer one is cut around the marked words.
NAME, LONGEST = 10, 64
_BEFORE = 6  # pieces kept before the first marked one when a sentence is cut
CLS, SEP = 101, 102  # of the vocabulary that the network was trained with


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Word pieces of a passage; ``marks`` is 1 for those to be compared. Both have one entry per piece."""

    ids: tuple[int, ...]
    marks: tuple[int, ...]


class PassageReader:
    """Text to ``Passage``; training and run time share it."""

    def __init__(self, tokenizer: str) -> None:
        self._tokenizer = Tokenizer.from_str(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def read(self, speaker: str, text: str, marked: Iterable[tuple[int, int]]) -> Passage:
        """The passage of ``text`` said by ``speaker``; ``marked`` are offsets into ``text``.

        All pieces are marked when ``marked`` covers none.
        """
        name = self._tokenizer.encode(f"{speaker} :", add_special_tokens=False).ids[:NAME]
        coded = self._tokenizer.encode(text, add_special_tokens=False)
        spans = list(marked)
        marks = [int(any(a < end and b > start for start, end in spans)) for a, b in coded.offsets]
        ids = coded.ids
        if len(ids) > LONGEST:
            first = max(0, min(marks.index(1) - _BEFORE if 1 in marks else 0, len(ids) - LONGEST))
            ids, marks = ids[first : first + LONGEST], marks[first : first + LONGEST]
        if 1 not in marks:
            marks = [1] * len(ids)
        return Passage((*name, *ids), (*([0] * len(name)), *marks))


def joined(one: Passage, two: Passage) -> tuple[list[int], list[int], list[int]]:
    """``[CLS] one [SEP] two [SEP]`` as ids, as marks of ``one``, and as marks of ``two``."""
    ids = [CLS, *one.ids, SEP, *two.ids, SEP]
    first = [0, *one.marks, *([0] * (len(two.ids) + 2))]
    second = [*([0] * (len(one.ids) + 2)), *two.marks, 0]
    return ids, first, second


class CrossEncoder:
    """One ONNX session with its tokenizer; thread-safe as ONNX Runtime sessions are."""

    def __init__(self, model: bytes, tokenizer: str, *, threads: int = 1) -> None:
        self._session = session(model, threads)
        self.read = PassageReader(tokenizer).read

    def score(self, one: Passage, two: Passage) -> float:
        """Log-odds that both report one utterance, as the training pairs had it."""
        rows = {
            name: np.array([values], dtype=np.int64)
            for name, values in zip(("ids", "first", "second"), joined(one, two), strict=True)
        }
        (odds,) = self._session.run(["odds"], rows)
        return float(odds[0])


@lru_cache(maxsize=1)
def packaged(threads: int = 1) -> CrossEncoder:
    """The network that ships with the package, loaded once.

    Raises:
        ModelError: its files are missing, or are not those that were trained.
    """
    tokenizer = PACKAGED.read("vectors-tokenizer.json").decode("utf-8")
    return CrossEncoder(PACKAGED.read("pairs-cross.onnx"), tokenizer, threads=threads)
