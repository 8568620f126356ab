"""How two passages of a story that speak of one fact stand to each other."""

from __future__ import annotations

from onrecord.relations.finding import find, read

__all__ = ["find", "read"]
