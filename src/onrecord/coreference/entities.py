"""A person, organisation, group or document of one article, as far as the article has told of it."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field

from onrecord.coreference.mentions import NameMention
from onrecord.coreference.page import Page
from onrecord.languages.grammar import Gender
from onrecord.names.persons import PersonName
from onrecord.names.roles import Description
from onrecord.records import Mention, SpeakerType


@dataclass(slots=True, eq=False)
class Entity:
    """One referent: its names as written, what the article says it is, and where it is mentioned.

    ``guessed``: an organisation of which nothing in its name or around it tells that it is no person, or a
    person of whom a name of one word and some words around it tell so.
    ``leaning``: a name finder alone calls it a person; a pronoun that means it proves it one.
    ``roles``: what introduces it; ``told``: those of them that are the article's own words.
    ``at``: word indices of its name mentions, ascending; ``full_at``: of those with a given name.
    ``best``: its fullest personal name.
    """

    type: SpeakerType
    best: PersonName
    names: list[str] = field(default_factory=list)
    parsed: list[PersonName] = field(default_factory=list)
    roles: list[Description] = field(default_factory=list)
    told: list[Description] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    full_at: list[int] = field(default_factory=list)
    possessive_at: set[int] = field(default_factory=set)
    gender: Gender | None = None
    gender_sure: bool = True
    acronyms: set[str] = field(default_factory=set)
    evidence: list[str] = field(default_factory=list)
    statement_ids: list[str] = field(default_factory=list)
    acts_for: list[str] = field(default_factory=list)
    name: str | None = None
    canonical: str | None = None
    guessed: bool = False
    leaning: bool = False

    @property
    def offices(self) -> list[Description]:
        """What the article calls it with its name, or else what quotations do: that may be an insult."""
        return [role for role in self.roles if role in self.told] or self.roles

    @property
    def words(self) -> frozenset[str]:
        """Every lower-case word of its names, and of what introduces it."""
        named = {w.casefold() for n in self.parsed for w in n.parts}
        return frozenset(named | {m for r in self.roles for m in r.marks})

    def add(self, page: Page, mention: NameMention, article_id: str, how: str) -> None:
        """Takes in one more mention by name."""
        self._add_name(mention, mention.span.of(page.text))
        self.roles.extend(r for r in mention.roles if r not in self.roles)
        if not page.quoted[mention.words.start]:
            self.told.extend(r for r in mention.roles if r not in self.told)
        self.mentions.append(Mention(article_id, mention.span.start, mention.span.end, how))
        insort(self.at, mention.words.start)
        if mention.name.full:
            insort(self.full_at, mention.words.start)
        if mention.possessive:
            self.possessive_at.add(mention.words.start)
        if mention.acronym:
            self.acronyms.add(mention.acronym.casefold())
        self._add_gender(mention.name)

    def _add_name(self, mention: NameMention, text: str) -> None:
        if text not in self.names:
            self.names.append(text)
            self.parsed.append(mention.name)
        longest = (len(self.best.parts), len(self.best.text))
        if mention.name.full and (len(mention.name.parts), len(text)) > longest:
            self.best = mention.name

    def _add_gender(self, name: PersonName) -> None:
        told = name.gender if name.full or name.titles else None
        if told and (self.gender is None or name.titles):
            self.gender = told
