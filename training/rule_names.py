"""Proper names by their capitals: enough to join mentions where no trained tagger finds names."""

# ruff: noqa: SIM905 - lists of words are easier to read and to mend as text

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.languages import Language
from onrecord.languages.grammar import SentenceGrammar
from onrecord.records import Name, NameType

_PERSON_TITLES = frozenset(
    """mr mrs ms miss dr prof professor president premier chancellor senator sen rep representative
    governor gov general gen colonel col captain capt lieutenant lt sergeant sgt major maj judge
    justice king queen prince princess sir lord lady minister secretary ambassador spokesman
    spokeswoman spokesperson mayor pope bishop director chairman chairwoman chief analyst
    adviser advisor congressman congresswoman leader""".split()
)

_PLACE_WORDS = frozenset(
    "city county island islands river sea ocean street mountain valley republic kingdom states".split()
)

_BEFORE_PLACES = frozenset("in at from near to across inside outside toward towards into".split())

# Capitalised without being names.
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december i""".split()
)

_CAPITAL = r"(?:(?:[A-Z]\.){1,4}|(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col)\.|[^\W\d_a-z][\w’'-]*)"
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}(?:[ \t]+(?:(?:of|the|de|la|bin|al|van|von|for)[ \t]+){{0,2}}{_CAPITAL}){{0,7}}"
)
_POSSESSIVE = re.compile(r"['’]s?$")


def find_names(text: str, language: Language) -> Iterator[Name]:
    """Runs of capitalised words as names, in text order, without possessive endings and sentence starters."""
    no_names = language.grammar(SentenceGrammar).starters | _NOT_NAMES
    bodies = language.lexicon.nouns("body_name", forms=("base",))
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = match.group().split()
        while words and words[0].lower().strip(".'’") in no_names:
            start += len(words[0])
            start += len(text[start:end]) - len(text[start:end].lstrip())
            words = words[1:]
        if not words or not words[0][0].isupper():
            continue
        name = text[start:end]
        cut = _POSSESSIVE.search(name)
        end = start + cut.start() if cut else end
        if end - start > 1:
            yield Name(start, end, _type(text, start, [w.lower().strip(".'’") for w in words], bodies))


def _type(text: str, start: int, words: list[str], bodies: frozenset[str]) -> NameType:
    """Person, organisation or place, by the words in and before the name."""
    before = text[max(0, start - 12) : start].split()
    if any(word in bodies for word in words):
        return "organisation"
    if words[0] in _PERSON_TITLES or (before and before[-1].lower().strip(".") in _PERSON_TITLES):
        return "person"
    if any(word in _PLACE_WORDS for word in words) or (before and before[-1].lower() in _BEFORE_PLACES):
        return "place"
    if len(words) == 1 and words[0].isalpha() and text[start : start + len(words[0])].isupper():
        return "organisation"
    return "person" if 2 <= len(words) <= 4 else "other"
