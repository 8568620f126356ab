"""Statements to local speakers: whom the sources of one article mean, as chains of its mentions."""

from __future__ import annotations

from onrecord.coreference.chains import with_sources
from onrecord.coreference.resolving import Resolution, resolve, resolve_all

__all__ = ["Resolution", "resolve", "resolve_all", "with_sources"]
