"""The brief: what a corpus says, on one page or on many."""

from __future__ import annotations

from onrecord.reports.brief.render import write_brief

__all__ = ["write_brief"]
