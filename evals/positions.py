"""Accuracy of commitment levels on invented sentences that were labelled before the table was written.

Half of the sentences of each level (``half: held``) were never looked at while the table was tuned.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from onrecord import languages
from onrecord.positions.levels import level
from onrecord.statements.stances import stance

DATA = Path(__file__).parent / "data" / "levels.jsonl"
_PART = re.compile(r"\[([scq]) ?([^\]]*)\]")


def measure(shared: Path) -> dict[str, float]:
    """Accuracy in percent over all sentences, over the held-out half, and for each level (recall)."""
    del shared
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for row, found in predictions():
        for key in ("level_accuracy", f"level_{row['half']}", f"level_{row['level'] or 'none'}"):
            count[key] += 1
            right[key] += found == row["level"]
    return {key: round(100 * right[key] / count[key], 1) for key in count}


def predictions() -> list[tuple[dict[str, str | None], str | None]]:
    """(row, predicted level) for every labelled sentence; its cue and content are marked in it."""
    found: list[tuple[dict[str, str | None], str | None]] = []
    english = languages.of("en")
    for line in DATA.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        parts: dict[str, list[str]] = {"s": [], "c": [], "q": []}
        for role, words in _PART.findall(row["text"]):
            parts[role].append(words)
        cue, content = " ".join(parts["c"]), " ".join(parts["q"])
        found.append((row, level(cue, content, english, stance(english, cue, content))))
    return found


def main() -> None:
    """Print the figures, and the tuning half's mistakes."""
    for name, value in measure(Path()).items():
        print(f"{name:24} {value:5.1f}")
    for row, found in predictions():
        if row["half"] == "tune" and found != row["level"]:
            print(f"{row['level'] or 'none':8} read as {found or 'none':8} {row['text']}")


if __name__ == "__main__":
    main()
