"""Time expressions: words a second of one core for finding and normalising.

usage: python benchmarks/dates.py [FILE.jsonl.gz]     (default: ../shared/data/allsides/articles.jsonl.gz)
"""

from __future__ import annotations

import gzip
import itertools
import json
import sys
import time
from datetime import date
from pathlib import Path

import hardware

from onrecord import languages
from onrecord.dates.finder import Scan, mentions

ARTICLES = 500
ROUNDS = 3
DEFAULT = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"


def measure(path: Path) -> dict[str, object]:
    """CPU seconds of the fastest of three rounds over the first 500 articles, in one thread."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        texts = [json.loads(line)["text"] for line in itertools.islice(lines, ARTICLES)]
    words = sum(len(text.split()) for text in texts)
    anchor = date(2020, 1, 1)
    english = languages.of("en")
    mentions(Scan(texts[0], english), anchor)  # the tables are compiled on first use
    seconds, found = float("inf"), 0
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = sum(len(mentions(Scan(text, english), anchor)) for text in texts)
        seconds = min(seconds, time.process_time() - begun)
    return {
        "data": path.name,
        "articles": len(texts),
        "words": words,
        "expressions": found,
        "cpu_seconds": round(seconds, 2),
        "words_per_cpu_second": round(words / seconds),
    }


if __name__ == "__main__":
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    if source.exists():
        result = measure(source)
        print(json.dumps(result, indent=2), hardware.save(__file__, result), sep="\n")
    else:
        print(f"{source} is not here: nothing measured")
