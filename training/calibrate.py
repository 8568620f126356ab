"""Confidence: how often an attribution is right, fitted on the held-out slice of the training set.

An attribution is right when its content matches a gold content (IoU >= 0.8) and its source's head is right:
the scorer's end-to-end rule. A logistic regression over what the network says of itself, then a table of how
well the promise is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.models.tagger import Model
from onrecord.records import Attribution
from onrecord.statements.neural import NeuralTagger
from training.evaluate import article, pairs

Table = list[dict[str, float]]
# Weight of the squared-weights penalty; the fit has some 1,300 attributions and ten features.
_RIDGE = 1.0


def correct(score: ModuleType, row: Mapping[str, Any], attributions: Sequence[Attribution]) -> list[bool]:
    """Whether each attribution is right."""
    units = score.Units(row["text"])
    gold = [
        score.Item(units, g, score.rough_head(row["text"], g["source"]) if g["source"] else None)
        for g in row["attributions"]
    ]
    found = [
        score.Item(units, {"source": pairs(a.source), "cue": pairs(a.cue), "content": pairs(a.content)})
        for a in attributions
    ]
    right = [False] * len(found)
    for iou, i, j in score.align([g.content for g in gold], [p.content for p in found]):
        if iou >= 0.8:
            g, p = gold[i], found[j]
            right[j] = bool(g.head) and g.head <= p.source if g.source else not p.source
    return right


def fit(model: Model, gold: Sequence[Mapping[str, Any]], score: ModuleType) -> dict[str, list[float]]:
    """Weights of the regression, for ``Decoder.calibration``."""
    judged = NeuralTagger(model, threads=1).judge([article(str(r["id"]), r["text"]) for r in gold])
    rows = [j.evidence for one in judged for j in one.judged]
    target = [
        c
        for row, one in zip(gold, judged, strict=True)
        for c in correct(score, row, [j.attribution for j in one.judged])
    ]
    weights, bias = regression(np.array(rows), np.array(target, np.float64))
    return {"weights": [round(float(w), 4) for w in weights], "bias": [round(bias, 4)]}


def regression(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float64], float]:
    """Ridge-penalised logistic regression by Newton's method."""
    design = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.eye(design.shape[1]) * _RIDGE
    ridge[-1, -1] = 0.0
    beta = np.zeros(design.shape[1])
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-design @ beta))
        gradient = design.T @ (p - y) + ridge @ beta
        hessian = (design * (p * (1 - p))[:, None]).T @ design + ridge
        beta -= np.linalg.solve(hessian, gradient)
    return beta[:-1], float(beta[-1])


def reliability(promised: Sequence[float], kept: Sequence[bool], bins: int = 10) -> Table:
    """Mean confidence and share right per tenth of the scale."""
    table: Table = []
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        inside = [(c, k) for c, k in zip(promised, kept, strict=True) if low <= c < high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(k for _, k in inside) / len(inside)
            table.append(
                {"from": low, "count": len(inside), "promised": round(mean, 3), "right": round(share, 3)}
            )
    return table


def calibration_error(table: Table) -> float:
    """Mean distance between promise and outcome, weighted by count."""
    total = sum(row["count"] for row in table)
    return sum(row["count"] * abs(row["promised"] - row["right"]) for row in table) / max(1.0, total)
