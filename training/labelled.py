"""Articles whose utterances are labelled: the benchmark's, and those of ``labels/utterances.json``.

The labels are groups of spans into the ``text`` of ``allsides`` rows, in the benchmark's own form.
``README.md`` says how they were made and how far they agree with the benchmark.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

LABELS = Path(__file__).parent / "labels" / "utterances.json"


def events() -> list[dict[str, Any]]:
    """The labelled events: ``event``, ``articles`` (row ids) and ``utterances`` with their ``renderings``."""
    found: list[dict[str, Any]] = json.loads(LABELS.read_text("utf-8"))
    return found


def rows(shared: Path) -> list[dict[str, str]]:
    """All articles to be read: the benchmark's, then those of the labels, as ``id, outlet, date, text``."""
    wanted = {name for event in events() for name in event["articles"]}
    found = _rows(shared / "data/basil/dev.jsonl.gz")
    found += [row for row in _rows(shared / "data/allsides/articles.jsonl.gz") if row["id"] in wanted]
    return [{key: row[key] for key in ("id", "outlet", "date", "text")} for row in found]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]
