"""Where texts and utterances come from: reprints, briefings, shared sources."""

from __future__ import annotations

from onrecord.origins.reuse import Passage, Reuse, reuses
from onrecord.origins.tracing import trace

__all__ = ["Passage", "Reuse", "reuses", "trace"]
