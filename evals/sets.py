"""Every stage against the invented sets of this repository, read at once into one archive.

usage: python evals/sets.py

All that was read is laid beside the gold of ``evals/sets`` (see ``goldset.py``). A statement stands for a
gold one when they share half of the shorter's words and a fifth of all; each gold one takes the best. It is
right with four fifths of all words and a source in common, as PolNeAR's definitions ask. Speaker, kind and
day are asked of the statements that were found; pairs of renderings, conflicts and texts of what is claimed
and what is there.
"""

from __future__ import annotations

import itertools
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import goldset
import halves
from goldset import GoldSet, Range, Said

import onrecord
from onrecord.records import AnnotatedArticle, Corpus, Place, Span, Statement

WORD = re.compile(r"\w+(?:['’.,&-]\w+)*")
Words = frozenset[tuple[str, int]]
Tally = Counter[str]


def measure(shared: Path) -> dict[str, float]:
    """Figures of both halves in percent; needs nothing but the repository."""
    del shared
    sets = goldset.load()
    found = Found(read(sets), sets)
    figures: dict[str, float] = {}
    for name, members in halves.both(sets, lambda s: s.name).items():
        tally: Tally = Counter()
        for member in members:
            for count in COUNTS:
                count(member, found, tally)
        figures |= halves.named(name, report(tally))
    return figures


def read(sets: Iterable[GoldSet]) -> Corpus:
    """The product's reading of all articles at once."""
    with tempfile.TemporaryDirectory() as home:
        rows = Path(home) / "in.jsonl"
        given = [
            {"id": a.key, "outlet": a.outlet, "text": a.text} | ({"date": a.given} if a.given else {})
            for member in sets
            for a in member.articles.values()
        ]
        rows.write_text("".join(json.dumps(row) + "\n" for row in given), "utf-8")
        with onrecord.open(Path(home) / "onrecord.db", create=True) as archive:
            if skipped := archive.read([rows]).skipped:
                raise ValueError(f"not read: {skipped}")
            return archive.corpus()


class Found:
    """What was read, by the gold's keys: spans as words of the text that was given."""

    def __init__(self, corpus: Corpus, sets: Iterable[GoldSet]) -> None:
        self.corpus = corpus
        self.items = {str(i.article.given_id): i for i in corpus.articles}
        self.key = {i.article.id: key for key, i in self.items.items()}
        self.texts = {a.key: a.text for s in sets for a in s.articles.values()}
        self.speakers = {s.id: s for s in corpus.speakers}
        self._starts = {k: [m.span() for m in WORD.finditer(t)] for k, t in self.texts.items()}

    def words(self, key: str, spans: Iterable[Range]) -> Words:
        """The words of a given text that spans touch."""
        spans = list(spans)
        return frozenset(
            (key, a) for a, b in self._starts[key] if any(a < end and start < b for start, end in spans)
        )

    def of(self, key: str, spans: Iterable[Span]) -> Words:
        """The words that spans of the article's text stand for."""
        return self.words(key, [r for s in spans for r in raw(self.items[key], s)])

    def at(self, place: Place) -> Words:
        """The words of a place; none when its article is not of these."""
        key = self.key.get(place.article_id)
        return self.of(key, [Span(place.start, place.end)]) if key else frozenset()

    def gold(self, said: Said) -> Words:
        """The words of a gold statement's content."""
        return self.words(said.article, said.content)

    def statement(self, said: Said) -> Statement | None:
        """The statement that stands best for a gold one."""
        gold = self.gold(said)
        like = [
            (overlap(gold, self.of(said.article, s.content)), s) for s in self.items[said.article].statements
        ]
        best = max(like, key=lambda pair: pair[0], default=(0.0, None))
        return best[1] if best[0] else None


def raw(item: AnnotatedArticle, span: Span) -> list[Range]:
    """Where a span of the article's text stands in the text that was given."""
    return [
        (start + max(span.start, at) - at, start + min(span.end, at + size) - at)
        for at, start, size in item.article.text_map
        if max(span.start, at) < min(span.end, at + size)
    ]


def overlap(gold: Words, mine: Words) -> float:
    """Words in common over all words; 0 when one does not stand for the other."""
    both = len(gold & mine)
    stands = both and 2 * both >= min(len(gold), len(mine)) and 5 * both >= len(gold | mine)
    return both / len(gold | mine) if stands else 0.0


# ------------------------------------------------------------------ what is counted, stage by stage


def statements(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Spans of statements, and what is known of those that were found."""
    for article in gold.articles.values():
        tally["statements.claimed"] += len(found.items[article.key].statements)
        for said in article.said.values():
            mine = found.statement(said)
            tally["statements.there"] += 1
            tally["speakers.there"] += said.speaker is not None
            if mine is None:
                continue
            near = overlap(found.gold(said), found.of(said.article, mine.content))
            source = found.words(said.article, said.source) & found.of(said.article, mine.source)
            tally["statements.right"] += near >= 0.8 and (bool(source) or not said.source)
            for name, right in (
                ("kind", mine.kind == said.kind),
                ("said_on", mine.said.edtf == said.said_on),
            ):
                tally[f"{name}.there"] += 1
                tally[f"{name}.right"] += right
            tally["speakers.claimed"] += mine.speaker_id is not None
            tally["speakers.right"] += is_named(found, mine, said.speaker)


def is_named(found: Found, mine: Statement, name: str | None) -> bool:
    """Whether a statement's speaker shares a word of the name of the gold one."""
    speaker = found.speakers.get(mine.speaker_id or "")
    if speaker is None or name is None:
        return False
    long = {w.casefold() for w in re.findall(r"\w{3,}", name)} - {"the", "and"}
    forms = " ".join([speaker.name, *speaker.variants]).casefold()
    return bool(long & set(re.findall(r"\w{3,}", forms)))


def dates(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Time expressions with the right value, and the day of publication."""
    for article in gold.articles.values():
        item = found.items[article.key]
        mine = [(found.of(article.key, [Span(t.start, t.end)]), t.value) for t in item.timexes]
        tally["timexes.claimed"] += len(mine)
        tally["timexes.there"] += len(article.dates)
        for span, _, value in article.dates:
            words = found.words(article.key, [span])
            tally["timexes.right"] += any(words & other and value == v for other, v in mine)
        tally["published.there"] += 1
        tally["published.right"] += item.article.published.edtf == article.published


def stories(gold: GoldSet, found: Found, tally: Tally) -> None:
    """B-cubed: for each article the share of its story that belongs, and of its happening that is there."""
    owner = {a: s.id for s in found.corpus.stories for a in s.article_ids}
    mine = {key: owner.get(i.article.id, key) for key, i in found.items.items()}
    for members in gold.stories:
        for key in members:
            together = {k for k, s in mine.items() if s == mine[key]}
            tally["stories.articles"] += 1
            tally["stories.precision"] += 1000 * len(together & set(members)) // len(together)
            tally["stories.recall"] += 1000 * len(together & set(members)) // len(members)


def utterances(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Pairs of renderings of one speech act; labels and dropped qualifiers of those that were found."""
    keys = {a.key for a in gold.articles.values()}
    mine = []
    for utterance in found.corpus.utterances:
        told = [(found.key[r.article_id], r) for r in utterance.renderings]
        mine += [p for p in itertools.combinations(told, 2) if p[0][0] != p[1][0] and p[0][0] in keys]
    pairs = [
        p for u in gold.utterances for p in itertools.combinations(u, 2) if p[0][0].article != p[1][0].article
    ]
    tally["pairs.there"] += len(pairs)
    tally["pairs.claimed"] += len(mine)
    seen = {}
    for claim in mine:
        words = [found.of(key, r.content) for key, r in claim]
        for pair in pairs:
            for (a, b), order in ((words, claim), (words[::-1], claim[::-1])):
                if overlap(found.gold(pair[0][0]), a) and overlap(found.gold(pair[1][0]), b):
                    seen[pair] = order
    tally["pairs.right"] += len(seen)
    matched = {g: r for pair, order in seen.items() for g, (_, r) in zip(pair, order, strict=True)}
    for (_, label, dropped), rendering in matched.items():
        tally["labels.there"] += 1
        tally["labels.right"] += rendering.label == label
        tally["qualifiers.claimed"] += rendering.dropped_qualifier
        tally["qualifiers.right"] += rendering.dropped_qualifier and dropped
    tally["qualifiers.there"] += sum(d for u in gold.utterances for _, _, d in u)


def conflicts(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Conflicts whose two places touch those of an annotated one."""
    keys = {a.key for a in gold.articles.values()}
    mine = [
        (found.at(c.a), found.at(c.b))
        for c in found.corpus.conflicts
        if found.key.get(c.a.article_id) in keys
    ]
    there = [tuple(found.words(key, [span]) for key, span in c[1:]) for c in gold.conflicts]
    tally["conflicts.claimed"] += len(mine)
    tally["conflicts.there"] += len(there)
    tally["conflicts.right"] += sum(
        any((a & x and b & y) or (a & y and b & x) for a, b in mine) for x, y in there
    )


def positions(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Statements on the commitment scale with the right level."""
    level = {e.statement_id: e.level for p in found.corpus.positions for e in p.entries}
    for _, entries in gold.positions:
        for said, wanted in entries:
            mine = found.statement(said)
            tally["positions.there"] += 1
            tally["positions.right"] += mine is not None and level.get(mine.id) == wanted


def origins(gold: GoldSet, found: Found, tally: Tally) -> None:
    """Pairs of articles that are one text."""
    keys = {a.key for a in gold.articles.values()}
    claimed = [[found.key[a] for a in o.article_ids] for o in found.corpus.origins if o.level == "text"]
    mine = {p for group in claimed for p in _pairs(group) if keys >= p}
    there = {p for group in gold.texts for p in _pairs(group)}
    tally["texts.claimed"] += len(mine)
    tally["texts.there"] += len(there)
    tally["texts.right"] += len(mine & there)


def _pairs(group: Sequence[str]) -> set[frozenset[str]]:
    return {frozenset(p) for p in itertools.combinations(group, 2)}


COUNTS = (statements, dates, stories, utterances, conflicts, positions, origins)


def report(tally: Tally) -> dict[str, float]:
    """Counts as percentages; what has nothing to be measured on is left out."""
    figures: dict[str, float] = {}
    for name in ("statements", "speakers", "timexes", "pairs", "qualifiers", "conflicts", "texts"):
        claimed, there, right = (tally[f"{name}.{part}"] for part in ("claimed", "there", "right"))
        for figure, share, of in (
            ("P", right, claimed),
            ("R", right, there),
            ("F1", 2 * right, claimed + there),
        ):
            if of:
                figures[f"{name}.{figure}"] = 100 * share / of
    for name in ("kind", "said_on", "published", "labels", "positions"):
        if of := tally[f"{name}.there"]:
            figures[name] = 100 * tally[f"{name}.right"] / of
    precision, recall = (
        tally[f"stories.{m}"] / 10 / max(1, tally["stories.articles"]) for m in ("precision", "recall")
    )
    figures["stories.bcubed_F1"] = 2 * precision * recall / ((precision + recall) or 1)
    return figures


if __name__ == "__main__":
    for figure, value in measure(Path()).items():
        print(f"{figure:32}{value:8.1f}")
