"""Which spans belong together: contents point to their cue, cues to their source.

Both pointers are learned. A pointer scores every word of the window, and "none", as the first word of
what it looks for; here only the first words of decoded spans are left to choose from. A cue gathers all
contents that point to it, so a statement may have several stretches; a source may serve several cues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from onrecord.models.session import PointerWeights
from onrecord.statements.decoding import Floats, Ints, Stretch, log_softmax

SOURCE, CUE, CONTENT = 1, 2, 3


@dataclass(slots=True)
class Linked:
    """One attribution in word numbers, with how sure its links are (log probabilities)."""

    cue: Stretch | None
    source: Stretch | None = None
    contents: list[Stretch] = field(default_factory=list)
    cue_score: float = 0.0
    source_score: float = 0.0


@dataclass(frozen=True, slots=True)
class PointerScores:
    """Queries and keys of one window's words; row 0 is "none"."""

    queries: Floats
    keys: Floats
    paragraph: Ints
    weights: PointerWeights

    def log_probabilities(self, words: Ints) -> Floats:
        """``(len(words), W + 1)``: log probability of each target for each pointing word (from 0)."""
        width = self.queries.shape[1]
        rows = words + 1
        scores = (
            self.queries[rows] @ self.keys[:, :width].T / np.float32(np.sqrt(width)) + self.keys[:, width]
        )
        at = np.arange(len(self.keys))
        distance = at[None] - rows[:, None]
        size = np.searchsorted(self.weights.bounds, np.abs(distance), side="left")
        extra = self.weights.distance[size * 2 + (distance > 0)]
        extra = (
            extra
            + self.weights.apart[(self.paragraph[None] != self.paragraph[rows][:, None]).astype(np.int64)]
        )
        extra[:, 0] = 0.0
        return log_softmax(scores + extra)


def link(found: Sequence[Stretch], to_cue: PointerScores, to_source: PointerScores) -> list[Linked]:
    """Join one window's spans into attributions, in the order of their cues; contents without a cue last."""
    cues = [s for s in found if s.role == CUE]
    sources = [s for s in found if s.role == SOURCE]
    contents = [s for s in found if s.role == CONTENT]
    out = [Linked(cue) for cue in cues]
    alone: list[Linked] = []
    for content in contents:
        choice, score = _content_cue(content, cues, to_cue)
        target = out[choice] if choice is not None else Linked(None)
        if choice is None:
            alone.append(target)
        target.contents.append(content)
        target.cue_score = min(target.cue_score, score)
    for linked in out:
        if linked.cue is not None and linked.contents:
            linked.source, linked.source_score = _cue_source(linked.cue, sources, to_source)
    return [linked for linked in out if linked.contents] + alone


def _content_cue(
    content: Stretch, cues: Sequence[Stretch], pointer: PointerScores
) -> tuple[int | None, float]:
    """The cue that the words of ``content`` point to on average, None for none of them."""
    scores = pointer.log_probabilities(np.arange(content.first, content.last + 1)).mean(0)
    targets = np.array([0, *(c.first + 1 for c in cues)])
    chosen = log_softmax(scores[targets])
    best = int(chosen.argmax())
    return (best - 1 if best else None), float(chosen[best])


def _cue_source(
    cue: Stretch, sources: Sequence[Stretch], pointer: PointerScores
) -> tuple[Stretch | None, float]:
    """The source that ``cue`` points to, None for an unnamed one."""
    scores = pointer.log_probabilities(np.array([cue.first]))[0]
    targets = np.array([0, *(s.first + 1 for s in sources)])
    chosen = log_softmax(scores[targets])
    best = int(chosen.argmax())
    return (sources[best - 1] if best else None), float(chosen[best])
