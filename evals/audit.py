"""Claims on news that nobody tuned on, for a reader who sees only texts, and what such readers said.

    python evals/audit.py ARCHIVE.db --seed 7 --number 150 [--open] [--fresh] > claims.jsonl
    python evals/audit.py --verdicts claims.jsonl

The first draws storylines of an archive at random and lists what is claimed in them, with both passages:
every clash, later news, lost condition, moved position and pair in other words on a first screen. ``--open``:
only what stands in the open; ``--fresh``: nothing of an article of which a claim was judged before. A reader
fills in ``verdict`` ("right", "wrong", "open") and ``why``; the second counts. Seed, offsets and verdicts are
kept, never the texts: ``--without-texts`` leaves these out. No rule may be written on the stories of a seed
before its figure is fixed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from onrecord.archive import Archive
from onrecord.records import AnnotatedArticle, Corpus, Place, Spans, Story, Utterance, hull, measured

JUDGED = Path(__file__).parent / "data" / "claims.jsonl"
REACH = 200  # characters on either side of a passage that a reader sees
Row = dict[str, object]


def claims(corpus: Corpus) -> Iterator[Row]:
    """Every claim, in order: what it says, both passages, its probability, and whether it is in the open."""
    items = {item.article.id: item for item in corpus.articles}
    for r in corpus.relations:
        told = {"kind": f"{r.kind}/{r.what}", "note": r.note, "probability": r.probability, "shown": r.shown}
        yield {"story": r.story_id, **told, "a": _passage(items, r.a), "b": _passage(items, r.b)}
    for u in corpus.utterances:
        for x in u.renderings:
            if x.qualifier is not None:
                short = _place(x.article_id, x.content)
                told = {"kind": "condition_lost", "note": x.qualifier.note, "shown": False}
                yield {
                    "story": u.story_id,
                    **told,
                    "a": _passage(items, short),
                    "b": _passage(items, x.qualifier),
                }
        yield from _pairs(u, items)
    yield from _shifts(corpus, items)


def _pairs(utterance: Utterance, items: dict[str, AnnotatedArticle]) -> Iterator[Row]:
    """What other articles have in other words that a first screen lays beside the fullest rendering."""
    fullest = next((r for r in utterance.renderings if r.probability is None), None)
    for r in utterance.renderings if fullest is not None else ():
        likely = r.probability is not None and r.probability >= measured.SAME
        if fullest is not None and likely and r.label == "paraphrase" and r.article_id != fullest.article_id:
            ends = (_passage(items, _place(x.article_id, x.content)) for x in (fullest, r))
            told = {"story": utterance.story_id, "kind": "pair", "note": "", "probability": r.probability}
            yield {**told, "shown": True, **dict(zip("ab", ends, strict=True))}


def _shifts(corpus: Corpus, items: dict[str, AnnotatedArticle]) -> Iterator[Row]:
    said = {s.id: (item, s) for item in corpus.articles for s in item.statements}
    story = {a: s.id for s in corpus.stories for a in s.article_ids}
    for position in corpus.positions:
        level = {e.statement_id: e.level for e in position.entries}
        for shift in position.shifts:
            ends = [said[i] for i in (shift.from_statement_id, shift.to_statement_id)]
            places = [_place(s.article_id, (*s.cue, *s.content)) for _, s in ends]
            note = f"{level[ends[0][1].id]} -> {level[ends[1][1].id]} on {position.topic}"
            told = {"story": story[places[1].article_id], "kind": "shift", "note": note, "shown": False}
            yield {**told, "a": _passage(items, places[0]), "b": _passage(items, places[1])}


def _place(article_id: str, spans: Spans) -> Place:
    """The words from the first to the last of ``spans``."""
    whole = hull(spans)
    return Place(article_id, whole.start, whole.end)


def _passage(items: dict[str, AnnotatedArticle], place: Place) -> Row:
    """A passage by the article's own id and offsets, with the text that a reader sees."""
    article = items[place.article_id].article
    text = article.text
    words = f"{text[max(0, place.start - REACH) : place.start]}⟦{text[place.start : place.end]}⟧"
    return {
        "article": article.given_id, "outlet": article.outlet, "published": article.published.edtf,
        "start": place.start, "end": place.end, "words": words + text[place.end : place.end + REACH],
    }  # fmt: skip


def drawn(archive: Archive, seed: int) -> Iterator[Row]:
    """The claims of one storyline after the other, in an order that ``seed`` gives."""
    lines: defaultdict[str, list[Story]] = defaultdict(list)
    for story in archive.stories():
        lines[story.storyline_id].append(story)
    order = sorted(lines)
    random.Random(seed).shuffle(order)  # noqa: S311 - a sample that can be drawn again
    return chain.from_iterable(claims(archive.corpus_of(lines[line])) for line in order)


def fresh(rows: Iterable[Row], judged: Path = JUDGED) -> Iterator[Row]:
    """Those of articles of which no claim was judged before."""
    known = {r[side][0] for r in map(json.loads, judged.read_text("utf-8").splitlines()) for side in "ab"}
    return (row for row in rows if not any(row[side]["article"] in known for side in "ab"))  # type: ignore[index]


def first(rows: Iterable[Row], number: int) -> Iterator[Row]:
    """The first ``number`` claims, and those that are left of the last one's story."""
    last = None
    for n, row in enumerate(rows):
        if n >= number and row["story"] != last:
            return
        last = row["story"]
        yield row


def count(rows: list[Row]) -> dict[str, Counter[str]]:
    """Verdicts by kind of claim; those at .5 and more once more as "likely"."""
    tally: dict[str, Counter[str]] = {}
    for row in rows:
        likely = ["likely"] if float(str(row.get("probability") or 0)) >= 0.5 else []
        for kind in (str(row["kind"]), *likely):
            tally.setdefault(kind, Counter())[str(row.get("verdict", "unread"))] += 1
    return tally


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, nargs="?")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--number", type=int, default=150)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--without-texts", action="store_true")
    parser.add_argument("--verdicts", type=Path)
    options = parser.parse_args()
    if (options.archive is None) == (options.verdicts is None):
        parser.error("name either an archive or a file of verdicts")
    if options.verdicts:
        rows = [json.loads(line) for line in options.verdicts.read_text("utf-8").splitlines()]
        for kind, verdicts in sorted(count(rows).items()):
            print(f"{kind:24}", ", ".join(f"{n} {verdict}" for verdict, n in sorted(verdicts.items())))
        return
    with Archive(options.archive) as archive:
        found = (row for row in drawn(archive, options.seed) if row["shown"] or not options.open)
        for row in first(fresh(found) if options.fresh else found, options.number):
            if options.without_texts:
                row |= {side: {**dict(row[side]), "words": None} for side in "ab"}  # type: ignore[call-overload]
            print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
