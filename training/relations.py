"""Trains ``relations.onnx``: whether two values of one story answer one question, as their agreeing tells.

    PYTHONPATH=src python -m training.relations ../shared MINED.pickle
        --months 2015-01:2016-09 2018-07:2019-12 --write src/onrecord/models/weights

No label by hand: articles of other outlets on one happening are grouped by the product, and every pair of
comparable values whose clauses share enough is an example; the answer is whether they are equal. Reprints are
left out, since a copy agrees with itself. ``MINED.pickle`` is written on the first run and read on later
ones.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

from onrecord import pipeline, sources, stories
from onrecord.records import AnnotatedArticle, Article, Reading, Story
from onrecord.relations import facts
from onrecord.relations.days import Dated, dated
from onrecord.relations.numbers import quantities
from onrecord.relations.questions import NAMES, Questions, Side, side
from onrecord.relations.values import Value, values
from onrecord.text import View
from training.manifest import update
from training.pairs import forest

Table = npt.NDArray[np.float64]

VERSION = "relations-1"
FOLDS, BAGS = 4, 3
# Articles of one story that are compared, and the share of equal sentences from which one is a copy.
MOST, COPY = 12, 0.3
SETTINGS: dict[str, Any] = {
    "learning_rate": 0.06,
    "max_iter": 120,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 25,
    "l2_regularization": 2.0,
    "max_features": 0.4,
}


class Unread:
    """A tagger that finds nothing: values need no statements."""

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """An empty reading of each."""
        return [Reading((), (), "unread") for _ in articles]


@dataclass(frozen=True)
class Examples:
    """``table (N, len(NAMES))``, ``answers (N,)`` and the number of each row's story."""

    table: Table
    answers: Table
    story: npt.NDArray[np.int64]


def read(shared: Path, months: list[tuple[str, str]]) -> tuple[list[Story], dict[str, AnnotatedArticle]]:
    """The stories of several articles among the bulk news of ``months``, and their articles."""
    rows: dict[str, str] = {}
    with gzip.open(shared / "data/allsides/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            month = str(row["date"])[:7]
            if any(first <= month <= last for first, last in months):
                rows.setdefault(row["text"], line)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(rows.values()), "utf-8")
        items = list(pipeline.annotate(sources.read([path]), Unread(), on_skip=print))
    return list(stories.group(items)), {item.article.id: item for item in items}


def mine(told: list[Story], items: dict[str, AnnotatedArticle]) -> Examples:
    """All pairs of comparable values of one story, but for those of which nobody can tell."""
    rows, answers, owners = [], [], []
    for number, story in enumerate(told):
        for asked in _asked([items[a] for a in story.article_ids[:MOST]]):
            for row, (a, b) in zip(asked.table(), asked.pairs, strict=True):
                answer = equal(a, b)
                if answer is not None:
                    rows.append(row)
                    answers.append(float(answer))
                    owners.append(number)
    return Examples(np.array(rows), np.array(answers), np.array(owners))


def _asked(items: list[AnnotatedArticle]) -> Iterator[Questions]:
    sides = [_side(item) for item in items]
    for n, one in enumerate(sides):
        for two in sides[n + 1 :]:
            if facts.outlets_differ(one.view.article, two.view.article) and not _copies(one.view, two.view):
                asked = Questions(one, two)
                if asked.pairs:
                    yield asked


def _side(item: AnnotatedArticle) -> Side:
    view = View(item.article)
    told = facts.told(view)
    return side(view, values(quantities(item, told), dated(item, told), told))


def _copies(one: View, two: View) -> bool:
    a, b = ({s.text for s in view.sentences} for view in (one, two))
    return len(a & b) > COPY * min(len(a), len(b))


def equal(a: Value, b: Value) -> bool | None:
    """Whether two values are the same; None where one may stand for the other, rounded or by bounds."""
    if isinstance(a.told, Dated) and isinstance(b.told, Dated):
        same = (a.told.first, a.told.last) == (b.told.first, b.told.last)
    else:
        same = getattr(a.told, "value", None) == getattr(b.told, "value", None)
    return True if same else None if a.agrees(b) else False


def fit(examples: Examples, kept: npt.NDArray[np.bool_]) -> list[HistGradientBoostingClassifier]:
    """Boosted trees over the rows ``kept``, one model a seed."""
    models = [HistGradientBoostingClassifier(**SETTINGS, random_state=seed) for seed in range(1, BAGS + 1)]
    return [model.fit(examples.table[kept], examples.answers[kept]) for model in models]


def cross_validate(examples: Examples) -> Table:
    """Probabilities of each row by models that did not see its story."""
    scores = np.zeros(len(examples.answers))
    for fold in range(FOLDS):
        held = examples.story % FOLDS == fold
        models = fit(examples, ~held)
        scores[held] = np.mean([m.predict_proba(examples.table[held])[:, 1] for m in models], axis=0)
    return scores


def report(examples: Examples, scores: Table) -> None:
    """How well equal values are told from others, by kind."""
    answers = examples.answers
    print(f"{len(scores)} pairs, {answers.mean():.3f} equal, AUC {roc_auc_score(answers, scores):.3f}")
    for kind in NAMES[-6:]:
        of = examples.table[:, NAMES.index(kind)] > 0
        sure = of & (scores >= 0.8)
        share = answers[sure].mean() if sure.any() else 0.0
        print(f"{kind:10}{of.sum():7} pairs, {sure.sum():5} at .8, of which {share:.3f} equal")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    parser.add_argument("mined", type=Path)
    parser.add_argument("--months", nargs="+", default=["2015-01:2016-09", "2018-07:2019-12"])
    parser.add_argument("--write", type=Path, metavar="MODELS")
    options = parser.parse_args()
    if not options.mined.exists():
        months = [(first, last) for first, _, last in (m.partition(":") for m in options.months)]
        options.mined.write_bytes(pickle.dumps(mine(*read(options.shared, months))))
    examples: Examples = pickle.loads(options.mined.read_bytes())  # noqa: S301 - our own file
    report(examples, cross_validate(examples))
    if options.write:
        models = fit(examples, np.ones(len(examples.answers), bool))
        (options.write / "relations.onnx").write_bytes(forest(models, NAMES, VERSION))
        update(options.write, ("relations.onnx",))


if __name__ == "__main__":
    main()
