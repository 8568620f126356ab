"""Cost of the speakers stage: its share of the statements stage, and the join's growth to 20,000 articles.

usage: python benchmarks/speakers.py [SHARED]     (without: ../shared)

``share``: processor time of ``resolve`` over that of reading and ``assemble``, on PolNeAR dev with the
packaged reader. ``curve``: processor time of ``join`` over the chains of the first articles of allsides,
whose persons and organisations are found by the stage's own rules in the first ``HEAD`` characters; articles
come in a random order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import hardware

from onrecord import coreference, identity, languages
from onrecord.records import Article, Block, LocalSpeaker
from onrecord.statements import assemble, default_tagger
from onrecord.text import View

SIZES = (2500, 5000, 10_000, 20_000)
HEAD = 2000


def main() -> int:
    """Measure what there is data for, print and save; 0 also without the data."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    read, many = shared / "data/polnear/dev.jsonl.gz", shared / "data/allsides/articles.jsonl.gz"
    if not (read.exists() and many.exists()):
        print(f"no data in {shared}")
        return 0
    result: dict[str, object] = {"resolve": resolving(read)}
    print(result["resolve"], flush=True)
    curve = joining(many)
    growth = curve[-1]["microseconds_per_chain"] / curve[0]["microseconds_per_chain"]
    print(f"time per chain, {SIZES[-1]:,} articles to {SIZES[0]:,}: {growth:.2f} x")
    hardware.save(__file__, result | {"join": curve, "join_growth_per_chain": round(growth, 3)})
    return 0


def resolving(path: Path) -> dict[str, float]:
    """Words a second of the stage, and its share of the statements stage's time."""
    articles = [_article(row) for row in _rows(path)]
    tagger = default_tagger()
    tagger.read(articles[:1])
    started = time.process_time()
    readings = tagger.read(articles)
    found = [assemble(View(a), r) for a, r in zip(articles, readings, strict=True)]
    between = time.process_time()
    for article, statements, reading in zip(articles, found, readings, strict=True):
        coreference.resolve(View(article), statements, reading.names)
    resolved = time.process_time()
    words = sum(len(a.text.split()) for a in articles)
    return {
        "articles": len(articles),
        "words": words,
        "words_per_cpu_second": round(words / (resolved - between)),
        "share_of_statements_percent": round(100 * (resolved - between) / (between - started), 1),
    }


def joining(path: Path) -> list[dict[str, float]]:
    """Time of one join over the chains of ever more articles."""
    chains: list[LocalSpeaker] = []
    curve: list[dict[str, float]] = []
    rows = sorted(_rows(path), key=lambda r: hashlib.sha256(str(r["id"]).encode()).digest())
    for size, row in enumerate(rows[: SIZES[-1]], start=1):
        found = coreference.resolve(View(_article(row | {"text": row["text"][:HEAD]})), (), ())
        chains += [replace(c, mentions=c.mentions[:1]) for c in found]
        if size in SIZES:
            started = time.process_time()
            records, _ = identity.join(chains, language=languages.of(None))
            seconds = time.process_time() - started
            curve.append(
                {
                    "articles": size,
                    "chains": len(chains),
                    "records": len(records),
                    "seconds": round(seconds, 2),
                    "microseconds_per_chain": round(1e6 * seconds / len(chains), 1),
                }
            )
            print(curve[-1], flush=True)
    return curve


def _article(row: dict[str, Any]) -> Article:
    text, nothing = row["text"], (None,) * 7
    return Article(str(row["id"]), None, "", 0, "", *nothing, text, (), (Block("paragraph", 0, len(text)),))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    sys.exit(main())
