"""The brief: what a corpus says, on one page or on many."""

from __future__ import annotations

from onrecord.reports.brief.index import Gathering
from onrecord.reports.brief.pages import fits_one_file
from onrecord.reports.brief.render import write_brief, write_pages

__all__ = ["Gathering", "fits_one_file", "write_brief", "write_pages"]
