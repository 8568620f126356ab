"""What a reader gets: tables, the brief, exports and the terminal view; one module per format."""

from __future__ import annotations

from onrecord.reports.brief import write_brief
from onrecord.reports.exports import EXPORTS
from onrecord.reports.tables import TABLES, write_run, write_tables
from onrecord.reports.terminal import print_summary, render, show

__all__ = ["EXPORTS", "TABLES", "print_summary", "render", "show", "write_brief", "write_run", "write_tables"]
