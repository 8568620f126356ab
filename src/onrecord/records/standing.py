"""What a story tells, and what of it still stands when an origin is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place

FactKind = Literal["utterance", "date", "number"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a story tells, and what it rests on.

    ``record_id``: the utterance, the entry of the storyline's timeline, or the statement that no utterance
    holds. A number has none: ``words`` are the first that give it, ``places`` all that do. ``support``: the
    fact stands while every origin of one of these sets does (``text-<article id>`` where a text is unknown).
    """

    id: str
    story_id: str
    kind: FactKind
    record_id: str | None
    support: tuple[tuple[str, ...], ...]
    words: str = ""
    places: tuple[Place, ...] = ()
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """How many ``stand`` of how many there are."""

    stand: int
    of: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What still stands of a story when one origin is left out; ``fallen``: ids of the facts that do not."""

    id: str
    story_id: str
    origin_id: str
    name: str
    fallen: tuple[str, ...]
    utterances: Share
    dates: Share
    numbers: Share
    producer: str = ""
