"""Watches: saved questions, and what they have found as articles arrived."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.records.ground import Place

# A rendering lost a condition, two places cannot both be right, a position moved, a text arrived that is no
# reprint.
AlertKind = Literal["condition_lost", "clash", "position_moved", "new_origin"]


@dataclass(frozen=True, slots=True)
class Watch:
    """A question asked again whenever articles arrive, of the stories that match every field that is set.

    ``words`` occur in one of the story's articles, ``speaker`` (an id, or part of a name) says something in
    it, ``outlet`` has an article in it. ``kinds``: what to report; everything if empty.
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
    """Something new that a watch found; ``key`` identifies it, ``places`` are the words in question."""

    watch_id: str
    key: str
    kind: AlertKind
    story_id: str
    found_at: str
    places: tuple[Place, ...]
    note: str = ""
