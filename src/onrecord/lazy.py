"""A mapping whose values are loaded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazy(dict[K, V]):
    """A mapping that loads what is asked for and not there; only asking by ``[]`` loads."""

    def __init__(self, load: Callable[[K], V]) -> None:
        super().__init__()
        self._load = load

    def __missing__(self, key: K) -> V:
        value = self[key] = self._load(key)
        return value
