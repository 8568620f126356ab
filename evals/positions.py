"""How far sentences commit their speakers, and whose position is said to have moved.

    python evals/positions.py [--seen]

``evals/data/levels.jsonl`` holds invented sentences that were labelled before the table of levels was
written; half of those of each level (``half: held``) were never looked at while it was tuned.
``evals/sets/turns`` holds pairs of articles, months or years apart, written before the product read any of
them: in ``turns.toml`` somebody's position moves, in ``stays.toml`` it does not (another act, another voice,
the same again, an old word retold, silence, a jest). A turn is told where a shift leads from a statement of
the one to one of the other.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import differing
import halves

from onrecord import languages
from onrecord.positions.levels import level
from onrecord.records import Corpus
from onrecord.statements.stances import stance

DATA = Path(__file__).parent / "data" / "levels.jsonl"
TURNS = Path(__file__).parent / "sets" / "turns"
_PART = re.compile(r"\[([scq]) ?([^\]]*)\]")


def measure(shared: Path) -> dict[str, float]:
    """Percent of the sentences put right, of either half's turns that are told, and of false ones."""
    del shared
    return levels() | turns()


def levels() -> dict[str, float]:
    """Accuracy in percent over all sentences, over the held-out half, and for each level (recall)."""
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


def turns() -> dict[str, float]:
    """Of either half, percent of turns that are told, and of pairs without one of which one is told."""
    pairs = both()
    told = moved(pairs, differing.read(pairs))
    figures: dict[str, float] = {}
    for half in halves.HALVES:
        for name, clash in (("turns_told", True), ("turns_false", False)):
            mine = [p.name in told for p in pairs if p.half == half and p.clash == clash]
            figures |= halves.named(half, {name: 100 * sum(mine) / len(mine)})
    return figures


def both() -> list[differing.Pair]:
    """Pairs of articles between which somebody's position moves, and such between which none does."""
    return [p for file in ("turns", "stays") for p in differing.of_file(TURNS / f"{file}.toml")]


def moved(pairs: list[differing.Pair], corpus: Corpus) -> dict[str, str]:
    """Name of a pair -> the topic on which a position is said to move between its articles."""
    given = {s.id: str(i.article.given_id) for i in corpus.articles for s in i.statements}
    told: dict[str, str] = {}
    for position in corpus.positions:
        for shift in position.shifts:
            ends = given[shift.from_statement_id], given[shift.to_statement_id]
            told |= {p.name: position.topic for p in pairs if ends == (f"{p.name}-a", f"{p.name}-b")}
    return told


def main() -> None:
    """Print the figures, and the tuning half's mistakes; ``--seen`` the turns of that half one by one."""
    for name, value in measure(Path()).items():
        print(f"{name:24} {value:5.1f}")
    for row, found in predictions():
        if row["half"] == "tune" and found != row["level"]:
            print(f"{row['level'] or 'none':8} read as {found or 'none':8} {row['text']}")
    if "--seen" in sys.argv:
        pairs = both()
        told = moved(pairs, differing.read(pairs))
        for pair in (p for p in pairs if p.half == "seen"):
            print(f"{pair.name:<20}{'turns' if pair.clash else 'stays':<8}{told.get(pair.name, '-')}")


if __name__ == "__main__":
    main()
