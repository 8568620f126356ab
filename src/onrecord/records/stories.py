"""Stories: articles that report the same event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from onrecord.records.schema import column


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report the same event. ``reasons``: article id -> why it belongs, in words."""

    id: str
    title: str
    article_ids: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    storyline_id: str
    reasons: Mapping[str, tuple[str, ...]] = field(default_factory=dict, metadata=column(by_key=True))
    producer: str = ""


class OfStory(Protocol):
    """A record that belongs to a story."""

    @property
    def story_id(self) -> str:
        """Its story's id."""
        ...


R = TypeVar("R", bound=OfStory)


def by_story(records: Iterable[R]) -> dict[str, list[R]]:
    """Story id -> its records, in their order."""
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.story_id].append(record)
    return dict(found)
