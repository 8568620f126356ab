"""Coreference scores by their standard definitions (MUC, B³, CEAF-e and their mean, the CoNLL score).

A clustering is a list of disjoint sets of mentions. Definitions: Vilain et al. 1995 (MUC), Bagga and Baldwin
1998 (B³), Luo 2005 (CEAF with the similarity 2|K∩R|/(|K|+|R|)), Pradhan et al. 2012 (the mean).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

Clusters = Sequence[frozenset[Hashable]]


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 when both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _muc_recall(key: Clusters, response: Clusters) -> tuple[int, int]:
    where = {m: i for i, c in enumerate(response) for m in c}
    links = found = 0
    for cluster in key:
        parts = len({where[m] for m in cluster if m in where}) + sum(m not in where for m in cluster)
        links += len(cluster) - 1
        found += len(cluster) - parts
    return found, links


def _b3_recall(key: Clusters, response: Clusters) -> tuple[float, int]:
    of = {m: c for c in response for m in c}
    mentions = [(m, c) for c in key for m in c]
    return sum(len(c & of.get(m, frozenset())) / len(c) for m, c in mentions), len(mentions)


def assignment(gain: np.ndarray) -> float:
    """The largest total of ``gain`` (float, rows x columns) with at most one cell per row and column.

    Hungarian method with potentials; cubic in the smaller side.
    """
    cost = -gain if gain.shape[0] <= gain.shape[1] else -gain.T
    n, m = cost.shape
    u, v = np.zeros(n + 1), np.zeros(m + 1)
    row_of, way = np.zeros(m + 1, dtype=int), np.zeros(m + 1, dtype=int)
    for row in range(1, n + 1):
        row_of[0], column = row, 0
        least, used = np.full(m + 1, np.inf), np.zeros(m + 1, dtype=bool)
        while True:
            used[column] = True
            reduced = cost[row_of[column] - 1] - u[row_of[column]] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better], way[1:][better] = reduced[better], column
            following = int(np.where(used[1:], np.inf, least[1:]).argmin()) + 1
            delta = least[following]
            u[row_of[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            column = following
            if row_of[column] == 0:
                break
        while column:
            row_of[column] = row_of[way[column]]
            column = way[column]
    return float(sum(-cost[row_of[j] - 1, j - 1] for j in range(1, m + 1) if row_of[j]))


def _ceafe(key: Clusters, response: Clusters) -> float:
    gain = np.array([[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key])
    return assignment(gain) if gain.size else 0.0


def conll(documents: Sequence[tuple[Clusters, Clusters]]) -> dict[str, float]:
    """MUC, B³, CEAF-e F1 and their mean in percent, over all (key, response) documents together."""
    muc = [[0.0, 0], [0.0, 0]]
    b3 = [[0.0, 0], [0.0, 0]]
    ceaf, keys, responses = 0.0, 0, 0
    for key, response in documents:
        for side, (a, b) in enumerate(((key, response), (response, key))):
            for total, (found, of) in ((muc[side], _muc_recall(a, b)), (b3[side], _b3_recall(a, b))):
                total[0] += found
                total[1] += of
        ceaf += _ceafe(key, response)
        keys, responses = keys + len(key), responses + len(response)
    scores = {
        name: 100 * f1(*(found / of if of else 0.0 for found, of in sides))
        for name, sides in (("muc", muc), ("b3", b3))
    }
    scores["ceafe"] = 100 * f1(ceaf / responses if responses else 0.0, ceaf / keys if keys else 0.0)
    return {**scores, "conll": sum(scores.values()) / 3}
