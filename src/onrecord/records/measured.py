"""How often each kind of claim was right when readers judged it, and from what rate on it is in the open.

The one place for these figures: stages, pages and terminal ask here. They are counted from
``evals/data/claims.jsonl`` and ``claims_elsewhere.jsonl`` (offsets and verdicts) by ``evals/claims.py``, and
a test checks that they agree.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """How many of the claims that readers judged, from the texts alone, were ``right``."""

    right: int
    of: int

    @property
    def rate(self) -> float:
        """The share to be expected, by the rule of succession: few judgements promise little."""
        return (self.right + 1) / (self.of + 2)

    @property
    def least(self) -> float:
        """A bound above which the true share lies with a chance of 19 in 20 (Wilson's)."""
        if not self.of:
            return 0.0
        held, z2 = self.right / self.of, _Z * _Z
        spread = _Z * math.sqrt(held * (1 - held) / self.of + z2 / (4 * self.of * self.of))
        return (held + z2 / (2 * self.of) - spread) / (1 + z2 / self.of)


_Z = 1.645

# Judged claims that some rule still makes, by what found them; those of the unseen half are in
# docs/quality.md.
MEASURED: Mapping[str, Judged] = {
    "attribution.quoted": Judged(5, 5),
    "attribution.spokesman": Judged(3, 3),
    "attribution.worded": Judged(1, 1),
    "condition.rendering": Judged(4, 57),
    "condition.saying": Judged(1, 1),
    "condition.worded": Judged(32, 43),
    "date.forest": Judged(4, 45),
    "date.rule": Judged(3, 45),
    "date.saying": Judged(2, 6),
    "date.worded": Judged(2, 5),
    "name.office": Judged(2, 2),
    "name.spelling": Judged(59, 65),
    "number.counted": Judged(39, 45),
    "number.forest": Judged(48, 227),
    "number.rule": Judged(17, 91),
    "number.saying": Judged(0, 1),
    "number.worded": Judged(17, 19),
    "pair.first": Judged(134, 149),
    "place.rule": Judged(0, 1),
    "place.worded": Judged(0, 1),
    "polarity.rendering": Judged(1, 6),
    "polarity.stance": Judged(0, 7),
    "polarity.status": Judged(2, 8),
    "polarity.worded": Judged(3, 5),
    "position": Judged(0, 20),
}
# The share of the claims in the open that should be right.
CLASH, CONDITION, POSITION = 0.85, 0.80, 0.80
# The probability from which on a rendering is shown beside the fullest on the first screen ("pair.first").
# Cross-validated on the benchmark, 89 of 100 such pairs of one speaker are one utterance (79 of all pairs;
# seen 88, unseen 91), and of those just above the threshold, three in four.
SAME = 0.65


# Kinds that are too rare in news for readers to judge: of the claims made on controlled edits of news
# sentences (``evals/edits.py``, articles that nobody looked at), how many name what had been edited.
CONSTRUCTED: Mapping[str, Judged] = {
    "attribution.quoted": Judged(42, 42),
    "attribution.worded": Judged(176, 177),
    "date.worded": Judged(174, 174),
    "number.worded": Judged(126, 126),
    "place.worded": Judged(177, 178),
    "polarity.cue": Judged(45, 45),
    "polarity.stance": Judged(17, 17),
    "polarity.worded": Judged(192, 192),
}
# 3,432 stories of news were read for claims of these kinds (811 for those that need statements): what was
# found is counted above.

# From so many judgements on, they alone decide; and the share of constructed claims that must surely hold.
ENOUGH, SURELY = 5, 0.80


def line(how: str) -> float:
    """The expected share from which on claims that are found in this way are in the open."""
    return {"condition": CONDITION, "position": POSITION}.get(how.partition(".")[0], CLASH)


def in_the_open(how: str) -> bool:
    """Whether claims that are found in this way are shown in the open.

    If readers judged enough of them on news, their verdicts decide. For kinds that hardly occur in news,
    constructed differences decide, provided that no reader found one wrong.
    """
    judged = MEASURED.get(how, Judged(0, 0))
    if judged.rate >= line(how):
        return True
    constructed = CONSTRUCTED.get(how, Judged(0, 0))
    return judged.right == judged.of < ENOUGH and constructed.least >= SURELY


def folded() -> Judged:
    """All judged claims of the kinds that are behind the fold, taken together."""
    below = [j for how, j in MEASURED.items() if not in_the_open(how)]
    return Judged(sum(j.right for j in below), sum(j.of for j in below))


def share(probability: float | None) -> str:
    """In words, how many of ten judged claims were right; None: too few were found to say.

    Rules were improved on some of the claims that were judged, so on other news fewer may be right.
    """
    if probability is None:
        return "too rare in news to be counted; it held on sentences that were changed on purpose"
    return f"readers found about {round(10 * probability)} in 10 of these right; on other news fewer may be"


def found_right(probability: float | None) -> str:
    """The same in few words, for a page that explains them once."""
    return (
        f"about {round(10 * probability)} in 10 right"
        if probability is not None
        else "too rare to be counted"
    )
