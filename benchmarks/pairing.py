"""What pairing the statements of stories costs: processor seconds an article, and how they grow with copies.

usage: python benchmarks/pairing.py [ROWS.jsonl.gz] [--articles N]     (without: ../shared/data/allsides, 24)

``dense``: articles from the day on which most appeared, read with the packaged reader; then each story of
several articles is aligned, as reading does. The seconds are of the process, so other work on the machine
hardly counts. ``copies``: the article with most statements, as 2, 16 and 64 papers print it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import hardware

from onrecord.archive import Archive
from onrecord.models.arrays import Table
from onrecord.records import AnnotatedArticle, Corpus, Story
from onrecord.text import view_all
from onrecord.utterances import align, scoring
from onrecord.utterances.context import Context
from onrecord.utterances.scoring import Pairs

COPIES = (2, 16, 64)


class Counting:
    """A scorer that counts the pairs it is asked about."""

    def __init__(self) -> None:
        self._inner, self.pairs = scoring.packaged(), 0
        self.version = self._inner.version

    def score(self, made: Context, pairs: Pairs) -> Table:
        """See ``Scorer``."""
        self.pairs += len(pairs)
        return self._inner.score(made, pairs)


def dense(rows: Path, number: int) -> list[dict[str, str]]:
    """The ``number`` rows from the day on which most appeared."""
    with gzip.open(rows, "rt", encoding="utf-8") as stream:
        found = sorted((json.loads(line) for line in stream), key=lambda r: (r["date"] or "", r["id"]))
    days = Counter(r["date"] for r in found if r["date"])
    busiest = min(days, key=lambda day: (-days[day], day))
    first = next(at for at, r in enumerate(found) if r["date"] == busiest)
    return found[first : first + number]


def read(rows: list[dict[str, str]]) -> Corpus:
    """All records of ``rows``."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        with Archive(Path(folder) / "onrecord.db") as archive:
            archive.read([path])
            return archive.corpus()


def timed(story: Story, items: dict[str, AnnotatedArticle], corpus: Corpus) -> tuple[float, int]:
    """Processor seconds of one story's alignment, and the pairs that were scored."""
    judge, named = Counting(), {speaker.id: speaker for speaker in corpus.speakers}
    members = {a: items[a] for a in story.article_ids}
    started = time.process_time()
    align(story, members, named, view_all(members), scorer=judge)
    return time.process_time() - started, judge.pairs


def copies(item: AnnotatedArticle, story: Story, corpus: Corpus) -> Iterator[dict[str, object]]:
    """The cost of one article that many papers print."""
    for number in COPIES:
        items = {}
        for at in range(number):
            name = f"{at:02}-{item.article.id}"
            told = tuple(replace(s, id=f"{at:02}-{s.id}", article_id=name) for s in item.statements)
            items[name] = replace(item, article=replace(item.article, id=name), statements=told)
        seconds, pairs = timed(replace(story, article_ids=tuple(items)), items, corpus)
        yield {"copies": number, "cpu_seconds": round(seconds, 2), "pairs": pairs}


def measure(rows: Path, number: int) -> dict[str, object]:
    """Both measurements."""
    corpus = read(dense(rows, number))
    items = {item.article.id: item for item in corpus.articles}
    several = [story for story in corpus.stories if len(story.article_ids) > 1]
    scoring.packaged()
    told = [timed(story, items, corpus) for story in several]
    compared = sum(len(story.article_ids) for story in several)
    seconds, pairs = sum(s for s, _ in told), sum(n for _, n in told)
    story = max(corpus.stories, key=lambda s: (len(items[s.article_ids[0]].statements), s.id))
    return {
        "articles": len(items),
        "in_stories_of_several": compared,
        "pairs": pairs,
        "cpu_seconds_an_article": round(seconds / max(len(items), 1), 4),
        "cpu_seconds_a_compared_article": round(seconds / max(compared, 1), 4),
        "copies": list(copies(items[story.article_ids[0]], story, corpus)),
    }


def main() -> None:
    """Command line."""
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=Path, nargs="?", default=default)
    parser.add_argument("--articles", type=int, default=24)
    options = parser.parse_args()
    result = measure(options.rows, options.articles)
    print(json.dumps(result, indent=2))
    hardware.save(__file__, result)


if __name__ == "__main__":
    main()
