"""English words that tell whether a date in a text lies behind it."""

from __future__ import annotations

import re

from onrecord.languages.grammar import EvidenceGrammar

# A past verb, at most two words, then the preposition that the date follows.
_PAST_VERB_BESIDE = re.compile(
    r"\b(?:[a-z]{2,}ed|was|were|had|did|went|came|took|made|saw|began|met|held|gave|found|lost|won|rose|fell|left"
    r"|got|became|ran|wrote|led|broke|spent|died|built|shot|put|paid|grew|hit|cut|sold|bought|sent|brought)"
    r"(?:\s(?!to\b|who\b|that\b)[\w’'-]*[^\Wg][\w’'-]?)?\s(?:in|on|since|until|early in|late in)\s$"
)
# A note on a later change of the page says nothing about its first day.
_LATER_CHANGE = re.compile(
    r"\b(?:updated?|amended|revised|corrected|correction|clarification|last modified|editor[’']s note)\b",
    re.IGNORECASE,
)
# Words that put the date after them ahead, whatever the tense: "the deadline was Dec. 1".
_AHEAD = re.compile(r"\b(?:deadline|fast[- ]forward|effective|due|expir\w+|needs?)\b", re.IGNORECASE)
# Marks of a picture gallery run into the text: its captions are renewed long after the article.
_GALLERY = re.compile(r"\b(?:Hide|Show) Caption\b|\b\d+ of \d+ ?Photos\b|\bPhotos: ")
# The account before the date of an embedded post; its date is that of the reader's time zone.
_POST = re.compile(r"\(@\w{1,30}\)\s*$")
# The line that gives the day of publication, up to the date.
_STAMP = re.compile(
    r"(?:^|[\n|])[ \t]*(?:(?:first |originally )?(?:published|posted|filed)|date published|publication date"
    r"|published time)"
    r"(?: on| at| by [^\n]{1,40}?)?\s*[:|–—-]?\s*(?:on\s+)?",
    re.IGNORECASE,
)

GRAMMAR = EvidenceGrammar(
    stamp=_STAMP,
    past_verb_beside=_PAST_VERB_BESIDE,
    later_change=_LATER_CHANGE,
    ahead=_AHEAD,
    gallery=_GALLERY,
    post=_POST,
    on="on ",
)
