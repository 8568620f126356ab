"""Statements of a story into utterances: which of them report the same words or the same point.

Aligning is loaded when it is asked for: pages lay words beside each other (``comparing``) and ask no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.utterances.aligning import align

__all__ = ["align"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes have no one type
    """What the package gives."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from onrecord.utterances.aligning import align  # noqa: PLC0415 - as above

    return align
