"""Statements within statements, on invented sentences labelled before the rules were written.

A sentence counts as right when exactly the source that is quoted second-hand gets a parent, and in the
sentences without one, nothing does.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import bare

from onrecord.statements import assemble, default_tagger
from onrecord.text import View

DATA = Path(__file__).parent / "data" / "nesting.jsonl"


def figures() -> dict[str, float]:
    """Percent right over all sentences, the held-out half, nested ones and flat ones."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row, found in predictions():
        for key in ("accuracy", row["half"], "nested" if row["inner"] else "flat"):
            count[f"nesting_{key}"] += 1
            right[f"nesting_{key}"] += found == ([row["inner"]] if row["inner"] else [])
    return {key: round(100 * right[key] / count[key], 1) for key in count}


def predictions() -> list[tuple[dict[str, str | None], list[str | None]]]:
    """(row, sources of the statements that have a parent) for every labelled sentence."""
    rows = [json.loads(line) for line in DATA.read_text(encoding="utf8").splitlines()]
    articles = [bare.article(str(i), row["text"]) for i, row in enumerate(rows)]
    found = []
    for row, item, reading in zip(rows, articles, default_tagger().read(articles), strict=True):
        nested = [s.source_text for s in assemble(View(item), reading) if s.parent_id is not None]
        found.append((row, nested))
    return found


def main() -> None:
    """Print the figures, and the tuning half's mistakes."""
    for name, value in figures().items():
        print(f"{name:24} {value:5.1f}")
    for row, found in predictions():
        if row["half"] == "tune" and found != ([row["inner"]] if row["inner"] else []):
            print(f"{row['inner']} read as {found}: {row['text']}")


if __name__ == "__main__":
    main()
