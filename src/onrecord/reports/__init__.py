"""What a reader gets: tables, the brief, exports and the terminal view; one module per format.

Each is loaded when it is asked for: the pages of the app draw with the brief's parts, and need no export.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.reports.brief import fits_one_file, write_brief, write_pages
    from onrecord.reports.exports import EXPORTS, OF_ARTICLES, OF_LINES, OF_ROWS
    from onrecord.reports.summary import print_gathered, print_summary, render
    from onrecord.reports.tables import TABLES, write_run, write_tables
    from onrecord.reports.terminal import show

__all__ = [
    "EXPORTS",
    "OF_ARTICLES",
    "OF_LINES",
    "OF_ROWS",
    "TABLES",
    "fits_one_file",
    "print_gathered",
    "print_summary",
    "render",
    "show",
    "write_brief",
    "write_pages",
    "write_run",
    "write_tables",
]

_HOME = {
    "EXPORTS": "exports",
    "OF_ARTICLES": "exports",
    "OF_LINES": "exports",
    "OF_ROWS": "exports",
    "TABLES": "tables",
    "fits_one_file": "brief",
    "print_gathered": "summary",
    "print_summary": "summary",
    "render": "summary",
    "show": "terminal",
    "write_brief": "brief",
    "write_pages": "brief",
    "write_run": "tables",
    "write_tables": "tables",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have no one type
    """What the package gives, loaded with its module."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"onrecord.reports.{_HOME[name]}"), name)
