"""Work for processes to do in tests; processes find it by its name."""

from __future__ import annotations

import os
import signal
import time

from onrecord.errors import ItemError, ModelError


def doubled(number):
    """Twice the number, the sooner the larger it is."""
    time.sleep(0.01 / (1 + number))
    return 2 * number


def killed_by_three(number):
    """Ends its process, as the system does when memory is short, when it meets a 3."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def failing(number):
    """Raises what can be sent, and what cannot."""
    raise ModelError("no weights") if number else ItemError("a.txt", "two arguments")


def printing(number):
    """Writes where answers go."""
    print("stray words")  # noqa: T201
    os.write(1, b"more of them\n")
    return number


def asleep(_number):
    """Takes longer than anybody waits."""
    time.sleep(600)


def whoami(_number):
    """The number of the process."""
    return os.getpid()
