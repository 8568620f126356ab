"""How sure the tagger is of one attribution, as a calibrated probability.

The evidence is what the network itself says: how sure it is of the content's words and borders, of the
cue, and of the two links. Their weights come from a logistic regression on training articles that the
network has not seen (target: the content matches gold and the source is right).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.models.arrays import Floats
from onrecord.statements.decoding import Stretch
from onrecord.statements.linking import CUE, SOURCE, Linked

EVIDENCE = (
    "content",
    "weakest",
    "border",
    "cue",
    "cue_link",
    "source",
    "source_link",
    "no_source",
    "no_cue",
    "length",
)


def evidence(linked: Linked, logs: Floats) -> tuple[float, ...]:
    """The values of ``EVIDENCE``; logarithms of probabilities, bounded at -5.

    Args:
        linked: one attribution.
        logs: ``(W, 7)`` log probabilities of the labels of the window's words.
    """
    content = np.concatenate(
        [np.logaddexp(logs[c.first : c.last + 1, 5], logs[c.first : c.last + 1, 6]) for c in linked.contents]
    )
    border = min(_border(c, logs) for c in linked.contents)
    size = sum(c.last - c.first + 1 for c in linked.contents)
    values = [
        float(content.mean()),
        float(content.min()),
        border,
        _role(linked.cue, logs, CUE),
        linked.cue_score,
        _role(linked.source, logs, SOURCE),
        linked.source_score,
        float(linked.source is None),
        float(linked.cue is None),
        math.log1p(size) - 3.0,
    ]
    return tuple(max(-5.0, v) for v in values)


def _border(stretch: Stretch, logs: Floats) -> float:
    """Log probability that the stretch begins and ends where it does."""
    begin = float(logs[stretch.first, 5])
    after = stretch.last + 1
    end = float(np.log1p(-min(0.9999, float(np.exp(logs[after, 6]))))) if after < len(logs) else 0.0
    return begin + end


def _role(stretch: Stretch | None, logs: Floats, role: int) -> float:
    if stretch is None:
        return 0.0
    part = logs[stretch.first : stretch.last + 1]
    return float(np.logaddexp(part[:, 2 * role - 1], part[:, 2 * role]).mean())


def confidence(grounds: Sequence[float], calibration: Mapping[str, tuple[float, ...]]) -> float:
    """A probability between 0.01 and 0.99, rounded to four digits.

    ``grounds``: what ``evidence`` gives. ``calibration``: "weights" and "bias" of the regression.
    """
    weights = calibration["weights"]
    score = calibration["bias"][0] + sum(w * v for w, v in zip(weights, grounds, strict=True))
    return round(min(0.99, max(0.01, 1.0 / (1.0 + math.exp(-score)))), 4)
