"""Label scores to spans: the best path that the label scheme allows.

Roles are labelled in the BIO scheme over words: outside, then B and I of source, cue and content. The
transition scores are learned (a linear-chain CRF); "no I without its B" is part of them as a score that
no path can pay. Shapes: N windows, W words of the longest, K labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.models.arrays import Floats, Ints


class Stretch(NamedTuple):
    """Words ``first`` to ``last``, both inclusive, that play one role (its number, from 1)."""

    role: int
    first: int
    last: int


def best_paths(emissions: Sequence[Floats], transitions: Floats) -> list[Ints]:
    """The best label sequence of each window (Viterbi over all windows at once).

    Args:
        emissions: per window ``(W_n, K)``; the first word is outside every span.
        transitions: ``(K, K)``, from row to column.

    Returns:
        Per window ``(W_n,)`` label numbers.
    """
    if not emissions:
        return []
    longest = max(len(e) for e in emissions)
    count, labels = len(emissions), transitions.shape[0]
    padded = np.zeros((longest, count, labels), np.float32)
    for n, e in enumerate(emissions):
        padded[: len(e), n] = e
    lengths = np.array([len(e) for e in emissions])
    shortest = int(lengths.min())
    into = np.ascontiguousarray(transitions.T)
    back = np.zeros((longest, count, labels), np.int8)
    score = padded[0] + transitions[0]
    for at in range(1, longest):
        through = score[:, None, :] + into
        back[at] = through.argmax(2)
        new = through.max(2) + padded[at]
        score = new if at < shortest else np.where((at < lengths)[:, None], new, score)
    rows = np.arange(count)
    label = score.argmax(1)
    paths = np.zeros((longest, count), np.int64)
    for at in range(longest - 1, 0, -1):
        paths[at] = label
        step = back[at, rows, label]
        label = step if at < shortest else np.where(at < lengths, step, label)
    paths[0] = label
    return [paths[: len(e), n] for n, e in enumerate(emissions)]


def stretches(labels: Ints) -> list[Stretch]:
    """The spans that a BIO label sequence describes; an I without its B opens a span."""
    out: list[Stretch] = []
    roles = (labels + 1) // 2
    begins = labels % 2 == 1
    for word in np.flatnonzero(roles):
        role = int(roles[word])
        if out and not begins[word] and out[-1].role == role and out[-1].last == word - 1:
            out[-1] = Stretch(role, out[-1].first, int(word))
        else:
            out.append(Stretch(role, int(word), int(word)))
    return out


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)
