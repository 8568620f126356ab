"""Articles to stories: which articles report the same happening."""

from __future__ import annotations
