"""A network that reads two marked passages together: do they report one utterance?

``pairs-cross.onnx`` is all-MiniLM-L6-v2 (Apache-2.0), trained on by ``training/crossing.py`` and quantised. A
passage is a sentence headed by its speaker, in which the words to be compared are marked. Pairs are read one
at a time, for the reason that ``vectors`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.models import pieces
from onrecord.models.manifest import PACKAGED
from onrecord.models.pieces import CLS, SEP
from onrecord.models.runtime import session

# Word pieces read of a speaker's name, and of the sentence; a longer one is cut around the marked words.
NAME, LONGEST = 10, 64
_KEPT = 4096  # pairs remembered: a story that an article joins is laid side by side again
_BEFORE = 6  # pieces kept before the first marked one when a sentence is cut


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Word pieces of a passage; ``marks`` is 1 for those to be compared. Both have one entry per piece."""

    ids: tuple[int, ...]
    marks: tuple[int, ...]


class PassageReader:
    """Text to ``Passage``; training and run time share it."""

    def __init__(self) -> None:
        self._tokenizer = pieces.tokenizer()

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
    """One ONNX session with its tokenizer; thread-safe as ONNX Runtime sessions are.

    ``files``: the hashes of what it is made of.
    """

    def __init__(self, model: bytes, *, threads: int = 1, files: Sequence[str] = ()) -> None:
        self._session = session(model, threads)
        self.files = files
        self._table, self.read = pieces.table(), PassageReader().read
        self.score = lru_cache(maxsize=_KEPT)(self._score)

    def _score(self, one: Passage, two: Passage) -> float:
        """Log-odds that both report one utterance, as the training pairs had it."""
        ids, *marks = joined(one, two)
        given = {"rows": self._table[ids][None], "marks": np.array([marks], dtype=np.float32)}
        (odds,) = self._session.run(["odds"], given)
        return float(odds[0])


@lru_cache(maxsize=1)
def packaged(threads: int = 1) -> CrossEncoder:
    """The network that ships with the package, loaded once.

    Raises:
        ModelError: its files are missing, or are not those that were trained.
    """
    files = PACKAGED.hashes(("pairs-cross.onnx", "words.npy")).values()
    return CrossEncoder(PACKAGED.read("pairs-cross.onnx"), threads=threads, files=tuple(files))
