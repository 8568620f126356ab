"""Whose turn it is: a few requests at once, those that will soon be done before those that take long.

Nobody waits for ever: whoever has waited too long gets an error that says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from heapq import heapify, heappop, heappush
from itertools import count
from threading import Event, Lock

from onrecord.errors import TooLongError

# A request goes before another that came so many times their difference in cost before it: a glance does not
# wait for three storylines, and a storyline not for all glances.
_WEIGHT = 3.0
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
    def turn(self, kind: str, *, later: float = 0.0, patience: float | None = None) -> Iterator[None]:
        """A turn for a request of a kind; waited for while others have theirs.

        Args:
            kind: by which it is known how long it takes.
            later: how many seconds those that come after it may go before it.
            patience: how many seconds it waits at most.

        Raises:
            TooLongError: it has waited so long.
        """
        self._wait(kind, later, patience)
        began = time.thread_time()
        try:
            yield
        finally:
            self._pass_on(kind, time.thread_time() - began)

    def _wait(self, kind: str, later: float, patience: float | None) -> None:
        with self._lock:
            if self._free:
                self._free -= 1
                return
            come = Event()
            due = self._clock() + later + _WEIGHT * self._costs.get(kind, _UNKNOWN)
            heappush(self._waiting, waiting := (due, next(self._number), come))
        if come.wait(patience):
            return
        with self._lock:
            if come.is_set():  # in this very moment
                return
            self._waiting.remove(waiting)
            heapify(self._waiting)
        raise TooLongError(f"all was busy for {patience:.0f} s")

    def _pass_on(self, kind: str, cost: float) -> None:
        with self._lock:
            before = self._costs.get(kind, cost)
            self._costs[kind] = before + _LAST * (cost - before)
            if self._waiting:
                heappop(self._waiting)[-1].set()
            else:
                self._free += 1
