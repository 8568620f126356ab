"""What each line of a text is for, told by a small network over all its lines.

``models/lines.onnx`` scores every line for every label; which labels follow each other is counted from its
training and weighed in when the best sequence is looked for. Body is kept when in doubt.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any, Final, Literal, NamedTuple, get_args

import numpy as np

from onrecord.articles.features import Line, lines_of, see
from onrecord.articles.tokens import SHAPES
from onrecord.errors import ModelError
from onrecord.models.arrays import Floats
from onrecord.models.manifest import LINES, PACKAGED
from onrecord.models.runtime import session

Label = Literal[
    "masthead",
    "navigation",
    "section",
    "headline",
    "subheadline",
    "byline",
    "date",
    "outlet",
    "caption",
    "credit",
    "dateline",
    "share",
    "advert",
    "related",
    "pullquote",
    "page",
    "comment",
    "correction",
    "note",
    "contact",
    "legal",
    "record",
    "heading",
    "body",
]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
_BODY: Final = LABELS.index("body")
# What is added to the score of body: dropping a paragraph costs more than keeping a line too many.
BODY_BIAS: Final = 1.0
# How much the counted sequences weigh beside the network, which sees the neighbours itself.
_FOLLOWING: Final = 0.3


# Longer texts than any article are looked at where their furniture is, so that the cost stays bounded.
_TOP, _FOOT = 1200, 300
# Of the column's width, what a line has at least that was ended for want of room.
_FULL = 0.6


@dataclass(frozen=True, slots=True)
class Tagger:
    """The packaged network with its lists."""

    session: Any
    vocabulary: dict[str, int]
    transitions: Floats

    def scores(self, text: str, lines: Sequence[Line], *, title: str | None, width: int) -> Floats:
        """Scores of shape ``(len(lines), len(LABELS))``."""
        seen = see(text, lines, self.vocabulary, title=title, width=width)
        inputs = {"word_ids": seen.words, "case_ids": seen.cases, "numbers": seen.numbers}
        found: Floats = self.session.run(None, inputs)[0]
        return found


@cache
def packaged_tagger() -> Tagger:
    """The tagger that ships with the package.

    Raises:
        ModelError: its file is missing or not the one this version needs.
    """
    loaded = session(PACKAGED.read(LINES[0]))
    lists = {key: json.loads(value) for key, value in loaded.get_modelmeta().custom_metadata_map.items()}
    if tuple(lists.get("labels", ())) != LABELS:
        raise ModelError("lines.onnx has other labels than this version: reinstall the package")
    vocabulary = {word: number for number, word in enumerate(lists["vocabulary"], len(SHAPES))}
    return Tagger(loaded, vocabulary, np.asarray(lists["transitions"], np.float32))


class Tagged(NamedTuple):
    """Every line of a text that is not blank, its label, and how likely each label is: ``(L, LABELS)``."""

    lines: list[Line]
    labels: list[Label]
    odds: Floats


def tag(text: str, *, title: str | None = None, width: int = 0) -> Tagged:
    """What each line of ``text`` is for. ``title``: the headline where it is known.

    Of text wrapped at ``width``, lines between others that run on are not looked at: half of them are left.
    """
    lines = lines_of(text)
    if not lines:
        return Tagged([], [], np.zeros((0, len(LABELS)), np.float32))
    runs = [_runs_on(text, a, b, width) for a, b in pairwise(lines)] if width else [False] * (len(lines) - 1)
    # A line that runs on from the one above and into the one below is for what they are for.
    kept = [n for n, edges in enumerate(zip([False, *runs], [*runs, False], strict=True)) if not all(edges)]
    labels, odds = _tagged(text, [lines[n] for n in kept], title, width)
    sizes = np.diff([*kept, len(lines)])
    return Tagged(
        lines, [labels[n] for n in np.repeat(range(len(kept)), sizes)], np.repeat(odds, sizes, axis=0)
    )


def _runs_on(text: str, before: Line, after: Line, width: int) -> bool:
    """Whether a line goes on below: it is full, and small letters stand on both sides of its end."""
    if before.below or after.page or before.span.end - before.span.start < _FULL * width:
        return False
    last, first = text[before.span.end - 1], text[after.span.start]
    return first.islower() and (last.islower() or last in ",-")


def _tagged(text: str, lines: list[Line], title: str | None, width: int) -> tuple[list[Label], Floats]:
    middle = len(lines) - _TOP - _FOOT if len(lines) > _TOP + _FOOT else 0
    looked = lines[:_TOP] + lines[-_FOOT:] if middle else lines
    labels, odds = _labels(text, looked, title, width)
    between: list[Label] = ["body"] * middle
    body = np.repeat(np.eye(len(LABELS), dtype=np.float32)[[_BODY]], middle, axis=0)
    whole = np.concatenate([odds[:_TOP], body, odds[_TOP:]]) if middle else odds
    return [*labels[:_TOP], *between, *labels[_TOP:]], whole


def _labels(text: str, lines: Sequence[Line], title: str | None, width: int) -> tuple[list[Label], Floats]:
    tagger = packaged_tagger()
    scores = tagger.scores(text, lines, title=title, width=width)
    scores = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    odds = np.exp(scores)
    scores[:, _BODY] += BODY_BIAS
    return [LABELS[number] for number in best_sequence(scores, _FOLLOWING * tagger.transitions)], odds


def best_sequence(scores: Floats, transitions: Floats) -> list[int]:
    """The labels with the highest sum of ``scores (L, K)`` and ``transitions (K + 1, K)`` (row 0: start)."""
    best = scores[0] + transitions[0]
    came = np.zeros(scores.shape, np.int64)
    into = np.ascontiguousarray(transitions[1:].T)
    for row in range(1, len(scores)):
        through = best + into
        came[row] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[row]
    path = [int(best.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(came[row, path[-1]]))
    return path[::-1]
