"""Tasks handed to an engine, and what happens to those that kill their process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord import (
    engines,
)
from onrecord.records import Progress, Skipped
from onrecord.stopwatch import Pace, Stopwatch

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Running:
    """Who runs the stages, how long each takes, and whom to tell of what could not be done."""

    runner: engines.Runner
    watch: Stopwatch
    on_skip: Callable[[Skipped], None]
    tell: Callable[[Progress], None]

    def run(
        self,
        do: Callable[[A], tuple[B, Mapping[str, float]]],
        tasks: Iterable[A],
        name: Callable[[A], str],
        *,
        stage: str,
        work: Callable[[A], float],
        pace: Pace,
    ) -> Iterator[tuple[A, B | None]]:
        """Each task with its result; None where the process that worked on it ended twice.

        ``stage``: what to call it; ``work``: how much one task is, in the unit of ``pace``.
        """
        self.tell(Progress(stage, 0, pace.share))
        for done, (task, first) in enumerate(self.runner.map(do, tasks), 1):
            found = first if not isinstance(first, engines.Ended) else self._again(do, task, name(task))
            if found is not None:
                self.watch.add(found[1])
            yield task, found and found[0]
            pace.go_on(work(task))
            self.tell(Progress(stage, done, pace.share, pace.left))

    def _again(
        self, do: Callable[[A], tuple[B, Mapping[str, float]]], task: A, name: str
    ) -> tuple[B, Mapping[str, float]] | None:
        for _, found in self.runner.map(do, [task]):
            if not isinstance(found, engines.Ended):
                return found
            reason = f"not compared: the process ended ({found.how}); it may take more memory than there is"
            self.on_skip(Skipped(name, reason, "MemoryError"))
        return None
