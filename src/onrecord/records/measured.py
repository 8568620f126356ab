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


# By what found it, of what some rule still gives; unseen ones alone are in docs/quality.md.
MEASURED: Mapping[str, Judged] = {
    "attribution.spokesman": Judged(3, 3),
    "condition.rendering": Judged(2, 42),
    "condition.worded": Judged(11, 12),
    "date.forest": Judged(4, 45),
    "date.rule": Judged(1, 33),
    "date.worded": Judged(0, 2),
    "name.spelling": Judged(24, 25),
    "number.counted": Judged(13, 13),
    "number.forest": Judged(47, 223),
    "number.rule": Judged(15, 81),
    "number.worded": Judged(0, 2),
    "place.rule": Judged(0, 1),
    "polarity.rendering": Judged(0, 1),
    "polarity.status": Judged(2, 8),
    "polarity.worded": Judged(0, 1),
    "position": Judged(0, 18),
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
