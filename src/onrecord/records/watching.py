"""Saved questions, and what they have found as articles came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place

# A rendering lost a condition, places cannot both be right, a position moved, a text of its own came.
AlertKind = Literal["condition_lost", "clash", "position_moved", "new_origin"]


@dataclass(frozen=True, slots=True)
class Watch:
    """A question asked again whenever articles come: of stories in which all hold that are not empty.

    ``words`` stand in one of a story's articles, ``speaker`` (an id, or part of a name) says something in it,
    ``outlet`` has an article of it. ``kinds``: what to tell of; all when empty.
    """

    id: str
    name: str
    words: str = ""
    speaker: str = ""
    outlet: str = ""
    kinds: tuple[AlertKind, ...] = ()
    made_at: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """Something new that a watch asked for; ``key`` tells it from all others, ``places`` are the words."""

    watch_id: str
    key: str
    kind: AlertKind
    story_id: str
    found_at: str
    places: tuple[Place, ...]
    note: str = ""
