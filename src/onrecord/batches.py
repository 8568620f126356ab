"""Items in batches: a batch is handed on when it is full, or when its first item has waited long enough."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def batches(
    items: Iterable[T], *, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
) -> Iterator[list[T]]:
    """``items`` in order, in lists of at most ``most``; none whose first has waited ``seconds`` waits on.

    What has come is looked at whenever one more comes. ``clock`` must not go back; a change of the system's
    time does not move the one used.
    """
    held: list[T] = []
    since = 0.0
    for item in items:
        if not held:
            since = clock()
        held.append(item)
        if len(held) >= most or clock() - since >= seconds:
            yield held
            held = []
    if held:
        yield held
