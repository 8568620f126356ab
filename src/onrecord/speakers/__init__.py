"""Statements to speakers: one person, one record, across outlets and years.

``resolve`` works inside one article, ``join`` across articles; both are plain functions over records.
"""

from __future__ import annotations

from onrecord.speakers.joining import join
from onrecord.speakers.resolving import resolve

__all__ = ["join", "resolve"]
