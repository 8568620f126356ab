"""What a story's facts rest on, and what still stands when an origin is left out."""

from __future__ import annotations

from onrecord.standing.facts import gather
from onrecord.standing.leaving import leave_out
from onrecord.standing.support import Ground, Support, stands
from onrecord.standing.without import Remaining, Sides, Without, weigh, without

__all__ = [
    "Ground",
    "Remaining",
    "Sides",
    "Support",
    "Without",
    "gather",
    "leave_out",
    "stands",
    "weigh",
    "without",
]
