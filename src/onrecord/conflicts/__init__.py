"""Places where the articles of a story cannot both be right."""

from __future__ import annotations
