"""Modules of optional dependencies, imported where they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from onrecord.errors import MissingExtraError


def imported(module: str, extra: str = "scale") -> Any:  # noqa: ANN401 - extras have no types here
    """The module called ``module``, which the optional dependencies ``extra`` install.

    Raises:
        MissingExtraError: it is not installed; the message says what to install.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"this needs {module}: pip install 'onrecord[{extra}]'") from error
