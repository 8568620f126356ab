"""Where a speaker stands on a topic, over time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.ground import Dating
from onrecord.records.schema import column

# From ruling something out to having done it; "did_not_discuss" reports that something was not said.
Level = Literal[
    "rules_out",
    "no_plans",
    "did_not_discuss",
    "no_comment",
    "does_not_rule_out",
    "considers",
    "intends",
    "did",
]


@dataclass(frozen=True, slots=True)
class PositionEntry:
    """One statement on a topic, placed on the commitment scale."""

    statement_id: str
    said: Dating = field(metadata=column(parts={"said_on": "edtf"}))
    level: Level
    speaker_id: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """Two consecutive levels that differ, with the rival explanations that the texts leave open."""

    from_statement_id: str = field(metadata=column(name="from"))
    to_statement_id: str = field(metadata=column(name="to"))
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """A speaker (or the principal it acts for) on one topic, over time."""

    id: str
    speaker_id: str
    topic: str
    entries: tuple[PositionEntry, ...]
    shifts: tuple[Shift, ...] = ()
    producer: str = ""
