"""Statements of a story into utterances: which of them report the same words or the same point."""

from __future__ import annotations

from onrecord.utterances.aligning import align

__all__ = ["align"]
