"""The kind of all records that a language's folder fills in."""

from __future__ import annotations

from typing import ClassVar


class Grammar:
    """Words and patterns of one language for one purpose.

    Subclasses are dataclasses with ``frozen=True, slots=True, eq=False``: two are equal when they are one, so
    that what is built from a grammar can be cached by it.
    """

    __slots__ = ()
    # The module in a language's folder whose ``GRAMMAR`` is this record.
    section: ClassVar[str]
