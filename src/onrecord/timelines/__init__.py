"""What happened when, on four clocks, in a story and over the stories of one matter."""

from __future__ import annotations

from onrecord.timelines.building import build
from onrecord.timelines.merging import chronicle
from onrecord.timelines.selection import first

__all__ = ["build", "chronicle", "first"]
