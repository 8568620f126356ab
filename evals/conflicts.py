"""Conflicts on the benchmark's development half, in the product's own output.

    python evals/conflicts.py [../shared]

The definition is that of ``../shared/eval/score_utterances.py``: a conflict is right when its two places
overlap those of an annotated one.
"""

from __future__ import annotations

from pathlib import Path

import corpora
import halves
import product


def measure(shared: Path) -> dict[str, float]:
    """Precision, recall and F1; nothing without the data."""
    bench, texts = shared / "bench/dev.json", product.gold(shared, "basil")
    if not bench.exists() or not texts.exists():
        return {}
    scorer = product.scorer(shared, "score_utterances")
    contract = product.scorer(shared, "contract")
    units = {r["id"]: contract.Units(r["text"]) for r in contract.rows(texts)}
    folder = product.output(shared, "basil")
    gold, mine = scorer.load_gold(bench, units), scorer.load_prediction(folder, units)
    found = _flat(scorer.score(gold, mine)["conflicts"])
    for half, events in halves.both(gold[0], str).items():
        part = ({e: gold[0][e] for e in events}, gold[1])
        found |= halves.named(half, _flat(scorer.score(part, mine)["conflicts"]))
    return found


def _flat(score: dict[str, float]) -> dict[str, float]:
    return {k: float(score[k]) for k in ("P", "R", "F1", "predicted")}


def main() -> None:
    """Print the figures."""
    for name, value in measure(corpora.asked()).items():
        print(f"{name:<12}{value:>8.2f}")


if __name__ == "__main__":
    main()
