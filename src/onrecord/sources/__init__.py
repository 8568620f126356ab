"""bytes → RawDocument: one file per input format; a broken item is named and the rest goes on."""

from __future__ import annotations

from onrecord.sources.finding import find
from onrecord.sources.reading import read
from onrecord.sources.storable import shown

__all__ = ["find", "read", "shown"]
