"""Where texts and utterances come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.records.ground import Place
from onrecord.records.schema import column

OriginKind = Literal[
    "briefing",
    "interview",
    "statement",
    "readout",
    "post",
    "wire",
    "press_release",
    "document",
    "speech",
    "unknown",
]
OriginLevel = Literal["text", "speech_act", "source"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where texts or utterances come from, on one of three levels of independence.

    ``statement_ids``: the statements that rest on it (speech_act and source levels).
    ``parent_ids``: origins that it rests on in turn (a text on a briefing, a briefing on an official).
    """

    id: str
    kind: OriginKind
    level: OriginLevel
    name: str
    article_ids: tuple[str, ...]
    evidence: tuple[Place, ...] = field(metadata=column(after="parent_ids"))
    statement_ids: tuple[str, ...] = ()
    parent_ids: tuple[str, ...] = ()
    producer: str = ""
