"""A mapping whose values are loaded when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Lazy(dict[K, V]):
    """A mapping that loads what is asked for and not there; only asking by ``[]`` loads.

    ``most``: how many values it holds before it lets go of all, which are loaded again when asked for; None
    where they cannot be, or are few.
    """

    def __init__(self, load: Callable[[K], V], *, most: int | None = None) -> None:
        super().__init__()
        self._load, self._most = load, most

    def __missing__(self, key: K) -> V:
        if self._most is not None and len(self) >= self._most:
            self.clear()
        value = self[key] = self._load(key)
        return value
