"""Tasks handed to an engine; those whose process died are done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from onrecord.engines import Ended, Runner
from onrecord.errors import RetryError

A = TypeVar("A")
B = TypeVar("B")

# How often a task is tried: machines fail at random, and a task that ends three processes is at fault itself.
TRIES = 3


def run(
    runner: Runner, work: Callable[[A], B], tasks: Iterable[A], name: Callable[[A], str]
) -> Iterator[tuple[A, B]]:
    """Each task with its result, in the order of ``tasks``.

    Raises:
        RetryError: a task ended every process that tried it; what is finished is kept.
    """
    for task, first in runner.map(work, tasks):
        found, tried = first, 1
        while isinstance(found, Ended):
            if tried == TRIES:
                raise RetryError(
                    f"{name(task)}: {TRIES} processes that worked on it ended ({found.how}); what is finished"
                    " is kept, and the same command goes on from there"
                )
            ((_, found),) = runner.map(work, [task])
            tried += 1
        yield task, found
