"""Whether anybody is told to have *said* it: attitudes and acts have the form of statements, too.

"Olm **is worried about** the dyke", "the council **passed** a bill" and "alarms **about** the dyke" are found
by a tagger that learned from an annotation of all three. Verbs that the lexicon knows for such are read by
``modes``. Of the others the network that found the statement tells by how it sees the cue where it stands
(``Bearings.spoken``), beside what is told here.
"""

from __future__ import annotations

import math
import re
from functools import cache

from onrecord.languages import Language
from onrecord.records import Attribution, Bearings
from onrecord.statements.modes import first_words

# Log-odds by ``training/spoken.py``, which makes the network's part with them.
WEIGHTS: dict[str, float] = {"says": 1.94, "nobody": -1.73, "confidence": 1.08, "bias": -0.8}
# What is less likely than this was not said by anybody. Of 924 judged statements whose words tell nothing
# (five folds) 0.2, 0.3, 0.4 and 0.5 tell 46, 63, 70 and 80 % of those that nobody said, and take 1, 3, 5
# and 7 % of what was said.
LINE = 0.3
_ODDS = math.log(LINE / (1 - LINE))

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def is_spoken(language: Language, attribution: Attribution, cue: str, bearings: Bearings | None) -> bool:
    """Whether it was said rather than thought or done; what a tagger without bearings found was said."""
    seen = bearings.spoken(attribution.cue) if bearings is not None else None
    if seen is None or (not attribution.source and not _words(cue).isdisjoint(_addressing(language))):
        return True  # "villagers were asked to leave": by somebody
    score = seen + sum(WEIGHTS[name] * value for name, value in evidence(language, attribution, cue).items())
    return round(score, 3) >= _ODDS


def evidence(language: Language, attribution: Attribution, cue: str) -> dict[str, float]:
    """What speaks for and against it besides the network, by the names of ``WEIGHTS``."""
    says = _sayings(language)
    return {
        "says": float(not _words(cue).isdisjoint(says)),
        "nobody": float(not attribution.source),
        "confidence": attribution.confidence,
        "bias": 1.0,
    }


def _words(cue: str) -> frozenset[str]:
    return frozenset(_WORD.findall(cue.lower()))


@cache
def _addressing(language: Language) -> frozenset[str]:
    return first_words(language, "addresses")


@cache
def _sayings(language: Language) -> frozenset[str]:
    return first_words(language, "says")
