"""What a language supplies to read a noun phrase that describes a person or organisation."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from onrecord.languages.grammar.base import Grammar
from onrecord.languages.grammar.persons import Gender

HeadKind = Literal["person", "group", "organisation", "document", "none"]


@dataclass(frozen=True, slots=True, eq=False)
class RoleGrammar(Grammar):
    """Nouns for people and bodies by what they do, and the words that narrow them down; lower case.

    A mark is what a narrowing word leaves on a description: ``@Country``, ``@@State``, ``%party``, or a word.

    Attributes:
        role_of: a noun or phrase for a role -> the one that stands for all that name it.
        broader: a general noun -> the roles it covers.
        served: a general noun, a role it covers only where its holder serves somebody -> marks of whom.
        person_heads: all nouns, phrases of ``role_of`` included, that mean one person.
        kinds: head noun -> what it means.
        plural_kinds: singular noun -> what its plural means.
        singular: the singular of a plural noun; None for what does not look like one.
        aged: the ending of a noun that means a person by age ("-year-old").
        trades: endings of nouns for those who do something, longer than the ending ("beekeeper").
        doers: endings of words before a given name that tell what somebody is ("Villager Ann Olm").
        compatriots: words that mean one person of a nation where nothing else follows ("the Norwegian").
        role_words: how many words the longest role has.
        noun_gender: noun -> the gender it tells.
        field_of: noun -> the walk of life it belongs to.
        marks: word -> the mark it leaves, None for none; a word that is not there is its own mark.
        compounds: two words that leave one mark ("white house").
        member_marks: head noun -> the mark of the body that its bearers belong to.
        seats: a country's mark with the mark of the house of its head of state.
        state_head: the mark of a head of state.
        union: the mark of the country that the states are of.
        acronyms: marks that are bodies' acronyms.
        articles, indefinite: words that open a phrase; those that mean nobody spoken of before.
        others: words by which one more of a kind is told from those spoken of before.
        owners: possessives before a head.
        after_head: words whose phrase narrows a head down from behind.
        of, one: what joins a part or number to a whole; the number of one member.
        quantifiers: words that tell how many.
        former: words for who held an office before.
        ranks: words that make another office of the one they stand before.
        below: those of them whose holder is never called by the office alone.
        portfolios: what a minister is in charge of.
        uncounted: words of a description of unnamed people that tell how many or how high, not whose.
        possessives: the endings of a word that owns something, in the order in which they are tried.
        listing: what stands between those who are named together.
    """

    section: ClassVar[str] = "speakers.roles"
    role_of: Mapping[str, str]
    broader: Mapping[str, frozenset[str]]
    served: Mapping[tuple[str, str], frozenset[str]]
    person_heads: frozenset[str]
    kinds: Mapping[str, HeadKind]
    plural_kinds: Mapping[str, HeadKind]
    singular: Callable[[str], str | None]
    aged: str
    trades: tuple[str, ...]
    doers: tuple[str, ...]
    compatriots: frozenset[str]
    role_words: int
    noun_gender: Mapping[str, Gender]
    field_of: Mapping[str, str]
    marks: Mapping[str, str | None]
    compounds: frozenset[str]
    member_marks: Mapping[str, str]
    seats: tuple[tuple[str, str], ...]
    state_head: str
    union: str
    acronyms: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    others: frozenset[str]
    owners: frozenset[str]
    after_head: frozenset[str]
    of: str
    one: str
    quantifiers: frozenset[str]
    former: frozenset[str]
    ranks: frozenset[str]
    below: frozenset[str]
    portfolios: frozenset[str]
    uncounted: frozenset[str]
    possessives: tuple[str, ...]
    listing: re.Pattern[str]
