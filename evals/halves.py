"""Annotated data in two halves, by a hash that never changes: *seen* may be read, *unseen* only measured.

Rules, thresholds and word lists are written while looking at the seen half. No eval prints a text of the
other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

Half = Literal["seen", "unseen"]
HALVES: tuple[Half, Half] = ("seen", "unseen")
T = TypeVar("T")


def half(key: str) -> Half:
    """Which half an item is in, by its name: that of an event, a topic, a document or a set."""
    return "unseen" if hashlib.sha256(f"half:{key}".encode()).digest()[0] & 1 else "seen"


def both(items: Iterable[T], key: Callable[[T], str]) -> dict[Half, list[T]]:
    """The items of each half, in their order."""
    found: dict[Half, list[T]] = {"seen": [], "unseen": []}
    for item in items:
        found[half(key(item))].append(item)
    return found


def named(half_: Half, figures: dict[str, float]) -> dict[str, float]:
    """Figures under the name of their half."""
    return {f"{half_}.{name}": value for name, value in figures.items()}
