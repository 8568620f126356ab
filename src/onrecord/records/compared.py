"""The results of comparing articles: for one story, and for one storyline.

Each field is also a table of the archive, with the same name and records of its type. Code that stores,
drops, loads or lists these tables goes by ``OF_STORY`` and ``OF_STORYLINE``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args, get_type_hints

from onrecord.records.findings import Finding
from onrecord.records.origins import Origin
from onrecord.records.positions import Position
from onrecord.records.relations import Conflict, Relation
from onrecord.records.revisions import Revision
from onrecord.records.silences import Silence
from onrecord.records.standing import Fact, Standing
from onrecord.records.timelines import TimelineEntry
from onrecord.records.utterances import Utterance


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing the articles of one story gives."""

    utterances: tuple[Utterance, ...]
    origins: tuple[Origin, ...]
    relations: tuple[Relation, ...]
    conflicts: tuple[Conflict, ...]
    timeline: tuple[TimelineEntry, ...]
    silences: tuple[Silence, ...]
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """What following a whole storyline gives; ``chronicle``: its timeline."""

    positions: tuple[Position, ...]
    chronicle: tuple[TimelineEntry, ...]
    facts: tuple[Fact, ...]
    standing: tuple[Standing, ...]
    findings: tuple[Finding, ...]


def _record_types(kind: type) -> dict[str, type[Any]]:
    return {name: get_args(hint)[0] for name, hint in get_type_hints(kind).items()}


# Table -> the type of its records.
OF_STORY: Mapping[str, type[Any]] = _record_types(Compared)
OF_STORYLINE: Mapping[str, type[Any]] = _record_types(Followed)
