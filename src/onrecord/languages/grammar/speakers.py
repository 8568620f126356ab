"""What a language supplies to read who speaks: offices, pronouns and small words.

Words are in lower case, with stops where the language writes them ("u.s."), unless said otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar
from onrecord.languages.grammar.persons import Gender


@dataclass(frozen=True, slots=True, eq=False)
class OfficeGrammar(Grammar):
    """Nouns of those who can be a source: persons by office, groups, bodies and documents.

    Attributes:
        state_heads, body_heads: offices held for a state, and for a body.
        agent_heads: offices held for a person or body that hires.
        group_nouns: nouns of several people.
        followers: nouns of those who belong to a person ("aides").
        authors: those who made a document.
        collectives: groups that speak as one ("it").
        document_nouns: what is written, shown or read out.
        self_standing: documents that speak for themselves where nobody issues them.
        published: documents that appear in an outlet; ``spoken``: those that are somebody's speech.
        organisation_words: words of the names of bodies.
        short_names: those that alone stand for the name that they end.
        coordinated: words that "and" joins inside the name of a body.
        corporate_words: those of ``organisation_words`` that tell a company's kind alone.
        thing_words: last words of names of what is neither person nor body.
    """

    section: ClassVar[str] = "speakers.offices"
    state_heads: frozenset[str]
    body_heads: frozenset[str]
    agent_heads: frozenset[str]
    group_nouns: frozenset[str]
    followers: frozenset[str]
    authors: frozenset[str]
    collectives: frozenset[str]
    document_nouns: frozenset[str]
    self_standing: frozenset[str]
    published: frozenset[str]
    spoken: frozenset[str]
    organisation_words: frozenset[str]
    short_names: frozenset[str]
    coordinated: frozenset[str]
    corporate_words: frozenset[str]
    thing_words: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class PronounGrammar(Grammar):
    """Pronouns, and nouns that go with their gender.

    Attributes:
        pronouns: pronoun -> what it agrees with.
        neuter: forms of "it" and "they": what a body is gone on with.
        followed: pronouns of one person that keep somebody in mind where they are nobody's source.
        reflexive: those that follow a name ("Brill *herself*").
        possessives: of the third person; ``singular_possessives`` of one person.
        impersonal: pronouns for a body or document.
        relative: relative pronouns that can be a source; ``who`` is the one for persons alone.
        first_person: "I" and "we" with their forms; ``writer`` that of one as a subject.
        kin: nouns of relatives.
    """

    section: ClassVar[str] = "speakers.pronouns"
    pronouns: Mapping[str, Gender]
    neuter: frozenset[str]
    followed: frozenset[str]
    reflexive: frozenset[str]
    possessives: frozenset[str]
    singular_possessives: frozenset[str]
    impersonal: frozenset[str]
    relative: frozenset[str]
    who: str
    first_person: frozenset[str]
    writer: frozenset[str]
    kin: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class PhraseGrammar(Grammar):
    """Small words around names and titles: what opens, ends, narrows or cuts a phrase about a person.

    Attributes:
        abbreviated: written with a stop that ends no sentence.
        calendar: weekdays, months and festivals.
        openers: capitalised before a name at the start of a sentence, and no part of it.
        adjectival: at the end of a word, what makes an adjective of a name ("-based").
        prepositions, relatives: what narrows a noun down.
        asides: what an aside begins with, determiners and relatives aside.
        determiners: articles and possessives of the third person.
        articles: articles with their space, in both cases, longest match not first.
        definite: the definite article.
        reporting: verbs that no description of a person holds.
        issuing: verbs of a sentence whose subject issues the document it speaks of.
        channel_prepositions: before a document through which somebody speaks ("in a statement").
        publishing: verbs whose object is a document that their subject issues ("released a report").
        issued: finds what somebody issued ("in his letter"); group 1 is the noun.
        quantifiers: a source of nothing else names nobody.
        pairs: sources that are the two persons just named together.
        anonymous: who is described so is not to be named; ``withheld`` says that a name is kept back.
        self_named: finds by what name, ``name``, somebody asks to be called, right behind the description.
        forged: says of a text or an account that it is not whose it seems to be; before ``forged_news`` it
            scolds a medium.
        former: words for an office that is no longer held.
        parties: party -> its mark; ``party_members``: nouns of those whose claims a party's are.
        americas: with "american", no citizen of the United States.
    """

    section: ClassVar[str] = "speakers.phrases"
    abbreviated: frozenset[str]
    calendar: frozenset[str]
    openers: frozenset[str]
    adjectival: re.Pattern[str]
    prepositions: frozenset[str]
    relatives: frozenset[str]
    asides: frozenset[str]
    determiners: frozenset[str]
    articles: tuple[str, ...]
    definite: str
    reporting: frozenset[str]
    issuing: frozenset[str]
    channel_prepositions: frozenset[str]
    publishing: frozenset[str]
    issued: re.Pattern[str]
    quantifiers: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    anonymous: frozenset[str]
    withheld: re.Pattern[str]
    self_named: re.Pattern[str]
    forged: frozenset[str]
    forged_news: str
    former: frozenset[str]
    parties: Mapping[str, str]
    party_members: frozenset[str]
    americas: frozenset[str]
