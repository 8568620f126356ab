"""What a story reports, and what of it still stands when an origin is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place

FactKind = Literal["utterance", "date", "number"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a story reports, and what it rests on.

    ``record_id``: the utterance, the entry of the storyline's timeline, or a statement that is in no
    utterance. A number has none: ``words`` are how it is first given, ``places`` are all its places.
    ``support``: the fact stands as long as every origin of one of these sets does (``text-<article id>`` for
    a text without a record).
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
    """How many ``stand``, ``of`` how many."""

    stand: int
    of: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What still stands of a story without one origin; ``fallen``: ids of the facts that do not."""

    id: str
    story_id: str
    origin_id: str
    name: str
    fallen: tuple[str, ...]
    utterances: Share
    dates: Share
    numbers: Share
    producer: str = ""
