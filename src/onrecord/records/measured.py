"""How often what is claimed held where readers judged it, and from where on it stands in the open.

The one place for these figures: stages, pages and terminal ask here. They are counted from
``evals/data/claims.jsonl`` (offsets and verdicts) by ``evals/claims.py``; a test holds them to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """Of ``of`` claims that readers judged from the texts alone, ``right`` held."""

    right: int
    of: int

    @property
    def rate(self) -> float:
        """The share that is to be expected, by the rule of succession: few judgements promise little."""
        return (self.right + 1) / (self.of + 2)


# By what found it. Judged on news that was read while the rules were mended, after the last of them.
MEASURED: Mapping[str, Judged] = {
    "name.spelling": Judged(15, 15),
    "name.office": Judged(0, 0),
    "number.counted": Judged(7, 7),
    "number.rule": Judged(10, 80),
    "number.worded": Judged(0, 3),
    "date.rule": Judged(0, 50),
    "date.worded": Judged(0, 2),
    "place.rule": Judged(0, 1),
    "condition.worded": Judged(6, 6),
    "condition.rendering": Judged(3, 66),
    "position": Judged(1, 68),
}
# The share of what stands in the open that should hold.
CLASH, CONDITION, POSITION = 0.85, 0.80, 0.80


def line(how: str) -> float:
    """The share from which on what is found so stands in the open."""
    return {"condition": CONDITION, "position": POSITION}.get(how.partition(".")[0], CLASH)


def folded() -> Judged:
    """All judged claims of the kinds that wait behind a fold, taken together."""
    below = [j for how, j in MEASURED.items() if j.rate < line(how)]
    return Judged(sum(j.right for j in below), sum(j.of for j in below))


def share(probability: float) -> str:
    """In words, how many of ten such claims held."""
    return f"of ten such claims about {round(10 * probability)} held"
