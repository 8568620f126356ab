"""Utterances across outlets on the benchmark's development half, beside what a user would take instead.

    python evals/utterances.py [../shared] [--baselines]

No event is scored by a model that saw it: the forests of each fold (``evals/data/pairs-*-N.onnx``, written by
``training/pairs.py``) judge only the events that were kept from them, and the network saw none. The texts are
read once, by the product; only the alignment is repeated with these scorers. Baselines, over the same
statements: quotations equal once case and punctuation are gone (what Quotebank merges), the same with an
edit similarity, and cosine of sentence vectors. Definitions are those of ``../shared/eval``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import corpora
import halves
import numpy as np
import product
from rapidfuzz import fuzz

from onrecord.archive import Archive
from onrecord.models import crossencoder, trees, vectors
from onrecord.records import AnnotatedArticle, Corpus, Story, Utterance
from onrecord.text import View, view_all
from onrecord.utterances import align
from onrecord.utterances.labels import rendered
from onrecord.utterances.points import Point, points
from onrecord.utterances.scoring import TrainedScorer

HERE = Path(__file__).parent
FOLDS = 5
Pairing = Callable[[Sequence[Point]], Iterable[tuple[int, int]]]
# Thresholds of the baselines, chosen by hand on this half.
FUZZY, COSINE = 80.0, 0.55


def fold_of(event: str) -> int:
    """Which fold an event was kept from; the same rule as in ``training/pairs.py``."""
    return sum(map(ord, event)) % FOLDS


def measure(shared: Path) -> dict[str, float]:
    """Pairs, speakers, labels and dropped qualifiers; nothing without the data."""
    if not (shared / "bench/dev.json").exists() or not product.gold(shared, "basil").exists():
        return {}
    scorer, units, gold, corpus = _read(shared)
    items = {item.article.id: item for item in corpus.articles}
    named = {speaker.id: speaker for speaker in corpus.speakers}
    told: dict[str, list[Any]] = defaultdict(list)
    for story in corpus.stories:
        for utterance in align(story, items, named, view_all(items), scorer=_unseeing(story, items)):
            who = named.get(utterance.speaker_id or "")
            names = set().union(scorer.words(who.name), *map(scorer.words, who.variants)) if who else set()
            rows = [r | {"speaker": names} for r in _renderings(utterance, items, units)]
            for event in {_event(r["article"]) for r in rows}:
                told[event].append([r for r in rows if _event(r["article"]) == event])
    found = _flat(scorer.score(gold, (told, {})))
    for half, events in halves.both(gold[0], str).items():
        part = ({e: gold[0][e] for e in events}, gold[1])
        found |= halves.named(half, _flat(scorer.score(part, (told, {}))))
    return found


def baselines(shared: Path) -> dict[str, float]:
    """Pairs F1 of what a user would take instead, over the product's statements."""
    scorer, units, gold, corpus = _read(shared)
    items = {item.article.id: item for item in corpus.articles}
    found = {}
    for name, pairing in (("identical", identical), ("fuzzy", fuzzy), ("cosine", cosine)):
        rivals = {e: _baseline(_of_event(items, e), pairing, units) for e in sorted(gold[0])}
        found[f"baseline_{name}_f1"] = scorer.score(gold, (rivals, {}))["pairs"]["F1"]
    return found


def _read(shared: Path) -> tuple[ModuleType, dict[str, Any], Any, Corpus]:
    """The scorer, the texts' units, the gold, and the product's reading of the texts."""
    contract, scorer = product.scorer(shared, "contract"), product.scorer(shared, "score_utterances")
    units = {r["id"]: contract.Units(r["text"]) for r in contract.rows(product.gold(shared, "basil"))}
    gold = scorer.load_gold(shared / "bench/dev.json", units)
    with Archive(product.output(shared, "basil") / "onrecord.db") as archive:
        return scorer, units, gold, archive.corpus()


def _event(article: str) -> str:
    """The benchmark's event of an article's given id ("e010-fox")."""
    return article.split("-", maxsplit=1)[0]


def _of_event(items: Mapping[str, AnnotatedArticle], event: str) -> list[AnnotatedArticle]:
    return [i for i in items.values() if _event(str(i.article.given_id)) == event]


def _unseeing(story: Story, items: Mapping[str, AnnotatedArticle]) -> TrainedScorer:
    """The scorer that was trained without the event of most of the story's articles."""
    events = Counter(_event(str(items[a].article.given_id)) for a in story.article_ids)
    fold = fold_of(min(events, key=lambda e: (-events[e], e)))
    first, second = (
        trees.Forest((HERE / f"data/pairs-{n}-{fold}.onnx").read_bytes()) for n in ("first", "second")
    )
    return TrainedScorer(first, second, crossencoder.packaged())


def _flat(result: dict[str, Any]) -> dict[str, float]:
    """The scorer's answer as metric names and values."""
    return {
        "pairs_precision": result["pairs"]["P"],
        "pairs_recall": result["pairs"]["R"],
        "pairs_f1": result["pairs"]["F1"],
        "speakers": result["speakers"] or 0.0,
        "labels": result["labels"] or 0.0,
        "dropped_f1": result["dropped_qualifier"]["F1"],
    }


def _renderings(
    utterance: Utterance, items: Mapping[str, AnnotatedArticle], units: dict[str, Any]
) -> list[dict[str, Any]]:
    """Renderings by article name and token set of the raw text."""
    out = []
    for r in utterance.renderings:
        item = items[r.article_id]
        name = str(item.article.given_id)
        tokens = units[name].tokens(_raw(item, [(s.start, s.end) for s in r.content]))
        out.append({"article": name, "tokens": tokens, "label": r.label, "dropped": r.dropped_qualifier})
    return out


def _raw(item: AnnotatedArticle, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans of the article's text as spans of the raw text."""
    found = []
    for start, end in spans:
        pieces = [
            (raw + max(start, at) - at, raw + min(end, at + size) - at)
            for at, raw, size in item.article.text_map
            if max(start, at) < min(end, at + size)
        ]
        if pieces:
            found.append((pieces[0][0], pieces[-1][1]))
    return found


# ------------------------------------------------------------------ what a user would take instead


def _baseline(
    items: Sequence[AnnotatedArticle], pairing: Pairing, units: dict[str, Any]
) -> list[list[dict[str, Any]]]:
    """Each pair of points that ``pairing`` names, as an utterance of two renderings."""
    found = [p for item in items for p in points(item, View(item.article))]
    owner = {item.article.id: item for item in items}
    rows = []
    for p in found:
        item = owner[p.article.id]
        name = str(item.article.given_id)
        tokens = units[name].tokens(_raw(item, [(s.start, s.end) for s in p.spans]))
        rows.append({"article": name, "tokens": tokens, "label": "", "dropped": False, "speaker": set()})
    return [[rows[i], rows[j]] for i, j in pairing(found) if rows[i]["article"] != rows[j]["article"]]


def _pairs(total: int) -> Iterable[tuple[int, int]]:
    return ((i, j) for i in range(total) for j in range(i + 1, total))


def identical(found: Sequence[Point]) -> Iterable[tuple[int, int]]:
    """Quotations with the same words."""
    said = [rendered([p]).quoted_words for p in found]
    return [(i, j) for i, j in _pairs(len(found)) if said[i] and said[i] == said[j]]


def fuzzy(found: Sequence[Point]) -> Iterable[tuple[int, int]]:
    """Quotations of at least five words that are nearly the same, or nearly part of one another."""
    said = [rendered([p]).quoted_words for p in found]
    text = [" ".join(words) for words in said]
    return [
        (i, j)
        for i, j in _pairs(len(found))
        if min(len(said[i]), len(said[j])) >= 5 and fuzz.partial_ratio(text[i], text[j]) >= FUZZY
    ]


def cosine(found: Sequence[Point]) -> Iterable[tuple[int, int]]:
    """Statements whose sentence vectors are near."""
    if not found:
        return []
    encoder = vectors.packaged()
    rows = np.stack([encoder.encode([w.of(p.article.text) for w in p.words]) for p in found])
    like = rows @ rows.T
    return [(i, j) for i, j in _pairs(len(found)) if like[i, j] >= COSINE]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=corpora.SHARED)
    parser.add_argument("--baselines", action="store_true")
    options = parser.parse_args()
    found = measure(options.shared)
    if options.baselines:
        found |= baselines(options.shared)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
