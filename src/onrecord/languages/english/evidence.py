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
    r"\b(?:updated?|amended|revised|corrected|correction|clarification|last modified|editor[’']s note)\b",
    re.IGNORECASE,
)
# Words that put the date after them ahead, whatever the tense: "the deadline was Dec. 1".
AHEAD = re.compile(r"\b(?:deadline|fast[- ]forward|effective|due|expir\w+|needs?)\b", re.IGNORECASE)
# Marks of a picture gallery run into the text: its captions are renewed long after the article.
GALLERY = re.compile(r"\b(?:Hide|Show) Caption\b|\b\d+ of \d+ ?Photos\b|\bPhotos: ")
# The account before the date of an embedded post; its date is that of the reader's time zone.
POST = re.compile(r"\(@\w{1,30}\)\s*$")
