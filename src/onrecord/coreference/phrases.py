"""The part of a marked source that says who speaks: without clauses, asides and what was cut off after it."""

from __future__ import annotations

from onrecord.coreference.page import Page
from onrecord.languages.english.speakers.phrases import ASIDES, DETERMINERS, RELATIVES
from onrecord.languages.english.words import FUNCTION_WORDS
from onrecord.names.roles import describe

# A source of more words may have swallowed its verb.
_LONG = 6
_PAUSES = frozenset(",;(–—-―")


def core(page: Page, words: range) -> range:
    """``words`` up to the first relative clause, aside or verb that follows the noun.

    "Tern Isle Club, *a group that sued*"; "the letter, *which teachers signed*"; "officials *clearly raised
    the stakes*". A source that is all clause stays as it is.
    """
    stop = next((i for i in words[1:] if _breaks(page, words, i)), words.stop)
    while stop - 1 > words.start and page.words[stop - 1] in FUNCTION_WORDS:  # "the US" is no "us"
        stop -= 1
    return range(words.start, stop)


def _breaks(page: Page, words: range, at: int) -> bool:
    """Whether what begins at word ``at`` only says more of what stands before it."""
    word, gap = page.lower[at], page.gap(at - 1).strip()
    if word in RELATIVES:
        return True
    if gap and set(gap) <= _PAUSES and (word in DETERMINERS or word in ASIDES):
        return True
    verb = len(words) > _LONG and word.endswith("ly") and at + 1 < words.stop
    return verb and page.lower[at + 1].endswith("ed") and bool(describe(page.lower[words.start : at]).head)
