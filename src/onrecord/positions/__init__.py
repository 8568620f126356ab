"""What a speaker committed to on a topic, over the years."""

from __future__ import annotations

from onrecord.positions.trace import trace

__all__ = ["trace"]
