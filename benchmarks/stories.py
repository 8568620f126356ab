"""Growth of stories: what adding one article costs in an archive of 1,000 to 20,000.

usage: python benchmarks/stories.py [ROWS.jsonl.gz]     (without: ../shared/data/allsides)

Processor time of making an article's keys, of placing it (join and score), and of grouping what a batch of
``BATCH`` new articles touched, each per added article. Articles come in a random order, so that an archive
twice as large is twice as dense in every month.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hardware

from onrecord.records import AnnotatedArticle, Article, Dating
from onrecord.stories import Grouping, keys
from onrecord.text import View

SIZES = (1000, 2000, 5000, 10_000, 20_000)
BATCH = 500


@dataclass(slots=True)
class Clock:
    """Processor seconds spent on each part."""

    keys: float = 0.0
    place: float = 0.0


def main() -> int:
    """Measure, print and save; 0 also without the data."""
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    if not path.exists():
        print(f"no data at {path}")
        return 0
    grouping = Grouping()
    curve: list[dict[str, float]] = []
    clock, added = Clock(), 0
    for size, article in enumerate(_articles(path), start=1):
        measured = size > next(s for s in SIZES if s >= size) - BATCH
        _add(grouping, article, clock if measured else Clock())
        added += measured
        if size in SIZES:
            curve.append(_point(grouping, size, clock, added))
            print(curve[-1], flush=True)
            clock, added = Clock(), 0
        elif size + BATCH in SIZES:
            grouping.stories()  # an archive comes with its groups
        if size == SIZES[-1]:
            break
    growth = curve[-1]["milliseconds_per_added_article"] / curve[0]["milliseconds_per_added_article"]
    print(f"growth from {curve[0]['articles']:,} to {curve[-1]['articles']:,}: {growth:.2f} x")
    hardware.save(__file__, {"curve": curve, "growth": round(growth, 3)})
    return 0


def _add(grouping: Grouping, article: Article, clock: Clock) -> None:
    started = time.process_time()
    made = keys(AnnotatedArticle(article), View(article))
    between = time.process_time()
    grouping.add(made)
    clock.keys += between - started
    clock.place += time.process_time() - between


def _point(grouping: Grouping, size: int, clock: Clock, added: int) -> dict[str, float]:
    started = time.process_time()
    grouping.regroup()
    group = time.process_time() - started
    stories = len(grouping.stories())
    milliseconds = [round(1000 * seconds / added, 3) for seconds in (clock.keys, clock.place, group)]
    return {
        "articles": size,
        "stories": stories,
        "keys_ms": milliseconds[0],
        "place_ms": milliseconds[1],
        "group_ms": milliseconds[2],
        "milliseconds_per_added_article": round(sum(milliseconds), 3),
    }


def _articles(path: Path) -> Iterator[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[dict[str, Any]] = [json.loads(line) for line in file]
    rows.sort(key=lambda r: hashlib.sha256(str(r["id"]).encode()).digest()[2:])
    for row in rows:
        day = str(row.get("date") or "")
        dated = len(day) == len("2031-01-01") and day > "1900"
        yield Article(
            id=str(row["id"]),
            given_id=str(row["id"]),
            path=str(path),
            item=0,
            sha256="",
            outlet=row.get("outlet"),
            title=row.get("title"),
            url=None,
            byline=None,
            dateline=None,
            credit=None,
            language="en",
            text=f"{row.get('title') or ''}\n\n{row['text']}",
            text_map=(),
            blocks=(),
            published=Dating(day, day, day) if dated else Dating(),
        )


if __name__ == "__main__":
    sys.exit(main())
