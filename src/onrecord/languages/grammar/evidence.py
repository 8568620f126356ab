"""What a language supplies to tell the day of publication from a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceGrammar(Grammar):
    """Words that tell whether a date in a text lies behind it.

    Attributes:
        stamp: the words of a line that gives the day of publication ("Published on"), up to the date.
        past_verb_beside: at the end of what precedes a date: a past verb whose time the date is.
        later_change: a note on a later change of the page, which says nothing of its first day.
        ahead: words that put a date ahead whatever the tense.
        gallery: marks of a picture gallery run into the text.
        post: the account before the date of an embedded post.
        on: the preposition of a weekday, with its space.
    """

    section: ClassVar[str] = "evidence"
    stamp: re.Pattern[str]
    past_verb_beside: re.Pattern[str]
    later_change: re.Pattern[str]
    ahead: re.Pattern[str]
    gallery: re.Pattern[str]
    post: re.Pattern[str]
    on: str
