"""Several processes of this machine, each fed by a thread of its own.

A worker is a Python started anew (``engines.worker``), not a fork and not a child of ``multiprocessing``: it
holds no lock of this process, and it does not import the user's program again, which may have no guard round
what it does at the top. Tasks and results go through its standard input and output, pickled; both ends are
this program. A worker ends when its input does, so none outlives this process, however that ends.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import struct
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from threading import Lock, local
from typing import IO, Any, TypeVar

from onrecord.closing import Closing
from onrecord.engines.runner import Ended

A = TypeVar("A")
B = TypeVar("B")

# Tasks taken ahead for each worker: it finds the next one waiting when it is done, and memory stays bounded.
_AHEAD = 2
_LENGTH = struct.Struct(">Q")


def processors() -> int:
    """How many processors this process may use; one where it is itself one of several."""
    if multiprocessing.parent_process() is not None:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes(Closing):
    """A ``Runner`` over ``jobs`` processes, started when there is work; to be closed, or used in ``with``."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._own = local()
        self._lock = Lock()
        self._workers: set[_Worker] = set()
        self._closed = False
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="onrecord")

    def close(self) -> None:
        """End the workers, whatever they are at."""
        with self._lock:
            self._closed = True
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def map(self, work: Callable[[A], B], tasks: Iterable[A]) -> Iterator[tuple[A, B | Ended]]:
        """As ``Runner.map``; ``work`` is a function of a module, tasks and results are what pickle takes."""
        waiting: deque[tuple[A, Future[B | Ended]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self._threads.submit(self._run, work, task)))
                while waiting and (len(waiting) > self.jobs * _AHEAD or waiting[0][1].done()):
                    done, future = waiting.popleft()
                    yield done, future.result()
            while waiting:
                done, future = waiting.popleft()
                yield done, future.result()
        finally:
            for _, future in waiting:
                future.cancel()

    def _run(self, work: Callable[[A], B], task: A) -> B | Ended:
        """In a thread: hand the task to this thread's worker and wait for what comes back."""
        worker = self._worker()
        try:
            worker.send((work, task))
            error, result = worker.receive()
        except (EOFError, OSError):
            return Ended(self._dismiss(worker))
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return] # what ``work`` returned

    def _worker(self) -> _Worker:
        found: _Worker | None = getattr(self._own, "worker", None)
        if found is None:
            with self._lock:
                if self._closed:
                    raise RuntimeError("the processes were closed")
                found = self._own.worker = _Worker()
                self._workers.add(found)
        return found

    def _dismiss(self, worker: _Worker) -> str:
        """Do without a worker that ended; the next task gets a new one."""
        self._own.worker = None
        with self._lock:
            self._workers.discard(worker)
        return worker.end()


class _Worker:
    """One process, and the two pipes to it."""

    def __init__(self) -> None:
        code = f"import sys; sys.path[:] = {sys.path!r}; from onrecord.engines.worker import main; main()"
        # A group of its own: Ctrl-C is for this process, which ends its workers itself.
        self._process = subprocess.Popen(  # noqa: S603 - this Python, this package
            [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, process_group=0
        )

    def send(self, message: object) -> None:
        """Raises: OSError: the process has ended."""
        write(self._pipe(self._process.stdin), message)

    def receive(self) -> tuple[BaseException | None, Any]:
        """What the work raised, or returned. Raises: EOFError: the process has ended."""
        found: tuple[BaseException | None, Any] = read(self._pipe(self._process.stdout))
        return found

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> str:
        """Let it end, and tell how it did."""
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not taken is lost with the process
                self._pipe(pipe).close()
        code = self._process.wait()
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"

    @staticmethod
    def _pipe(found: IO[bytes] | None) -> IO[bytes]:
        if found is None:
            raise EOFError
        return found


def write(pipe: IO[bytes], message: object) -> None:
    """Send one message through a pipe: its length in eight bytes, then it, pickled."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def read(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - whatever the other end sent
    """The next message.

    Raises:
        EOFError: the other end was closed.
    """
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from this program to itself
