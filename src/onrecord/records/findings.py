"""Differences that a reader may want to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.ground import Place
from onrecord.records.schema import column

FindingKind = Literal[
    "condition",
    "polarity",
    "number",
    "date",
    "attribution",
    "place",
    "other",
    "position",
    "name",
    "timeline",
    "wording",
]


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference that a reader may want to look at, drawn from the results of other stages.

    ``record_ids``: the utterance, the conflicts that show the same in several pairs of texts, the position or
    the entry of the storyline's timeline. ``statement_ids``: the statements in question. ``places``: the
    words on either side, in order; first the side that ``kind`` is about (which lacks the condition,
    or was said before). ``rank``: the order in which to look at the findings of a storyline, from 1.
    ``probability`` and ``shown`` are those of the record that it is drawn from, if that has them.
    """

    id: str
    story_id: str
    kind: FindingKind
    record_ids: tuple[str, ...]
    statement_ids: tuple[str, ...]
    places: tuple[Place, ...]
    speaker_id: str | None = None
    note: str = ""
    explained_by_time: bool = False
    rank: int = 0
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False
    producer: str = ""
