"""English in and around personal names."""

from __future__ import annotations

import re

from onrecord.languages.english.speakers.fields import COMMON_GIVEN, COMMON_SURNAMES
from onrecord.languages.english.speakers.given_names import FEMALE, MALE
from onrecord.languages.english.speakers.nicknames import NICKNAMES
from onrecord.languages.english.speakers.pronouns import HONORIFIC_GENDER
from onrecord.languages.english.speakers.titles import (
    ARTICLES_ARABIC,
    DEGREES,
    HONORIFICS,
    MODIFIERS,
    PARTICLES,
    SUFFIXES,
    TITLES,
)
from onrecord.languages.grammar import PersonGrammar


def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in filter(None, NICKNAMES.split("\n")):
        names = line.split()
        for name in names:
            found[name] = found.get(name, frozenset()) | {names[0]}
    return found


GRAMMAR = PersonGrammar(
    male=MALE,
    female=FEMALE,
    short_forms=_short_forms(),
    common_given=COMMON_GIVEN,
    common_surnames=COMMON_SURNAMES,
    honorifics=HONORIFICS,
    titles=TITLES,
    modifiers=MODIFIERS,
    title_gender=HONORIFIC_GENDER,
    awaited=frozenset(("to-be", "elect", "designate", "in-waiting")),
    suffixes=SUFFIXES,
    numeral_suffixes=frozenset("v"),
    degrees=DEGREES,
    party=re.compile(r"[DRI][-–][A-Z][A-Za-z.]*"),
    particles=PARTICLES,
    articles=ARTICLES_ARABIC,
    definite="the",
    of="of",
    maiden=re.compile(r"\b(?:n[ée]e|born)\s+([^\W\d_][\w'’-]*)", re.IGNORECASE),
    possessive=re.compile(r"['’]s$|(?<=s)['’]$"),
)
