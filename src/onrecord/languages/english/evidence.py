"""English words that tell whether a date in a text lies behind it."""

from __future__ import annotations

import re

# A past verb, at most two words, then the preposition that the date follows.
PAST_VERB_BESIDE = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|did|went|came|took|made|saw|began|met|held|gave|found|lost|won|rose|fell|left"
    r"|got|became|ran|wrote|led|broke|spent|died|built|shot|put|paid|grew|hit|cut|sold|bought|sent|brought)"
    r"(?:\s(?!to\b|who\b|that\b)[\w’'-]*[^\Wg][\w’'-]?)?\s(?:in|on|since|until|early in|late in)\s$"
)
# A note on a later change of the page says nothing about its first day.
LATER_CHANGE = re.compile(
    r"\b(?:updated?|corrected|correction|clarification|last modified|editor[’']s note)\b", re.IGNORECASE
)
