"""Statements to local speakers: whom the sources of one article mean, as chains of its mentions."""

from __future__ import annotations

from onrecord.coreference.resolving import resolve

__all__ = ["resolve"]
