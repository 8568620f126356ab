"""What a reader gets: tables, the brief, exports and the terminal view; one module per format."""

from __future__ import annotations

from onrecord.reports.brief import write_brief
from onrecord.reports.tables import TABLES, write_tables

__all__ = ["TABLES", "write_brief", "write_tables"]
