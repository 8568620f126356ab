"""Where the time of a run went, by stage, and how long the current stage will still take."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Stopwatch:
    """Wall-clock seconds by stage name, added up; of several processes, those of each."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Add the time spent inside to ``stage``."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = self.seconds.get(stage, 0.0) + time.perf_counter() - started

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what another stopwatch shows."""
        for stage, spent in seconds.items():
            self.seconds[stage] = self.seconds.get(stage, 0.0) + spent

    def timed(self, stage: str, items: Iterator[T]) -> Iterator[T]:
        """``items``, the time that each takes to come added to ``stage``."""
        while True:
            with self.time(stage):
                found = list(islice(items, 1))
            if not found:
                return
            yield found[0]


@dataclass(slots=True)
class Pace:
    """How much of a stage's work is done, and how long the rest will take at the pace so far.

    ``total``: all of the work in any unit, None where nobody knows.
    """

    total: float | None
    clock: Callable[[], float] = time.perf_counter
    _done: float = 0.0
    _paid: float = 0.0
    _began: float = 0.0

    def __post_init__(self) -> None:
        self._began = self.clock()

    def go_on(self, work: float, *, free: bool = False) -> None:
        """So much more is done; ``free`` if it cost no time, and tells nothing of what the rest will cost."""
        self._done += work
        self._paid += 0.0 if free else work

    @property
    def share(self) -> float | None:
        """The part that is done, from 0 to 1; None where the total is not known, or was wrong."""
        if not self.total or self._done > self.total * 1.001:
            return None
        return min(1.0, self._done / self.total)

    @property
    def left(self) -> float | None:
        """Seconds that the rest takes; None while nothing was paid for."""
        if self.share is None or not self._paid or self.total is None:
            return None
        return (self.clock() - self._began) / self._paid * max(0.0, self.total - self._done)
