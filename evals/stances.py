"""Accuracy of stance, mode, kind and nesting on invented sentences, labelled before the rules were written.

Half of the sentences of each label (``half: held``) were never looked at while the rules were tuned.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import bare
import nesting

from onrecord.records import Attribution, Reading, Span, Statement
from onrecord.statements import assemble
from onrecord.text import View

DATA = Path(__file__).parent / "data"
TASKS = ("stance", "mode", "kind")
_PART = re.compile(r"\[([scq]) ?([^\]]*)\]")


def measure(shared: Path) -> dict[str, float]:
    """Accuracy in percent over all sentences, over the held-out half, and for each label (recall)."""
    del shared  # its sentences are our own
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for task, row, found in predictions():
        for key in (f"{task}_accuracy", f"{task}_{row['half']}", f"{task}_{row[task]}"):
            count[key] += 1
            right[key] += found == row[task]
    return {key: round(100 * right[key] / count[key], 1) for key in count} | nesting.figures()


def predictions() -> Iterator[tuple[str, dict[str, str], str]]:
    """(task, row, predicted label) for every labelled sentence."""
    for task in TASKS:
        for line in (DATA / f"{task}s.jsonl").read_text(encoding="utf8").splitlines():
            row: dict[str, str] = json.loads(line)
            yield task, row, str(getattr(statement(row["text"]), task))


def statement(marked: str) -> Statement:
    """The outer statement of a sentence whose source, cue and content are marked [s …], [c …] and [q …]."""
    text, parts, end = "", {"s": [], "c": [], "q": []}, 0  # type: tuple[str, dict[str, list[Span]], int]
    for match in _PART.finditer(marked):
        text += marked[end : match.start()]
        parts[match[1]].append(Span(len(text), len(text) + len(match[2])))
        text, end = text + match[2], match.end()
    text += marked[end:]
    given = Attribution(tuple(parts["s"]), tuple(parts["c"]), tuple(parts["q"]), 1.0)
    found = assemble(View(bare.article("a", text)), Reading((given,), (), "given"))
    return next(s for s in found if s.parent_id is None)


def main() -> None:
    """Print the figures, and the tuning half's mistakes."""
    for name, value in measure(Path()).items():
        print(f"{name:24} {value:5.1f}")
    for task, row, found in predictions():
        if row["half"] == "tune" and found != row[task]:
            print(f"{row[task]:8} read as {found:8} {row['text']}")


if __name__ == "__main__":
    main()
