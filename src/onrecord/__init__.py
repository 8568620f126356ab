"""OnRecord: the record of who said what, across outlets, tied to the exact characters of its source."""

from __future__ import annotations

__version__ = "0.1.0"
