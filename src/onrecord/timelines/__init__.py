"""What happened when, on four clocks."""

from __future__ import annotations

from onrecord.timelines.building import build
from onrecord.timelines.selection import select

__all__ = ["build", "select"]
