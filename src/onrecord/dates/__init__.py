"""Time expressions to EDTF, and the dating of articles and statements."""

from __future__ import annotations

from onrecord.dates.finder import find

__all__ = ["find"]
