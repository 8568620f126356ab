"""What every engine offers: one function over many tasks, results in the order of the tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Ended:
    """In place of a result: the process that worked on the task ended, as ``how`` tells."""

    how: str


class Runner(Protocol):
    """Runs plain functions of a module, which see nothing but their task."""

    def map(self, work: Callable[[A], B], tasks: Iterable[A]) -> Iterator[tuple[A, B | Ended]]:
        """Each task with its result, in the order of ``tasks``, of which a bounded number is taken ahead.

        What ``work`` raises is raised.
        """
        ...


class Here:
    """Runs everything in this process, one task after the other; nothing is taken ahead."""

    def map(self, work: Callable[[A], B], tasks: Iterable[A]) -> Iterator[tuple[A, B | Ended]]:
        """As ``Runner.map``; no result is ``Ended``."""
        return ((task, work(task)) for task in tasks)
