"""Places where the articles of a story cannot both be right."""

from __future__ import annotations

from onrecord.conflicts.finding import find

__all__ = ["find"]
