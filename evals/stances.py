"""Accuracy of stances and modes on invented sentences that were labelled before the rules were written.

Half of the sentences of each label (``half: held``) were never looked at while the rules were tuned.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from onrecord.statements.modes import mode
from onrecord.statements.stances import stance

DATA = Path(__file__).parent / "data"
_PART = re.compile(r"\[([scq]) ?([^\]]*)\]")
_QUOTED = re.compile(r"^[\"“].*[\"”]$")


def measure(shared: Path) -> dict[str, float]:
    """Accuracy in percent over all sentences, over the held-out half, and for each label (recall)."""
    del shared
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for task, row, found in predictions():
        for key in (f"{task}_accuracy", f"{task}_{row['half']}", f"{task}_{row[task]}"):
            count[key] += 1
            right[key] += found == row[task]
    return {key: round(100 * right[key] / count[key], 1) for key in count}


def predictions() -> list[tuple[str, dict[str, str], str]]:
    """(task, row, predicted label) for every labelled sentence."""
    found: list[tuple[str, dict[str, str], str]] = []
    for task in ("stance", "mode"):
        for line in (DATA / f"{task}s.jsonl").read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            parts: dict[str, list[str]] = {"s": [], "c": [], "q": []}
            for role, words in _PART.findall(row["text"]):
                parts[role].append(words)
            source, cue, content = (" ".join(parts[role]) for role in "scq")
            quoted = bool(_QUOTED.match(content))
            found.append(
                (task, row, stance(cue, content) if task == "stance" else mode(source, cue, quoted=quoted))
            )
    return found


def main() -> None:
    """Print the figures, and the tuning half's mistakes."""
    for name, value in measure(Path()).items():
        print(f"{name:24} {value:5.1f}")
    for task, row, found in predictions():
        if row["half"] == "tune" and found != row[task]:
            print(f"{row[task]:8} read as {found:8} {row['text']}")


if __name__ == "__main__":
    main()
