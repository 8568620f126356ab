"""Weights of pronouns in passing: the constants of ``onrecord.coreference.following``.

usage: PYTHONPATH=src:evals python -m training.following ../shared

Reads GAP's development passages, half of its validation ones (``evals/halves.py``) and GUM's training
documents with the product's own tagger, takes the candidates that ``following`` sees for each annotated
pronoun, and fits a conditional logit. Prints the share with the right one first, in five folds by document,
and the weights.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeVar
from unittest.mock import patch

import gum
import halves
import numpy as np

import coreference as evaluated
from onrecord.coreference import following, pronominal, resolving
from onrecord.coreference.discourse import Discourse
from onrecord.coreference.entities import Entity
from onrecord.records import Article, Reading, Span
from onrecord.statements import Tagger, assemble, default_tagger
from onrecord.text import View

GENRES = (
    "news", "interview", "speech", "court", "bio", "academic", "textbook", "conversation",
)  # fmt: skip
# Those that are most like articles, and how often each of their pronouns counts.
NEWS, WEIGHT = frozenset({"news", "interview", "speech", "court"}), 3.0
RIDGE, FOLDS, STEPS = 10.0, 5, 4000
NAMES = tuple(following.WEIGHTS)
Meant: TypeAlias = Callable[[Entity], bool]
C = TypeVar("C")
# What finds the cases of one article: those pronouns at offsets, as one group of texts.
Reader: TypeAlias = Callable[[Article, Reading, Mapping[int, Meant], str], Iterator[C]]


@dataclass(frozen=True, slots=True)
class Case:
    """One pronoun: its candidates' features, and which of them it means."""

    group: str
    document: str
    values: np.ndarray
    right: np.ndarray


def cases(article: Article, reading: Reading, wanted: Mapping[int, Meant], group: str) -> Iterator[Case]:
    """The pronouns that begin at the offsets of ``wanted``, as the product comes to them."""
    found: list[Case] = []
    note = pronominal.note

    def noting(discourse: Discourse, at: int) -> None:
        meant = wanted.get(discourse.page.starts[at])
        if meant is not None and discourse.page.lower[at] in discourse.page.pronouns.pronouns:
            seen = following.candidates(discourse, at)
            values = np.array([[c.values.get(n, 0.0) for n in NAMES] for c in seen]).reshape(-1, len(NAMES))
            found.append(Case(group, article.id, values, np.array([meant(c.entity) for c in seen], float)))
        note(discourse, at)

    read_noting(article, reading, noting)
    return iter(found)


def read_noting(article: Article, reading: Reading, noting: Callable[[Discourse, int], None]) -> None:
    """Reads who is meant in an article, with ``noting`` in the place of what reads a pronoun in passing."""
    with patch.object(pronominal, "note", noting):
        resolving.read_all(view := View(article), assemble(view, reading), reading.names)


def _one_by_one(tagger: Tagger, articles: Iterable[Article]) -> Iterator[Reading]:
    """Each article's reading when it is asked for: all at once would be held at once."""
    return (reading for article in articles for reading in tagger.read([article]))


def names(entity: Entity) -> list[Span]:
    """Where an entity is named."""
    return [Span(m.start, m.end) for m in entity.mentions if m.how in ("name", "surname")]


def of_gap(shared: Path, tagger: Tagger, cases: Reader[C]) -> Iterator[C]:
    """The passages of GAP that may be learned from, each as ``cases`` reads it."""
    rows = list(evaluated.snippets(shared, "gap-development.tsv"))
    rows += [
        r
        for r in evaluated.snippets(shared, evaluated.GAP_FILE)
        if halves.half(r.article.id) == "seen"
    ]  # fmt: skip
    for row, reading in zip(rows, _one_by_one(tagger, [r.article for r in rows]), strict=True):
        spans = [span for span, right in row.names if right]

        def meant(entity: Entity, spans: list[Span] = spans) -> bool:
            return any(n.overlaps(s) for n in names(entity) for s in spans)

        yield from cases(row.article, reading, {row.pronoun.start: meant}, "gap")


def of_gum(shared: Path, tagger: Tagger, cases: Reader[C]) -> Iterator[C]:
    """The pronouns of GUM's training documents, each document as ``cases`` reads it."""
    documents = [gum.third_person(d) for d in gum.documents(shared, "train", GENRES)]
    for document, reading in zip(documents, _one_by_one(tagger, [d.article for d in documents]), strict=True):
        wanted: dict[int, Meant] = {}
        for spans in document.entities.values():

            def meant(entity: Entity, spans: tuple[Span, ...] = spans) -> bool:
                return any(s.end in (n.end, n.end - 2) for n in names(entity) for s in spans if s.overlaps(n))

            wanted |= {s.start: meant for s in spans if s.of(document.article.text).casefold() in TRACKED}
        yield from cases(document.article, reading, wanted, document.article.id.split("_")[1])


TRACKED = frozenset({"he", "she", "his", "her", "him"})


def fit(found: Iterable[Case]) -> np.ndarray:
    """Weights that make the right candidates likeliest, drawn towards zero, by gradient steps (Adam)."""
    used = [c for c in found if 0 < c.right.sum() < len(c.right)]
    values, right = np.concatenate([c.values for c in used]), np.concatenate([c.right for c in used])
    starts = np.cumsum([0, *(len(c.right) for c in used[:-1])])
    of = np.repeat(np.arange(len(used)), [len(c.right) for c in used])
    times = np.array([WEIGHT if c.group in NEWS else 1.0 for c in used])[of]
    weights, mean, square = np.zeros(len(NAMES)), np.zeros(len(NAMES)), np.zeros(len(NAMES))
    for step in range(1, STEPS + 1):
        scores = values @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        every, good = np.add.reduceat(odds, starts)[of], np.add.reduceat(odds * right, starts)[of]
        slope = values.T @ ((odds / every - odds * right / good) * times) + RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= 0.01 * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    return weights


def first_right(found: list[Case]) -> dict[str, float]:
    """The share of pronouns with the right one first, by group, each fold by what the others teach."""
    count: dict[str, list[float]] = defaultdict(list)
    fold = {c.document: hashlib.sha256(c.document.encode()).digest()[0] % FOLDS for c in found}
    for number in range(FOLDS):
        weights = fit([c for c in found if fold[c.document] != number])
        for case in found:
            if fold[case.document] == number and case.right.any():
                group = "gap" if case.group == "gap" else "news" if case.group in NEWS else "other"
                count[group].append(100 * case.right[int(np.argmax(case.values @ weights))])
    return {group: round(sum(v) / len(v), 1) for group, v in count.items()}


if __name__ == "__main__":
    read = (Path(sys.argv[1]), default_tagger(), cases)
    every = [*of_gap(*read), *of_gum(*read)]
    print(json.dumps(first_right(every)))
    print(json.dumps({n: round(float(w), 2) for n, w in zip(NAMES, fit(every), strict=True)}, indent=1))
