"""All records of one archive, of one run, or of a part of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.records.alone import AnnotatedArticle
from onrecord.records.corrections import Corrected
from onrecord.records.findings import Finding
from onrecord.records.origins import Origin
from onrecord.records.positions import Position
from onrecord.records.relations import Conflict, Relation
from onrecord.records.revisions import Revision
from onrecord.records.silences import Silence
from onrecord.records.speakers import Speaker
from onrecord.records.standing import Fact, Standing
from onrecord.records.stories import Story
from onrecord.records.timelines import TimelineEntry
from onrecord.records.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Corpus:
    """All records of one archive, of one run, or of a part of them; a table that was not loaded is empty.

    The statements of ``articles`` have their speakers. ``chronicle``: the timelines of storylines.
    ``corrected``: the users' corrections, with their numbers in the archive.
    """

    articles: tuple[AnnotatedArticle, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    stories: tuple[Story, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    origins: tuple[Origin, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    positions: tuple[Position, ...] = ()
    run: Mapping[str, object] = field(default_factory=dict)
    chronicle: tuple[TimelineEntry, ...] = ()
    silences: tuple[Silence, ...] = ()
    revisions: tuple[Revision, ...] = ()
    relations: tuple[Relation, ...] = ()
    facts: tuple[Fact, ...] = ()
    standing: tuple[Standing, ...] = ()
    findings: tuple[Finding, ...] = ()
    corrected: tuple[Corrected, ...] = ()
