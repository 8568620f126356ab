"""Articles that report the same happening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.records.schema import column


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same happening. ``reasons``: article id -> why it belongs, in words."""

    id: str
    title: str
    article_ids: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    storyline_id: str
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=column(by_key=True))
    producer: str = ""
