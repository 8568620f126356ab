"""Trains the pair scorer of ``utterances``, cross-validated over the events of the cross-outlet benchmark.

    OMP_NUM_THREADS=1 PYTHONPATH=src python -m training.pairs ../shared READ.pickle
        --write src/onrecord/models/weights evals/data

``READ.pickle`` comes from ``pairs_read.py``. One thread: two that share cores with other work took several
times as long. Two points are an example when they are candidates; the answer is yes when renderings of one
gold utterance cover half of each. The events of ``labels/utterances.json`` are added to what every model
learns from. Their annotators called other pairs one utterance than the benchmark's, so each row says where it
is from, and the trees that are kept answer as for the benchmark. With ``--write``, the model of all events
goes to the package and one model per fold to ``evals/data``: an event is evaluated only by a model that never
saw it.
"""

from __future__ import annotations

import argparse
import json
import pickle
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import average_precision_score

from onrecord.models.trees import Forest
from onrecord.models.vectors import packaged
from onrecord.records import AnnotatedArticle, Speaker
from onrecord.text import View
from onrecord.utterances.candidates import candidates
from onrecord.utterances.context import Context, context
from onrecord.utterances.features import NAMES, measure
from onrecord.utterances.points import Point, points
from onrecord.utterances.scoring import TrainedScorer
from onrecord.utterances.support import SUPPORT, support
from training import labelled
from training.forests import Tree, build
from training.manifest import update
from training.scorers import scorer

Table = npt.NDArray[np.float64]

FOLDS = 5
# Forests of other seeds whose log-odds are averaged: one alone errs by half a point of pairs F1 either way.
BAGS = 3
# Within the training events, first scores for the second forest come from models that did not see the event.
INNER = 3
# Below this overlap and cosine, pairs are nearly never one utterance: they are thinned to save time.
FAINT, THINNING = 0.15, 6
# Chosen by hand, not swept. One comparison: 100 rounds at a rate of 0.09 with INNER 2 gave an average
# precision of 0.563 over unseen events, these 0.569.
SETTINGS: dict[str, Any] = {
    "learning_rate": 0.06,
    "max_iter": 300,
    "max_leaf_nodes": 20,
    "min_samples_leaf": 25,
    "l2_regularization": 2.0,
    "max_features": 0.4,
    "early_stopping": False,
}


@dataclass
class Event:
    """The points of one event with their candidate pairs, features and answers."""

    name: str
    made: Context
    pairs: list[tuple[int, int]]
    table: Table
    answers: Table


@dataclass(frozen=True)
class Trained:
    """Both forests as graphs, ready to be written."""

    first: bytes
    second: bytes

    def scorer(self) -> TrainedScorer:
        """What judges with them, without the network."""
        return TrainedScorer(Forest(self.first), Forest(self.second))


def fold_of(event: str) -> int | None:
    """Which fold an event of the benchmark belongs to, fixed by its name; None for a labelled one."""
    return sum(map(ord, event)) % FOLDS if event.startswith("e") else None


def to_raw(article: AnnotatedArticle, start: int, end: int) -> tuple[int, int] | None:
    """Offsets in the raw text, as the scorers map them."""
    low = high = None
    for at, raw, size in article.article.text_map:
        first, last = max(start, at), min(end, at + size)
        if first < last:
            low = raw + first - at if low is None else min(low, raw + first - at)
            high = raw + last - at if high is None else max(high, raw + last - at)
    return None if low is None or high is None else (low, high)


def prepare(shared: Path, read: Path) -> list[Event]:
    """Candidate pairs of every event, with features and answers: the benchmark's, then the labelled ones."""
    contract = scorer(shared, "contract")
    kept = pickle.loads(read.read_bytes())  # noqa: S301 - our own file
    items = {str(item.article.given_id): item for item in kept["articles"].values()}
    texts = {row["id"]: row["text"] for row in labelled.rows(shared)}
    units = {name: contract.Units(texts[name]) for name in items}
    bench = json.loads((shared / "bench/dev.json").read_text("utf-8"))
    for event in bench:
        event["articles"] = [name for name in items if name.startswith(f"{event['event']}-")]
    added = labelled.events()
    encoder = packaged()
    return [
        one_event(event, [items[name] for name in event["articles"]], kept["speakers"], units, encoder)
        for event in sorted(bench, key=lambda e: str(e["event"])) + added
    ]


def one_event(
    gold: dict[str, Any],
    items: list[AnnotatedArticle],
    speakers: dict[str, Speaker],
    units: dict[str, Any],
    encoder: Any,  # noqa: ANN401
) -> Event:
    """Features and answers of one event."""
    found = sorted((p for item in items for p in points(item, View(item.article))), key=lambda p: p.key)
    made = context(found, speakers, encoder)
    pairs = candidates(made)
    owner = {item.article.id: item for item in items}
    tokens = [units[str(p.article.given_id)].tokens(raw_spans(owner[p.article.id], p)) for p in found]
    told = [
        [(r["article"], units[r["article"]].tokens(r["spans"])) for r in u["renderings"]]
        for u in gold["utterances"]
    ]
    belongs = [
        {k for k, u in enumerate(told) if any(str(p.article.given_id) == a and covers(t, g) for a, g in u)}
        for p, t in zip(found, tokens, strict=True)
    ]
    answers = np.array([float(bool(belongs[i] & belongs[j])) for i, j in pairs])
    return Event(gold["event"], made, pairs, measure(made, pairs), answers)


def raw_spans(item: AnnotatedArticle, point: Point) -> list[tuple[int, int]]:
    """The point's spans in the raw text."""
    mapped = (to_raw(item, s.start, s.end) for s in point.spans)
    return [m for m in mapped if m is not None]


def covers(tokens: set[int], gold: set[int]) -> bool:
    """Whether a point and a gold rendering share at least half of the shorter."""
    both = len(tokens & gold)
    return bool(both) and 2 * both >= min(len(tokens), len(gold))


def fit(
    events: list[Event], tables: list[Table], names: tuple[str, ...], *, version: str, bags: int
) -> bytes:
    """Boosted trees over the rows of several events, the mean of ``bags`` runs, as a graph.

    Of the pairs that share hardly anything, only every ``THINNING``-th is looked at, and weighs as many. The
    last column, which the kept trees no longer ask for, says whether the row is the benchmark's.
    """
    ours = [np.full((len(t), 1), fold_of(e.name) is not None) for e, t in zip(events, tables, strict=True)]
    rows = np.hstack([np.concatenate(tables), np.concatenate(ours)])
    wanted = np.concatenate([e.answers for e in events])
    faint = (
        (rows[:, NAMES.index("overlap")] < FAINT) & (rows[:, NAMES.index("vector")] < FAINT) & (wanted == 0)
    )
    kept = ~faint | (np.arange(len(rows)) % THINNING == 0)
    weights = np.where(faint, float(THINNING), 1.0)
    models = [HistGradientBoostingClassifier(**SETTINGS, random_state=seed) for seed in range(1, bags + 1)]
    for model in models:
        model.fit(rows[kept], wanted[kept], sample_weight=weights[kept])
    return forest(models, names, version)


def train(events: list[Event], version: str) -> Trained:
    """Both forests from ``events``; the second learns from first scores of models that did not see them."""
    tables = [e.table for e in events]
    looks: list[Table] = list(tables)
    for part in range(INNER):
        rest = [at for at in range(len(events)) if at % INNER != part]
        looked = [events[at] for at in rest]
        first = Forest(fit(looked, [tables[at] for at in rest], NAMES, version=version, bags=1))
        for at, e in enumerate(events):
            if at % INNER == part:
                looks[at] = np.hstack([e.table, support(e.made, e.pairs, first.score(e.table))])
    return Trained(
        fit(events, tables, NAMES, version=version, bags=BAGS),
        fit(events, looks, (*NAMES, *SUPPORT), version=version, bags=BAGS),
    )


def forest(models: list[Any], names: tuple[str, ...], version: str) -> bytes:
    """Fitted classifiers over ``names``, and whether a row is the benchmark's, as a graph for those."""
    grown = []
    for (tree,) in (trees for model in models for trees in model._predictors):  # noqa: SLF001 - only here
        nodes = _of_the_benchmark(tree.nodes, len(names))
        leaf = nodes["is_leaf"].astype(bool)
        # Single precision loses nothing that shows and packs to half.
        value = (nodes["value"] / len(models)).astype(np.float32).astype(np.float64)
        grown.append(
            Tree(
                feature=np.where(leaf, -1, nodes["feature_idx"]).astype(np.int64),
                threshold=np.where(leaf, 0.0, nodes["num_threshold"]),
                left=nodes["left"].astype(np.int64),
                right=nodes["right"].astype(np.int64),
                value=np.where(leaf, value, 0.0),
            )
        )
    bias = float(np.mean([model._baseline_prediction.ravel()[0] for model in models]))  # noqa: SLF001
    return build(grown, names, bias, version)


def _of_the_benchmark(nodes: Any, flag: int) -> Any:  # noqa: ANN401 - a structured array
    """``nodes`` without those that ask whether a row is the benchmark's: a row that is goes right."""

    def beyond(node: int) -> int:
        while not nodes[node]["is_leaf"] and nodes[node]["feature_idx"] == flag:
            node = int(nodes[node]["right"])
        return node

    out = nodes.copy()
    out[0] = nodes[beyond(0)]
    for node in out:
        if not node["is_leaf"]:
            node["left"], node["right"] = beyond(int(node["left"])), beyond(int(node["right"]))
    return out


def cross_validate(events: list[Event]) -> dict[int, Trained]:
    """One scorer per fold, trained on the other folds."""
    return {
        fold: train([e for e in events if fold_of(e.name) != fold], f"pairs-1 fold {fold}")
        for fold in range(FOLDS)
    }


def report(events: list[Event], folds: dict[int, Trained]) -> None:
    """How well the folds' scorers tell the pairs of unseen events, before grouping."""
    scorers = {fold: trained.scorer() for fold, trained in folds.items()}
    seen = [(e, scorers[fold]) for e in events if (fold := fold_of(e.name)) is not None]
    scores = np.concatenate([scorer.score_table(e.made, e.pairs, e.table) for e, scorer in seen])
    answers = np.concatenate([e.answers for e, _ in seen])
    print(f"average precision {average_precision_score(answers, scores):.3f}")
    for threshold in (0.3, 0.4, 0.5, 0.6):
        hit = float((answers[scores >= threshold]).sum())
        precision, recall = hit / max((scores >= threshold).sum(), 1), hit / answers.sum()
        print(f"at {threshold}: pair precision {precision:.3f} recall {recall:.3f}")


def write(trained: Trained, folder: Path, suffix: str = "") -> None:
    """Both forests into ``folder``."""
    (folder / f"pairs-first{suffix}.onnx").write_bytes(trained.first)
    (folder / f"pairs-second{suffix}.onnx").write_bytes(trained.second)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("read", type=Path)
    parser.add_argument("--write", nargs=2, type=Path, metavar=("MODELS", "EVALS"))
    options = parser.parse_args()
    started = time.monotonic()
    events = prepare(options.shared, options.read)
    size, yes = sum(len(e.pairs) for e in events), sum(e.answers.sum() for e in events)
    print(f"{size} candidate pairs, {yes:.0f} of them one utterance ({time.monotonic() - started:.0f} s)")
    folds = cross_validate(events)
    report(events, folds)
    if options.write:
        models, evals = options.write
        write(train(events, "pairs-1"), models)
        update(models, ("pairs-first.onnx", "pairs-second.onnx"))
        for fold, trained in folds.items():
            write(trained, evals, f"-{fold}")
    print(f"{time.monotonic() - started:.0f} s")


if __name__ == "__main__":
    main()
