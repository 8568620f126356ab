"""Proper names by their capitals: enough to join mentions until a trained reader finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.languages.english.names import (
    BEFORE_PLACES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PERSON_TITLES,
    PLACE_WORDS,
)
from onrecord.languages.english.sentences import STARTERS
from onrecord.records import Name, NameType

_CAPITAL = r"(?:(?:[A-Z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col)\.|[^\W\d_a-z][\w’'-]*)"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}(?:[ \t]+(?:(?:of|the|de|la|bin|al|van|von|for)[ \t]+){{0,2}}{_CAPITAL}){{0,7}}"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def find_names(text: str) -> Iterator[Name]:
    """Runs of capitalised words as names, in text order, without possessive endings and sentence starters."""
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while words and words[0].lower().strip(".'’") in STARTERS | NOT_NAMES:
            start += len(words[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
            words = words[1:]
        if not words or not words[0][0].isupper():
            continue
        name = text[start:end]
        cut = _POSSESSIVE.search(name)
        end = start + cut.start() if cut else end
        if end - start > 1:
            yield Name(start, end, _type(text, start, [w.lower().strip(".'’") for w in words]))


def _type(text: str, start: int, words: list[str]) -> NameType:
    """Person, organisation or place, by the words in and before the name."""
    before = text[max(0, start - 12) : start].split()
    if any(word in ORGANISATION_WORDS for word in words):
        return "organisation"
    if words[0] in PERSON_TITLES or (before and before[-1].lower().strip(".") in PERSON_TITLES):
        return "person"
    if any(word in PLACE_WORDS for word in words) or (before and before[-1].lower() in BEFORE_PLACES):
        return "place"
    if len(words) == 1 and words[0].isalpha() and text[start : start + len(words[0])].isupper():
        return "organisation"
    return "person" if 2 <= len(words) <= 4 else "other"
