"""Whose turn it is: a few requests at once, those that will soon be done before those that take long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heappop, heappush
from itertools import count
from threading import Event, Lock

# A request goes before another that came so many times their difference in cost before it: a glance does not
# wait for three storylines, and a storyline not for all glances.
_WEIGHT = 8.0
# Seconds that are expected of a kind that nobody asked for yet, and how much the last one counts.
_UNKNOWN, _LAST = 0.02, 0.2


class Turns:
    """Turns for ``most`` at once; what a kind of request costs is learned as they end."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._free = most
        self._waiting: list[tuple[float, int, Event]] = []
        self._number = count()
        self._costs: dict[str, float] = {}

    @contextmanager
    def turn(self, kind: str) -> Iterator[None]:
        """A turn for a request of a kind; waited for while others have theirs."""
        self._wait(kind)
        began = time.thread_time()
        try:
            yield
        finally:
            self._pass_on(kind, time.thread_time() - began)

    def _wait(self, kind: str) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            come = Event()
            due = self._clock() + _WEIGHT * self._costs.get(kind, _UNKNOWN)
            heappush(self._waiting, (due, next(self._number), come))
        come.wait()

    def _pass_on(self, kind: str, cost: float) -> None:
        with self._lock:
            before = self._costs.get(kind, cost)
            self._costs[kind] = before + _LAST * (cost - before)
            if self._waiting:
                heappop(self._waiting)[-1].set()
            else:
                self._free += 1
