"""The brief: what a corpus says, on one page or on many.

Each part is loaded when it is asked for: a terminal takes a few words of it, and no template.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.reports.brief.index import Gathering
    from onrecord.reports.brief.pages import fits_one_file
    from onrecord.reports.brief.render import write_brief, write_pages

__all__ = ["Gathering", "fits_one_file", "write_brief", "write_pages"]

_HOME = {"Gathering": "index", "fits_one_file": "pages", "write_brief": "render", "write_pages": "render"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have no one type
    """What the package gives, loaded with its module."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"onrecord.reports.brief.{_HOME[name]}"), name)
