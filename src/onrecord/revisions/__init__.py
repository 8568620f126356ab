"""What an outlet changed in an article after it had appeared, word by word."""

from __future__ import annotations

from onrecord.revisions.finding import find

__all__ = ["find"]
