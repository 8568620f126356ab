"""What a result rests on besides inputs, code and models: the versions of everything that runs."""

from __future__ import annotations

import platform
import sqlite3
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version


@cache
def packages() -> dict[str, str]:
    """Name -> version of Python, SQLite and every package that OnRecord asks for and finds."""
    found = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in sorted({_name(line) for line in _asked_for()}):
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # an extra that is not installed
            continue
    return found


def _asked_for() -> list[str]:
    try:
        return requires("onrecord") or []
    except PackageNotFoundError:  # run from its source
        return []


def _name(requirement: str) -> str:
    end = next((n for n, char in enumerate(requirement) if not (char.isalnum() or char in "-_.")), None)
    return requirement[:end].lower()
