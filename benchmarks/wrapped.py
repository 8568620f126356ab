"""Bulk articles as a pager or an old database prints them: how much of their text is whole again.

usage: python benchmarks/wrapped.py [NUMBER] [ROWS.jsonl.gz]     (without: 60 of ../shared/data/allsides)

Each article is set in lines of 40, 60 and 72 characters, long words cut with a hyphen in one form of two,
with a page head and a form feed after every 50 lines, and cleaned. Found: sentences of the unwrapped
article's paragraphs that stand whole in those of the wrapped one; what reads statements sees no other text.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "evals"))

import hardware
from story_forms import wrapped

from onrecord.articles import clean
from onrecord.errors import ItemError
from onrecord.records import RawDocument, Span
from onrecord.text import View

ROWS = Path(__file__).resolve().parents[2] / "shared" / "data" / "allsides" / "articles.jsonl.gz"
NUMBER = 60
_PAGE = 50
WIDTHS = (40, 60, 72)


def texts(path: Path, number: int) -> Iterator[tuple[str, list[str]]]:
    """Title and paragraphs of articles drawn by a hash of their text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: hashlib.sha256(json.dumps(row, sort_keys=True).encode()).digest())
    for row in rows[:number]:
        article = _clean(str(row.get("content") or row.get("text") or row.get("body") or ""))
        if article:
            yield str(row.get("title") or row.get("heading") or "Untitled"), article


def _clean(text: str) -> list[str]:
    try:
        article = clean(RawDocument("-", 0, "", "text/plain", text, Span(0, len(text))))
    except ItemError:
        return []
    return [b.span.of(article.text) for b in article.blocks if b.kind == "paragraph"]


def printed(title: str, paragraphs: list[str], width: int, *, hyphens: bool) -> str:
    """The article on pages."""
    lines = "\n\n".join(wrapped(" ".join(p.split()), width, hyphens=hyphens) for p in paragraphs).split("\n")
    pages = [lines[start : start + _PAGE] for start in range(0, len(lines), _PAGE)]
    head = "Ostrey Herald" + " " * (width - 23)
    body = "\n\f".join(
        "\n".join([f"{head}Page {number:>4}", "", *page]) if number > 1 else "\n".join(page)
        for number, page in enumerate(pages, 1)
    )
    return f"{title}\n\n{body}\n"


def sentences(paragraphs: list[str]) -> list[str]:
    """The sentences of five words and more."""
    text = "\n".join(paragraphs)
    try:
        view = View(clean(RawDocument("-", 0, "", "text/plain", text, Span(0, len(text)))))
    except ItemError:
        return []
    return [flat(s.text) for s in view.sentences if len(s.text.split()) >= 5]


def flat(text: str) -> str:
    """``text`` with single spaces: a hyphen too many is a fault."""
    return " ".join(text.split())


def main() -> None:
    """Measure and print one JSON object."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER
    path = Path(sys.argv[2]) if len(sys.argv) > 2 else ROWS
    drawn = [(title, body, sentences(body)) for title, body in texts(path, number)]
    shares: dict[str, float] = {}
    spent = time.process_time()
    for width in WIDTHS:
        for hyphens in (False, True):
            found = wanted = 0
            for title, body, whole in drawn:
                kept = flat(" ".join(_clean(printed(title, body, width, hyphens=hyphens))))
                wanted += len(whole)
                found += sum(sentence in kept for sentence in whole)
            shares[f"{width}{' hyphenated' if hyphens else ''}"] = round(100 * found / wanted, 2)
    spent = (time.process_time() - spent) / (len(drawn) * len(WIDTHS) * 2)
    result = {"articles": len(drawn), "found": shares, "cleaning_ms": round(1000 * spent, 1)}
    print(json.dumps(result | {"hardware": hardware.note()}, indent=1))


if __name__ == "__main__":
    main()
