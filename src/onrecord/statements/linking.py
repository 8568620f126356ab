"""Which spans belong together: contents point to their cue, cues to their source.

Both pointers are learned. A pointer scores every word of the window, and "none", as the first word of
what it looks for. The scores are used twice: a word that is pointed to becomes likelier to be read as a cue
or source (``supported``), and then all choices of a window are made at once (``align``), so that no cue is
left without a content because another one looked a little better. A cue gathers all contents that choose
it; a source may serve several cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.models.arrays import Floats, Ints
from onrecord.models.tagger import PointerWeights
from onrecord.statements.decoding import Stretch, log_softmax

SOURCE, CUE, CONTENT = 1, 2, 3
# Natural logarithms, swept on the held-out slice of the training set (soft match 49.8 without, 64.2 with;
# 1 to 8 are within half a point). Nearly every cue in gold has a content and every source a cue.
UNUSED_CUE, UNUSED_SOURCE = 2.0, 2.0
# What certainty of being pointed to adds to a first word's score (soft match +2.7 over none; 3 to 6 alike).
SUPPORT = (6.0, 4.0)
# Multiplications that BLAS does in this thread alone: above some 260,000 OpenBLAS spreads a product over
# threads of its own, which on a busy machine wait for each other: 13 ms for a window instead of 0.4.
_ALONE = 250_000


@dataclass(slots=True)
class Linked:
    """One attribution in word numbers, with how sure its links are (log probabilities)."""

    cue: Stretch | None
    source: Stretch | None = None
    contents: list[Stretch] = field(default_factory=list)
    cue_score: float = 0.0
    source_score: float = 0.0


class PointerScores:
    """What every word of one window points to.

    Args:
        queries: ``(W + 1, D)``; row 0, "none", points to nothing.
        keys: ``(W + 1, D + 1)``, the last column a bias.
        paragraph: ``(W + 1,)`` paragraph numbers.
        weights: learned scores for distance and for another paragraph.
    """

    def __init__(self, queries: Floats, keys: Floats, paragraph: Ints, weights: PointerWeights) -> None:
        width, count = queries.shape[1], len(keys)
        distance = np.arange(1 - count, count)
        size = np.searchsorted(weights.bounds, np.abs(distance), side="left")
        by_distance = weights.distance[size * 2 + (distance > 0)]
        # Row r is word r + 1, whose distance to word c is c - r - 1: a window that slides over all distances.
        self._slides = np.lib.stride_tricks.sliding_window_view(by_distance, count)[::-1][1:]
        self._queries, self._keys = queries[1:], keys[:, :width].T
        self._scale, self._bias = np.float32(np.sqrt(width)), keys[:, width]
        self._paragraph, self._apart = paragraph[1:], weights.apart
        self._block = max(1, _ALONE // max(1, self._keys.size))
        self._products: dict[int, Floats] = {}
        self._held: dict[tuple[int, int], Floats] = {}

    def _logs(self, first: int, last: int) -> Floats:
        """``(last - first + 1, W + 1)``: log probabilities, made of the words that point alone."""
        if (first, last) not in self._held:
            self._held[first, last] = self._logs_of(first, last)
        return self._held[first, last]

    def _logs_of(self, first: int, last: int) -> Floats:
        blocks = range(first // self._block, last // self._block + 1)
        start = first - blocks[0] * self._block
        product = np.concatenate([self._product(n) for n in blocks])[start : start + last + 1 - first]
        scores = np.asarray(product / self._scale, np.float32)
        scores[:, 1:] += self._slides[first : last + 1, 1:]
        same = self._paragraph == self._paragraph[first : last + 1, None]
        scores[:, 1:] += np.where(same, self._apart[0], self._apart[1])
        return log_softmax(np.asarray(scores + self._bias, np.float32))

    def _product(self, block: int) -> Floats:
        """Queries times keys, for one block of words."""
        if block not in self._products:
            rows = self._queries[block * self._block : (block + 1) * self._block]
            self._products[block] = np.asarray(np.matmul(rows, self._keys), np.float32)
        return self._products[block]

    def log_probabilities(self, first: int, last: int) -> Floats:
        """``(W + 1,)``: mean log probability of each target over the words ``first`` to ``last``."""
        return np.asarray(self._logs(first, last).mean(0), np.float32)

    def probabilities(self, first: int, last: int) -> Floats:
        """``(W,)``: mean probability of each word as the target."""
        return np.asarray(np.exp(self._logs(first, last)[:, 1:]).mean(0), np.float32)


def supported(
    scores: Floats, found: Sequence[Stretch], to_cue: PointerScores, to_source: PointerScores
) -> Floats:
    """Role scores in which what is pointed to has become likelier to begin a cue or a source.

    A content whose cue the labels missed would join another's statement; its words still point to where the
    cue stands. ``SUPPORT``: what certainty adds to the score of a cue's and of a source's first word.
    """
    out = scores.copy()
    for role, pointer, points_to, extra in (
        (CONTENT, to_cue, CUE, SUPPORT[0]),
        (CUE, to_source, SOURCE, SUPPORT[1]),
    ):
        pointing = [s for s in found if s.role == role]
        for stretch in pointing:
            last = stretch.last if role == CONTENT else stretch.first
            mean = pointer.probabilities(stretch.first, last)
            column = out[:, 2 * points_to - 1]
            np.maximum(column, scores[:, 2 * points_to - 1] + extra * mean, out=column)
    return out


def link(found: Sequence[Stretch], to_cue: PointerScores, to_source: PointerScores) -> list[Linked]:
    """Join one window's spans into attributions, in the order of their cues; contents without a cue last."""
    joined = [Linked(cue) for cue in _of_role(found, CUE)]
    alone = _gather(_of_role(found, CONTENT), joined, to_cue)
    joined = [linked for linked in joined if linked.contents]
    _give_sources(joined, _of_role(found, SOURCE), to_source)
    return joined + alone


def _of_role(found: Sequence[Stretch], role: int) -> list[Stretch]:
    return [s for s in found if s.role == role]


def _gather(contents: Sequence[Stretch], joined: Sequence[Linked], pointer: PointerScores) -> list[Linked]:
    """Give each content to its cue; those that have none are returned as attributions of their own."""
    alone: list[Linked] = []
    scores = _choices(contents, [linked.cue for linked in joined if linked.cue], pointer)
    for content, row, choice in zip(contents, scores, align(scores, UNUSED_CUE), strict=True):
        if choice == 0:
            alone.append(Linked(None))
        linked = joined[choice - 1] if choice else alone[-1]
        linked.contents.append(content)
        linked.cue_score = min(linked.cue_score, float(row[choice]))
    return alone


def _give_sources(joined: Sequence[Linked], sources: Sequence[Stretch], pointer: PointerScores) -> None:
    """Give each cue, which points with its first word alone, the source that it points to."""
    heads = [Stretch(CUE, linked.cue.first, linked.cue.first) for linked in joined if linked.cue]
    scores = _choices(heads, sources, pointer)
    for linked, row, choice in zip(joined, scores, align(scores, UNUSED_SOURCE), strict=True):
        linked.source = sources[choice - 1] if choice else None
        linked.source_score = float(row[choice])


def _choices(pointing: Sequence[Stretch], targets: Sequence[Stretch], pointer: PointerScores) -> Floats:
    """``(len(pointing), len(targets) + 1)`` log probabilities; column 0 is "none"."""
    columns = np.array([0, *(t.first + 1 for t in targets)])
    if not pointing:
        return np.zeros((0, len(columns)), np.float32)
    rows = [pointer.log_probabilities(p.first, p.last)[columns] for p in pointing]
    return log_softmax(np.stack(rows))


def align(scores: Floats, unused: float) -> list[int]:
    """The best choice per row when choices go forward in the text and every target wants to be used.

    Contents and cues alternate in the same order, and so do cues and sources: a later content never
    belongs to an earlier cue (true of 99 % of gold). Dynamic programming over rows and last target used.

    Args:
        scores: ``(N, M + 1)`` log probabilities; column 0 is "none", which any row may choose.
        unused: what each target that no row chooses costs.

    Returns:
        Per row 0 or the number of its target, never falling but for the zeros.
    """
    count, width = scores.shape
    place = np.arange(width)
    best = np.where(place == 0, 0.0, -np.inf)
    chosen, came = np.zeros((count, width), np.int64), np.zeros((count, width), np.int64)
    for n, row in enumerate(scores):
        # To go on to target k from j < k costs k - j - 1 unused ones: a running maximum over j.
        reach = best + unused * place
        peak = np.maximum.accumulate(reach)
        behind = np.maximum.accumulate(np.where(reach == peak, place, 0))
        forward = np.full(width, -np.inf)
        forward[1:] = row[1:] + peak[:-1] - unused * (place[1:] - 1)
        again = np.where(place == 0, -np.inf, best + row)
        options = np.stack([best + row[0], again, forward])
        choice = options.argmax(0)
        best = options[choice, place]
        chosen[n] = np.where(choice == 0, 0, place)
        came[n] = np.where(choice == 2, np.append(0, behind[:-1]), place)
    at = int((best - unused * (width - 1 - place)).argmax())
    out: list[int] = []
    for n in range(count - 1, -1, -1):
        out.append(int(chosen[n, at]))
        at = int(came[n, at])
    return out[::-1]
