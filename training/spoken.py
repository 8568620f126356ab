"""The head that tells speech from attitudes and acts: ``spoken.onnx``, a part of the tagger's graph.

usage: PYTHONPATH=src:evals:. python -m training.spoken ../shared [--write src/onrecord/models/weights]

Reads the articles of ``evals/data/spoken.jsonl`` and learns, from all verdicts but those of its half
"unseen", one row of weights over the states of the tagger's third layer, taken in the mean over a cue's
words, together with the ``WEIGHTS`` of ``onrecord.statements.spoken``, which it prints. Prints how well five
folds by article, and the half "unseen", are told apart, too. Run again for every new tagger.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import spoken as judged
from onnx import TensorProto, helper, numpy_helper

from onrecord.models.manifest import PACKAGED
from onrecord.records import Statement
from onrecord.statements import spoken as product
from onrecord.statements.bearings import Bearings
from onrecord.statements.neural import NeuralTagger
from onrecord.text import View
from training.manifest import update
from training.states import states_of, watched

Array = npt.NDArray[np.float64]
FILE, NAMES = "spoken.onnx", tuple(product.WEIGHTS)
# States count less than what is told besides: 0.1 to 0.5 gave the same within .003 (area under the curve).
SCALE, RIDGE, FOLDS, STEPS = 0.2, 1.0, 5, 50


@dataclass(frozen=True, slots=True)
class Case:
    """One judged statement: the mean state of its cue and what is told besides, whether it was said."""

    article: str
    half: str
    values: Array
    said: bool
    known: bool  # a mode other than speech that ``modes`` has from its words


def cases(shared: Path) -> Iterator[Case]:
    """Every judged statement that is read as it was when it was judged."""
    for item in judged.read(shared, NeuralTagger(watched(), threads=1), ("taught", "seen", "unseen")):
        view, bearings = View(item.article), item.reading.bearings
        if not isinstance(bearings, Bearings):
            raise TypeError("not read by the packaged tagger")
        for verdict, statement in judged.found(item.verdicts, item.statements):
            state = _state(statement, bearings)
            if state is not None:
                told = product.evidence(view.language, statement, _words(view, statement))
                values = np.concatenate([state * SCALE, [told[name] for name in NAMES]])
                known = statement.mode in ("thought", "plan")
                yield Case(verdict.article, verdict.half, values, verdict.said, known)


def _words(view: View, statement: Statement) -> str:
    return " ".join(span.of(view.text) for span in statement.cue)


def _state(statement: Statement, bearings: Bearings) -> Array | None:
    found = [bearings.row(at) for span in statement.cue for at in range(span.start, span.end)]
    rows = [row for row in found if row is not None]
    return np.mean(rows, axis=0) if rows else None


def fit(found: Sequence[Case]) -> Array:
    """Logistic regression with a ridge, by Newton's steps."""
    values, said = np.stack([c.values for c in found]), np.array([c.said for c in found], float)
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        likely = odds(values, weights)
        slope = values.T @ (likely - said) + RIDGE * weights
        bend = (values * (likely * (1 - likely))[:, None]).T @ values + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-7:
            break
    return weights


def odds(values: Array, weights: Array) -> Array:
    """How likely each was said."""
    return 1.0 / (1.0 + np.exp(-values @ weights))


def told_apart(found: Sequence[Case], likely: Array) -> dict[str, float]:
    """The area under the curve, and percent of what was said and was not on their sides of the line."""
    said = np.array([c.said for c in found])
    unknown = ~np.array([c.known for c in found])
    ranks = np.argsort(np.argsort(likely[unknown]))
    count = said[unknown].sum()
    others = unknown.sum() - count
    area = (ranks[said[unknown]].sum() - count * (count - 1) / 2) / (count * others)
    below = likely < product.LINE
    return {
        "area": round(float(area), 3),
        "said and kept": round(100 * float((~below & said & unknown).sum() / count), 1),
        "not said and told": round(100 * float((below & ~said & unknown).sum() / others), 1),
    }


def in_folds(found: Sequence[Case]) -> Array:
    """How likely each was said, by weights that did not see its article."""
    fold = np.array([hashlib.sha256(c.article.encode()).digest()[0] % FOLDS for c in found])
    values, likely = np.stack([c.values for c in found]), np.zeros(len(found))
    for number in range(FOLDS):
        weights = fit([c for c, f in zip(found, fold, strict=True) if f != number])
        likely[fold == number] = odds(values[fold == number], weights)
    return likely


def part(weights: Array, states: str, tagger: str) -> bytes:
    """The head as a part of the graph that makes ``states``; ``tagger``: the digest of the file it is for."""
    row = np.ascontiguousarray(weights[: -len(NAMES), None] * SCALE, np.float32)
    graph = onnx.GraphProto(
        node=[helper.make_node("MatMul", [states, "spoken.weight"], ["spoken"], name="spoken.MatMul")],
        initializer=[numpy_helper.from_array(row, "spoken.weight")],
        output=[helper.make_tensor_value_info("spoken", TensorProto.FLOAT, ["batch", "length", 1])],
    )
    return bytes(onnx.ModelProto(graph=graph, doc_string=tagger).SerializeToString())


def main() -> None:
    """Measure, and write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    found = list(cases(args.shared))
    unseen = [c for c in found if c.half == "unseen"]
    taught = [c for c in found if c.half != "unseen"]
    weights = fit(taught)
    print("in folds", len(taught), json.dumps(told_apart(taught, in_folds(taught))))
    likely = odds(np.stack([c.values for c in unseen]), weights)
    print("unseen", len(unseen), json.dumps(told_apart(unseen, likely)))
    print({name: round(float(w), 2) for name, w in zip(NAMES, weights[-len(NAMES) :], strict=True)})
    if args.write:
        packaged = PACKAGED.read("tagger.onnx")
        made = part(weights, states_of(packaged), hashlib.sha256(packaged).hexdigest())
        (args.write / FILE).write_bytes(made)
        update(args.write, [FILE])


if __name__ == "__main__":
    main()
