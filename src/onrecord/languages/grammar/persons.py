"""What a language supplies to take a personal name apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from onrecord.languages.grammar.base import Grammar

# What a person's pronoun tells; "they" takes groups and organisations, and a person at a price.
Gender = Literal["he", "she", "they"]


@dataclass(frozen=True, slots=True, eq=False)
class PersonGrammar(Grammar):
    """Words in and around personal names, all in lower case without full stops.

    Attributes:
        male, female: given names that tell a gender.
        short_forms: a given name without diacritics -> the given names it may stand for, itself where
            others are short for it.
        common_given, common_surnames: names so common that two people easily bear both.
        honorifics: words of courtesy and rank before a name.
        titles: words of offices before a name.
        modifiers: those of ``titles`` that only narrow another one down.
        title_gender: honorific -> the gender it tells.
        awaited: after a hyphen, what says that an office is not held yet ("elect").
        suffixes: what follows a surname and tells namesakes apart -> one key for its spellings.
        numeral_suffixes: those of ``suffixes`` that are a word of their own when not in capitals.
        degrees: letters after a name that tell of learning or honours.
        party: a party and a seat after a name ("D-Ill.").
        particles: words that open a surname.
        articles: those of ``particles`` that spellings leave out ("al-").
        definite: the article that may stand before a name.
        of: what stands between a title and what it is held over.
        maiden: a surname by birth, as group 1, with the word that says so.
        possessive: the ending of a name that owns something.
    """

    section: ClassVar[str] = "speakers.persons"
    male: frozenset[str]
    female: frozenset[str]
    short_forms: Mapping[str, frozenset[str]]
    common_given: frozenset[str]
    common_surnames: frozenset[str]
    honorifics: frozenset[str]
    titles: frozenset[str]
    modifiers: frozenset[str]
    title_gender: Mapping[str, Gender]
    awaited: frozenset[str]
    suffixes: Mapping[str, str]
    numeral_suffixes: frozenset[str]
    degrees: frozenset[str]
    party: re.Pattern[str]
    particles: frozenset[str]
    articles: frozenset[str]
    definite: str
    of: str
    maiden: re.Pattern[str]
    possessive: re.Pattern[str]
