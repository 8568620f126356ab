"""What a reader of the article has in mind when the next reference comes."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page
from onrecord.coreference.registry import Registry
from onrecord.names.persons import parse
from onrecord.names.roles import Description
from onrecord.records import Bearings, Mention, Span, SpeakerType

# Somebody who spoke longer ago than this many sentences is not "the last speaker" any more.
NEAR = 3
# Mentions looked back on for antecedents: twice what eight sentences hold in dense news, so that the stage
# stays linear in the length of the text.
REMEMBERED = 80
# Persons with an office whom a reader can keep apart: of a longer registry, the first ones and those around.
CROWD = 300


@dataclass(slots=True)
class Discourse:
    """The page, its entities, who spoke last and where, and who issued which document.

    ``documents``: "statement", "report", … -> the entity that the article said issued one.
    ``headlined``: words of headlines. ``called``: (type, own words in lower case) -> the entity so called.
    ``trail``: all mentions in text order, ``trail_at`` their words. ``barred``: identities of those whom the
    reference being read cannot mean, set by ``barring`` alone. ``leads``: word of a pronoun -> how far its
    antecedent led the next one. ``surnames``: of all persons of the article, in lower case. ``bodies``: words
    by which the names of its organisations differ ("rovers"). ``leaners``, ``leaning_at``: as the trail, of
    names that only a pronoun can prove to be persons'. ``bearings``: whom the tagger takes words for.
    ``heads``: persons whose given names are in headlines. ``last_source``: the word at which the last
    speaker's source begins. ``last_written``: whether it was a document that spoke last, whoever issued it.
    """

    article_id: str
    page: Page
    registry: Registry
    headlined: frozenset[str] = frozenset()
    last_speaker: Entity | None = None
    last_beat: int = -99
    last_source: int = -1
    last_written: bool = False
    documents: dict[str, Entity] = field(default_factory=dict)
    called: dict[tuple[str, str], Entity] = field(default_factory=dict)
    trail_at: list[int] = field(default_factory=list)
    trail: list[Entity] = field(default_factory=list)
    barred: frozenset[int] = frozenset()
    leads: dict[int, float] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    leaning_at: list[int] = field(default_factory=list)
    leaners: list[Entity] = field(default_factory=list)
    bearings: Bearings | None = None
    heads: tuple[Entity, ...] = ()

    def __post_init__(self) -> None:
        people = [e for e in self.registry.entities if e.type == "person"]
        self.surnames = frozenset(p.casefold() for e in people for p in e.best.surname)
        self.bodies = self._own_words_of_bodies()
        self.trail_at, self.trail = _in_order(self.registry.entities)
        self.leaning_at, self.leaners = _in_order(self.registry.leaning)
        self.heads = tuple(e for e in people if self.headlined.intersection(map(str.casefold, e.best.given)))

    def _own_words_of_bodies(self) -> frozenset[str]:
        """The words with a capital in names of organisations that are no word of bodies or places."""
        offices, places = self.page.offices, self.page.places
        listed = (offices.organisation_words, offices.thing_words, places.places, places.demonyms)
        bodies = (n for e in self.registry.entities if e.type == "organisation" for n in e.names)
        words = {w.casefold() for name in bodies for w in name.split() if w[:1].isupper()}
        return frozenset(w for w in words if not any(w in known for known in listed))

    @contextmanager
    def barring(self, ids: frozenset[int]) -> Iterator[None]:
        """What is read within cannot mean those entities, and no others are barred; then as before."""
        before, self.barred = self.barred, ids
        try:
            yield
        finally:
            self.barred = before

    @property
    def entities(self) -> Sequence[Entity]:
        """Everybody known so far."""
        return self.registry.entities

    def lately(self, at: int) -> list[Entity]:
        """Whom the last mentions before word ``at`` mean, in order; a bound on who can be in mind."""
        stop = bisect_left(self.trail_at, at)
        return list(dict.fromkeys(self.trail[max(0, stop - REMEMBERED) : stop]))

    def leaning(self, at: int) -> list[Entity]:
        """Those before word ``at`` whom a name finder alone calls persons, as many as ``lately`` looks at."""
        stop = bisect_left(self.leaning_at, at)
        return list(dict.fromkeys(self.leaners[max(0, stop - REMEMBERED) : stop]))

    def introduced(self, at: int) -> list[Entity]:
        """Persons with an office who can be meant at word ``at``: of a crowd the first and the near."""
        everybody = self.registry.introduced
        if len(everybody) <= CROWD:
            return everybody
        stop = bisect_left(self.trail_at, at)
        near = self.trail[max(0, stop - REMEMBERED) : stop + REMEMBERED]
        return list(
            dict.fromkeys([*everybody[:REMEMBERED], *(e for e in near if e.roles and e.type == "person")])
        )

    def introduce(self, entity: Entity, said: Description) -> None:
        """Notes that a person goes by ``said``, too."""
        if said not in entity.roles:
            entity.roles.append(said)
            if len(self.registry.introduced) <= CROWD and entity not in self.registry.introduced:
                self.registry.introduced.append(entity)

    def recent(self, at: int) -> Entity | None:
        """Who spoke last, when that is not too long before word ``at``."""
        near = self.page.beat[at] - self.last_beat <= NEAR
        return self.last_speaker if near else None

    def prove(self, entity: Entity) -> None:
        """Takes a leaning name for a person, and its mentions into the trail."""
        self.registry.prove(entity)
        for at in entity.at:
            place = bisect_left(self.trail_at, at)
            if at not in self.trail_at[place : place + 1]:
                self.trail_at.insert(place, at)
                self.trail.insert(place, entity)

    def mention(self, entity: Entity, at: int, span: Span, how: str) -> Entity:
        """Notes that ``span``, which begins at word ``at``, means ``entity``; returns it."""
        if all((m.start, m.end) != (span.start, span.end) for m in entity.mentions[-4:]):
            entity.mentions.append(Mention(self.article_id, span.start, span.end, how))
            insort(entity.at, at)
            place = bisect_left(self.trail_at, at)
            self.trail_at.insert(place, at)
            self.trail.insert(place, entity)
            if self.page.lower[at] in self.page.pronouns.possessives:
                entity.possessive_at.add(at)
        return entity

    def create(
        self, kind: SpeakerType, name: str | None, at: int, span: Span, *, how: str, key: str | None = None
    ) -> Entity:
        """A new entity for ``span``: a group, a document, or what only a source has named."""
        entity = Entity(kind, parse(name or ""), names=[name] if name else [], name=name)
        self.registry.add(entity, key)
        self.called.setdefault((kind, (name or "").casefold()), entity)
        return self.mention(entity, at, span, how)


def _in_order(entities: Sequence[Entity]) -> tuple[list[int], list[Entity]]:
    """All mentions of ``entities`` in text order: their words, and whom each means."""
    marks = sorted((at, n) for n, entity in enumerate(entities) for at in entity.at)
    return [at for at, _ in marks], [entities[n] for _, n in marks]
