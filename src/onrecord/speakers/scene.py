"""What a reader of the article has in mind when it comes to the next reference."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.languages.english.speakers.pronouns import POSSESSIVES
from onrecord.records import Mention, Span, SpeakerType
from onrecord.speakers.entities import Cast, Entity
from onrecord.speakers.names import parse
from onrecord.speakers.page import Page

# Somebody who spoke longer ago than this many sentences is not "the last speaker" any more.
NEAR = 3


@dataclass(slots=True)
class Scene:
    """The page, its cast, who spoke last and where, and who issued which document.

    ``documents``: "statement", "report", … -> the entity that the article said issued one.
    ``headlined``: words of headlines.
    """

    article_id: str
    page: Page
    cast: Cast
    headlined: frozenset[str] = frozenset()
    last_speaker: Entity | None = None
    last_beat: int = -99
    documents: dict[str, Entity] = field(default_factory=dict)

    @property
    def entities(self) -> Sequence[Entity]:
        """Everybody known so far."""
        return self.cast.entities

    def recent(self, at: int) -> Entity | None:
        """Who spoke last, when that is not too long before word ``at``."""
        near = self.page.beat[at] - self.last_beat <= NEAR
        return self.last_speaker if near else None

    def mention(self, entity: Entity, at: int, span: Span, how: str) -> Entity:
        """Notes that ``span``, which begins at word ``at``, means ``entity``; returns it."""
        if all((m.start, m.end) != (span.start, span.end) for m in entity.mentions[-4:]):
            entity.mentions.append(Mention(self.article_id, span.start, span.end, how))
            insort(entity.at, at)
            if self.page.lower[at] in POSSESSIVES:
                entity.possessive_at.add(at)
        return entity

    def create(
        self, kind: SpeakerType, name: str | None, at: int, span: Span, *, how: str, key: str | None = None
    ) -> Entity:
        """A new entity for ``span``: a group, a document, or what only a source has named."""
        entity = Entity(kind, parse(name or ""), names=[name] if name else [], name=name)
        self.cast.add(entity, key)
        return self.mention(entity, at, span, how)
