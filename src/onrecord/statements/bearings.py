"""Whom a pronoun may mean, as the network sees it: rows of numbers at words, and how two of them fit.

A row is a word's own question ("whom do I mean?"), its answers as what was mentioned last and as what was
named last, and how likely anything is to be meant that stands there. Rows come with the pass that finds
statements (``training/meant.py``); so does one number a word, how far it hands on speech where it is a cue
(``training/spoken.py``).
"""

from __future__ import annotations

import math
from bisect import bisect_right

import numpy as np
import numpy.typing as npt

from onrecord.models.arrays import Floats, Ints
from onrecord.models.encoding import Window
from onrecord.records import Spans

Halves = npt.NDArray[np.float16]

# Questions, and two kinds of answers; one more number is the likelihood.
_PARTS = 3
# Digits of a fit: further ones may differ between processors.
_DIGITS = 3


class Bearings:
    """The rows of one article's words, by the offset at which each begins."""

    def __init__(self) -> None:
        self._parts: list[tuple[Ints, Halves]] = []
        self._spoken: list[tuple[Ints, Floats]] = []

    def add(self, window: Window, rows: Floats, spoken: Floats | None = None) -> None:
        """Takes in the words of the article's next window; ``rows`` and ``spoken`` have one row a piece."""
        words = window.words[window.starts[window.words] >= 0]
        if rows.shape[1] and len(words):
            self._parts.append((window.starts[words], rows[words].astype(np.float16)))
        if spoken is not None and len(words):
            self._spoken.append((window.starts[words], spoken[words, 0]))

    def spoken(self, cue: Spans) -> float | None:
        """The mean over the cue's words (``records.Bearings``)."""
        found = [float(n) for span in cue for n in self._between(span.start, span.end)]
        return round(math.fsum(found) / len(found), _DIGITS) if found else None

    def _between(self, start: int, end: int) -> Floats:
        """The numbers of the words that begin between two offsets; a cue lies in one window."""
        part = bisect_right(self._spoken, start, key=lambda p: int(p[0][0])) - 1
        if part < 0:
            return np.zeros(0, np.float32)
        starts, numbers = self._spoken[part]
        return numbers[np.searchsorted(starts, start) : np.searchsorted(starts, end)]

    def fit(self, pronoun: int, last: int, named: int) -> float:
        """How well a pronoun goes with whom it may mean (``records.Bearings``); 0 if not known."""
        asks, answers, names = self.row(pronoun), self.row(last), self.row(named)
        if asks is None or answers is None or names is None:
            return 0.0
        size = len(asks) // _PARTS
        given = answers[size : 2 * size] + names[2 * size : 3 * size]
        return round(math.fsum((asks[:size] * given).tolist()) + float(answers[-1]), _DIGITS)

    def row(self, offset: int) -> npt.NDArray[np.float64] | None:
        """The row of the word that begins at an offset."""
        part = bisect_right(self._parts, offset, key=lambda p: int(p[0][0])) - 1
        if part < 0:
            return None
        starts, rows = self._parts[part]
        place = int(np.searchsorted(starts, offset))
        return rows[place].astype(np.float64) if place < len(starts) and starts[place] == offset else None
