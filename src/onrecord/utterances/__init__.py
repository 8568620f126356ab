"""Statements of a story to utterances: one speech act and its renderings."""

from __future__ import annotations
