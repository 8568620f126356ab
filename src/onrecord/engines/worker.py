"""A worker: takes tasks from its standard input, works on them, answers on its standard output."""

from __future__ import annotations

import os
import pickle
import signal
import traceback

from onrecord.engines.processes import read, write
from onrecord.garbage import collect_rarely
from onrecord.models import runtime


def main() -> None:
    """Work until the input ends.

    Tasks and results have both pipes for themselves: what a library prints goes to standard error.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    collect_rarely()
    runtime.use_one_thread()  # there is a process for every processor
    with os.fdopen(os.dup(1), "wb") as answers, os.fdopen(os.dup(0), "rb") as tasks:
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        while True:
            try:
                work, task = read(tasks)
            except EOFError:
                return
            try:
                answer: tuple[BaseException | None, object] = (None, work(task))
            except BaseException as error:  # noqa: BLE001 - it is raised where the task came from
                answer = (_sendable(error), None)
            try:
                write(answers, answer)
            except OSError:  # nobody is there any more, nor would a traceback be of use to anybody
                os._exit(1)


def _sendable(error: BaseException) -> BaseException:
    """The error with where it was raised; where it cannot be sent as it is, its text alone."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    except Exception:  # noqa: BLE001 - whatever an error's class does when it is made anew
        return RuntimeError("\n".join((repr(error), *error.__notes__)))
    return error
