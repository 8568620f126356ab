"""The scorers that lie beside the annotated data: what they count is what a figure means."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType


def scorer(shared: Path, name: str) -> ModuleType:
    """A module of ``shared/eval``, such as ``score_statements``; they import one another."""
    folder = str(shared / "eval")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)
