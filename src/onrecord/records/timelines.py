"""Entries of timelines: what happened, was said, told of or published, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.ground import Place
from onrecord.records.schema import column

Clock = Literal["said", "about", "published"]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One date on a clock, with the place that gives it and the other places that say the same.

    ``time``: the time of day given for it (``14:30:00``, ``14:30:00Z``). ``selected``: among the dates to
    read first. In the timeline of a storyline, ``entry_ids`` are the entries of its stories that were merged,
    ``other_dates`` the less exact dates that some of them give, and ``clashes`` the places that give another
    date for the same, with that date as their note.
    """

    id: str
    story_id: str
    storyline_id: str
    clock: Clock
    date: str
    earliest: str | None
    latest: str | None
    article_id: str
    start: int
    end: int
    witnesses: tuple[Place, ...] = ()
    statement_id: str | None = None
    weight: float = field(default=0.0, metadata=column(digits=4))
    producer: str = field(default="", metadata=column(after="selected"))
    time: str | None = None
    selected: bool = False
    entry_ids: tuple[str, ...] = ()
    other_dates: tuple[str, ...] = ()
    clashes: tuple[Place, ...] = ()
