"""Ray: tasks on many machines, or on several workers of this one. All see the same folders."""

from __future__ import annotations

import os
import secrets
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from onrecord.closing import Closing
from onrecord.engines.runner import Ended
from onrecord.extras import imported
from onrecord.models import runtime

A = TypeVar("A")
B = TypeVar("B")

# Tasks handed out for each processor: the next is there when one is done, and memory stays bounded.
_AHEAD = 2


class Cluster(Closing):
    """A ``Runner`` over a Ray cluster; to be closed, or used in ``with``.

    Args:
        address: of the cluster, as Ray writes it; one of its own on this machine when it is None.
        workers: how many, where it is one of its own.

    Raises:
        MissingExtraError: Ray is not installed.
    """

    def __init__(self, address: str | None = None, workers: int | None = None) -> None:
        os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing is told to anybody
        if not address:
            # Ray listens at all addresses of the machine and runs what it is sent: a token that only its own
            # processes have, instead of one that it would keep in the home folder for whoever may read there.
            os.environ.setdefault("RAY_AUTH_MODE", "token")
            os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))
        self._ray = imported("ray", "cluster")
        paths = {"env_vars": {"PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}} if not address else {}
        self._ray.init(
            address or "local",
            **({} if address else {"num_cpus": workers}),
            include_dashboard=False,
            runtime_env=paths,
            log_to_driver=False,
            logging_level="ERROR",
        )
        # What ends a worker is told as other runners tell it; whoever runs the task tries it again.
        self._do = self._ray.remote(max_retries=0)(_do)

    def close(self) -> None:
        """Let go of the cluster; one of its own ends."""
        self._ray.shutdown()

    def map(self, work: Callable[[A], B], tasks: Iterable[A]) -> Iterator[tuple[A, B | Ended]]:
        """As ``Runner.map``; ``work`` is a function of a module."""
        most = _AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        waiting: deque[tuple[A, Any]] = deque()
        for task in tasks:
            waiting.append((task, self._do.remote(work, task)))
            if len(waiting) >= most:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def _next(self, waiting: deque[tuple[A, Any]]) -> tuple[A, Any]:
        task, promised = waiting.popleft()
        try:
            return task, self._ray.get(promised)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from error
        except self._ray.exceptions.RayError as error:
            return task, Ended(type(error).__name__)


def _do(work: Callable[[A], B], task: A) -> B:
    runtime.use_one_thread()  # there is a worker for every processor
    return work(task)
