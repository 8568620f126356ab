"""Who is meant on texts that no rule was written on: GUM's news and interviews, and GAP's pronouns.

``gum.*``: gold mentions of persons and organisations in the third person, clustered within documents (CoNLL
F1, singletons kept), beside joining equal last words, as for MEANTIME in ``speakers.py``: whom "I" and "you"
mean follows from who speaks, and in GUM's interviews no words tell that. ``gap.*``: of two names near a
pronoun whichever it means (Webster et al. 2018), read as the product reads any article; apart for masculine
and feminine pronouns, and the share of the names that a pronoun means which are known as persons at all.
Of GAP's passages the unseen half is read, which takes half the time.
"""

from __future__ import annotations

import csv
import json
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import bare
import corpora
import gum
import halves
import speakers
from clusters import conll, f1
from meantime import Document

from onrecord.coreference.resolving import read_all
from onrecord.records import Article, Reading, Span
from onrecord.statements import Tagger, assemble, default_tagger
from onrecord.text import View

GAP = "data/coref/gap.tar.gz"
GAP_FILE = "gap-validation.tsv"
_MASCULINE = frozenset({"he", "him", "his", "himself"})


def measure(shared: Path) -> dict[str, float]:
    """All figures whose data is present."""
    found: dict[str, float] = {}
    if (shared / gum.ARCHIVE).exists():
        found |= of_gum(gum.documents(shared, "dev", ("news", "interview")))
    if (shared / GAP).exists():
        unseen = (s for s in snippets(shared, GAP_FILE) if halves.half(s.article.id) == "unseen")
        found |= of_gap(unseen, default_tagger())
    return found


def of_gum(documents: Iterable[Document]) -> dict[str, float]:
    """CoNLL F1 of gold mentions within documents, ours and the baseline's."""
    ours, base = [], []
    for document in map(gum.third_person, documents):
        key = [frozenset(spans) for spans in document.entities.values()]
        linked, _, _ = speakers.linked_mentions(document)
        ours.append((key, speakers.grouped((s, id(e)) for s, e in linked)))
        text = document.article.text
        base.append((key, speakers.grouped((s, speakers.last_word(text, s)) for s, _ in linked)))
    return {"gum.conll": conll(ours)["conll"], "gum.baseline": conll(base)["conll"]}


# ------------------------------------------------------------------ GAP


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage with a pronoun and two names, and for each whether the pronoun means it."""

    article: Article
    pronoun: Span
    names: tuple[tuple[Span, bool], ...]


def snippets(shared: Path, file: str) -> Iterator[Snippet]:
    """The passages of one of GAP's files."""
    with tarfile.open(shared / GAP) as archive:
        stream = archive.extractfile(next(m for m in archive.getmembers() if m.name.endswith(file)))
        lines = stream.read().decode("utf-8").splitlines() if stream is not None else []
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        names = tuple(
            (_at(row[name], row[f"{name}-offset"]), row[f"{name}-coref"] == "TRUE") for name in ("A", "B")
        )
        yield Snippet(bare.article(row["ID"], row["Text"]), _at(row["Pronoun"], row["Pronoun-offset"]), names)


def _at(words: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(words))


def of_gap(found: Iterable[Snippet], tagger: Tagger) -> dict[str, float]:
    """F1 of "the pronoun means this name", all and by gender, and how many of the names meant are persons."""
    rows = list(found)
    count: Counter[tuple[str, str]] = Counter()
    for row, reading in zip(rows, tagger.read([r.article for r in rows]), strict=True):
        group = "masculine" if row.pronoun.of(row.article.text).casefold() in _MASCULINE else "feminine"
        for claimed, known, wanted in _claims(row, reading):
            for part in ("", group):
                count[part, "claimed"] += claimed
                count[part, "wanted"] += wanted
                count[part, "right"] += claimed and wanted
            count["", "known"] += known and wanted
    scores = {part: _f1(count, part) for part in ("", "masculine", "feminine")}
    return {
        "gap.f1": scores[""],
        "gap.masculine": scores["masculine"],
        "gap.feminine": scores["feminine"],
        "gap.known": 100 * count["", "known"] / max(1, count["", "wanted"]),
    }


def _f1(count: Counter[tuple[str, str]], part: str) -> float:
    right, claimed, wanted = (count[part, k] for k in ("right", "claimed", "wanted"))
    return 100 * f1(right / claimed, right / wanted) if right else 0.0


def _claims(row: Snippet, reading: Reading) -> Iterator[tuple[bool, bool, bool]]:
    """For each name whether we say that the pronoun means it, whether we know it, and whether it does."""
    view = View(row.article)
    discourse = read_all(view, assemble(view, reading), reading.names, reading.bearings)
    meant = {id(e) for e in discourse.entities for m in e.mentions if Span(m.start, m.end) == row.pronoun}
    for span, wanted in row.names:
        words = discourse.page.inside(span)
        named = [e for i in words if (e := discourse.registry.by_word.get(i)) is not None]
        yield bool(named) and id(named[-1]) in meant, any(e.type == "person" for e in named), wanted


if __name__ == "__main__":
    print(json.dumps(measure(corpora.asked()), indent=1))
