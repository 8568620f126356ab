"""Chains of single articles to speakers: one person, one record, across outlets and years.

``join`` is a plain function over records. An archive that grows keeps what ``Joining`` tells its ``Shelf``,
and never joins an old article again.
"""

from __future__ import annotations

from onrecord.identity.books import Shelf
from onrecord.identity.forms import Held
from onrecord.identity.joining import Joining, join
from onrecord.identity.parting import is_apart, parts
from onrecord.identity.roll import Roll

__all__ = ["Held", "Joining", "Roll", "Shelf", "is_apart", "join", "parts"]
