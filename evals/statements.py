"""Source, cue and content of every statement against PolNeAR dev, by the shared scorer's definitions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import corpora
import halves
import product


def measure(shared: Path) -> dict[str, float]:
    """Main figures in percent; empty when the gold or the scorer is absent."""
    if not (product.gold(shared, "polnear").exists() and (shared / "eval" / "score_statements.py").exists()):
        return {}
    scorer = product.scorer(shared, "score_statements")
    gold = scorer.rows(str(product.gold(shared, "polnear")))
    mine = scorer.from_output(product.output(shared, "polnear"))
    found = figures(scorer.score_split(gold, mine))
    for half, rows in halves.both(gold, lambda row: str(row["id"])).items():
        found |= halves.named(half, figures(scorer.score_split(rows, mine)))
    return found


def figures(scores: dict[str, Any]) -> dict[str, float]:
    """The figures that decide, out of the scorer's nested result."""
    found = {f"{role}_tokens_f1": scores[f"{role}_tokens"]["F1"] for role in ("content", "source", "cue")}
    found |= {f"{role}_exact_f1": scores["roles"][role]["F1"] for role in ("source", "cue", "content")}
    found |= {
        "soft_f1": scores["all"]["soft"]["F1"],
        "end_to_end_precision": scores["all"]["end_to_end"]["P"],
        "end_to_end_recall": scores["all"]["end_to_end"]["R"],
        "end_to_end_f1": scores["all"]["end_to_end"]["F1"],
        "direct_end_to_end_f1": scores["direct"]["end_to_end"]["F1"],
        "direct_segments_soft_f1": scores["direct"]["segments_soft"]["F1"],
        "indirect_soft_f1": scores["indirect"]["soft"]["F1"],
        "quoted_covered": scores["quoted_tokens"]["covered"],
        "quoted_right_speaker": scores["quoted_tokens"]["right_speaker"],
    }
    return found


if __name__ == "__main__":
    for name, value in measure(corpora.asked()).items():
        print(f"{name:28} {value:5.1f}")
