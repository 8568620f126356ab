"""Where texts and utterances come from: reprints, briefings, shared sources."""

from __future__ import annotations

from onrecord.origins.reuse import Passage, Reuse, reuses
from onrecord.origins.tracing import trace
from onrecord.origins.without import Remaining, Sides, Without, weigh, without

__all__ = ["Passage", "Remaining", "Reuse", "Sides", "Without", "reuses", "trace", "weigh", "without"]
