"""How passages of one story relate to each other, and which of them conflict."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

from onrecord.records.ground import Place
from onrecord.records.schema import column

# Articles of a story that are compared with each other: the number of pairs grows with the square.
MOST_COMPARED: Final = 60

# The most telling kind first: differences are shown in this order.
ConflictKind = Literal["number", "polarity", "date", "attribution", "place", "other", "name"]
RelationKind = Literal["same", "more_exact", "later", "clash", "condition_lost"]
RelationMatter = Literal["number", "date", "name", "place", "attribution", "polarity", "condition", "other"]


@dataclass(frozen=True, slots=True)
class Relation:
    """How two passages of one story that are about the same fact relate to each other, and in ``what``.

    ``later``: the later article may simply know more. ``more_exact``: ``b`` names the person who spoke for
    the body that ``a`` names. ``condition_lost``: ``b`` has the condition or hedge, ``a`` gives the claim
    without it. ``probability``: how often such a relation was right when readers judged it; None if nobody
    has. ``shown``: whether it is shown in the open (``records.measured``).
    """

    id: str
    kind: RelationKind
    what: RelationMatter
    a: Place = field(metadata=column(only=("article_id", "start", "end")))
    b: Place = field(metadata=column(only=("article_id", "start", "end")))
    note: str
    story_id: str
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False
    producer: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two places that cannot both be right as written, or that a reader would ask about.

    ``probability`` and ``shown`` are those of the relation that it comes from.
    """

    id: str
    kind: ConflictKind
    a: Place = field(metadata=column(only=("article_id", "start", "end")))
    b: Place = field(metadata=column(only=("article_id", "start", "end")))
    note: str
    story_id: str
    explained_by_time: bool = False
    producer: str = ""
    probability: float | None = field(default=None, metadata=column(digits=3))
    shown: bool = False
