"""Groups, documents and unnamed people across articles: what makes two descriptions one record."""

from __future__ import annotations

import re

from onrecord.languages.english.speakers.phrases import QUANTIFIERS, UNMARKED
from onrecord.names.organisations import organisation_key
from onrecord.names.roles import mark, singular
from onrecord.records import LocalSpeaker

_PARTS = re.compile(r",\s+|\s+and\s+")
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*")
# Words that tell how many or how high, not whose people.
_LEFT_OUT = QUANTIFIERS | UNMARKED | {"senior", "former", "current", "more", "various", "numerous", "certain"}


def description_key(chain: LocalSpeaker) -> tuple[str, ...]:
    """What a chain without a name of its own is joined by; its last part is the article where nothing is.

    "White House officials" and "a senior White House official" are one source wherever they speak, for
    nobody can tell them apart; "critics" and "the letter" are others in each article. "Brill and Orle" are
    "Orle and Brill".
    """
    name = chain.name or ""
    parts = [p for p in _PARTS.split(name) if p]
    if chain.type == "group" and len(parts) > 1 and all(p[0].isupper() for p in parts):
        return ("together", *sorted(map(organisation_key, parts)))
    words = [m.group() for m in _WORD.finditer(name)]
    if not any(_proper(w, first=i == 0) for i, w in enumerate(words)):
        return (chain.type, " ".join(sorted(w.casefold() for w in words)), chain.article_id)
    if chain.type == "document":
        return ("document", organisation_key(name))
    kept = (w.casefold().removesuffix("’s").removesuffix("'s") for w in words)
    marks = {mark(w) or w for w in (singular(w) or w for w in kept) if w not in _LEFT_OUT and not w.isdigit()}
    return ("people", *sorted(marks))


def _proper(word: str, *, first: bool) -> bool:
    """Whether a word names something; a description's first word may owe its capital to its place."""
    if not word[0].isupper():
        return False
    return not first or word[1:].isupper() or (mark(word.casefold()) or "").startswith(("@", "%"))
