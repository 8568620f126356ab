"""Statements in invented passages of many kinds: one in five of those written; no tagger learns from them.

By the shared scorer's definitions, as ``statements``; their form is told in ``training/invented.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path

import bare
import corpora
import product

import statements
from onrecord.records import Span
from onrecord.statements import default_tagger

sys.path.append(str(Path(__file__).parent.parent))

from training.invented import passages

PASSAGES = Path(__file__).parent / "sets/passages"


def measure(shared: Path) -> dict[str, float]:
    """Main figures in percent; empty when the scorer is absent."""
    if not (shared / "eval" / "score_statements.py").exists():
        return {}
    scorer = product.scorer(shared, "score_statements")
    gold = [passage.row for passage in passages(PASSAGES)]
    readings = default_tagger().read([bare.article(row["id"], row["text"], blocks=()) for row in gold])
    mine = {
        str(row["id"]): [
            {"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)}
            for a in reading.attributions
        ]
        for row, reading in zip(gold, readings, strict=True)
    }
    found = statements.figures(scorer.score_split(gold, mine))
    return {name: found[name] for name in KEPT}


KEPT = (
    "content_tokens_f1",
    "content_exact_f1",
    "soft_f1",
    "end_to_end_f1",
    "direct_end_to_end_f1",
    "quoted_right_speaker",
)


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


if __name__ == "__main__":
    for name, value in measure(corpora.asked()).items():
        print(f"{name:28} {value:5.1f}")
