"""What a language supplies to tell the writings of one organisation's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class OrganisationGrammar(Grammar):
    """Words of names of organisations, in lower case unless said otherwise.

    Attributes:
        metonyms: a house, street or body, without article -> its name and whose, where it speaks for another.
        acronyms: an acronym as written -> the name it stands for.
        letters: those that are small words as well.
        left_out: small words and legal forms that writings of one name differ by.
        kind_only: words for the kind of body, left out where something else remains.
        spellings: word -> the spelling that stands for both.
        home: the country that its own outlets leave out of a name, as ``nation_of`` has it; lower case.
        home_bodies: words of names before which ``home`` is left out.
        unlettered: words that leave no letter in an acronym.
        article: the article before a name, with its space.
        possessive: the ending of a name that owns something.
        adjective: the ending that turns a place into its adjective, and what the place keeps of it.
    """

    section: ClassVar[str] = "speakers.organisations"
    metonyms: Mapping[str, tuple[str, str | None]]
    acronyms: Mapping[str, str]
    letters: frozenset[str]
    left_out: frozenset[str]
    kind_only: frozenset[str]
    spellings: Mapping[str, str]
    home: str
    home_bodies: frozenset[str]
    unlettered: frozenset[str]
    article: str
    possessive: str
    adjective: tuple[str, str]
