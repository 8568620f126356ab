"""Statements to speakers: one person, one record, across outlets and years.

``resolve`` works inside one article, ``join`` across articles; both are plain functions over records. An
archive that grows keeps what ``Joining`` tells its ``Shelf``, and never joins an old article again.
"""

from __future__ import annotations

from onrecord.speakers.books import Shelf
from onrecord.speakers.forms import Held
from onrecord.speakers.joining import Joining, join
from onrecord.speakers.resolving import resolve
from onrecord.speakers.roll import Roll

__all__ = ["Held", "Joining", "Roll", "Shelf", "join", "resolve"]
