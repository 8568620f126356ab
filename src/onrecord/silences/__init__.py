"""What an article leaves out of what was public before it appeared, counted fairly."""

from __future__ import annotations

from onrecord.silences.counting import count

__all__ = ["count"]
