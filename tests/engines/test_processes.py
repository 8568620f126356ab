"""Several processes give what one gives, in the order of the tasks, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from onrecord.engines import Ended, Here, Processes, processors
from onrecord.errors import ModelError

sys.path.append(str(Path(__file__).parent))  # workers start with this process's path

import workloads

pytestmark = pytest.mark.slow  # each worker is a Python started anew


def test_results_come_in_the_order_of_the_tasks():
    with Processes(2) as processes:
        assert list(processes.map(workloads.doubled, range(20))) == list(
            Here().map(workloads.doubled, range(20))
        )


def test_a_process_that_ends_costs_its_own_task_alone():
    with Processes(2) as processes:
        found = dict(processes.map(workloads.killed_by_three, range(8)))
        assert found.pop(3) == Ended("signal SIGKILL")
        assert found == {n: n for n in range(8) if n != 3}


def test_what_work_raises_is_raised_here():
    with Processes(1) as processes:
        with pytest.raises(ModelError, match="no weights"):
            list(processes.map(workloads.failing, [1]))
        with pytest.raises(RuntimeError, match=r"ItemError\('a.txt: two arguments'\)"):
            list(processes.map(workloads.failing, [0]))
        assert list(processes.map(workloads.doubled, [4])) == [(4, 8)]


def test_what_work_prints_does_not_come_among_the_answers():
    with Processes(1) as processes:
        assert list(processes.map(workloads.printing, [1, 2])) == [(1, 1), (2, 2)]


def test_few_tasks_are_taken_ahead():
    taken = []

    def tasks():
        for number in range(100):
            taken.append(number)
            yield number

    with Processes(2) as processes:
        found = processes.map(workloads.doubled, tasks())
        next(found)
        assert len(taken) < 10


def test_closing_ends_what_is_under_way():
    began = time.monotonic()
    with Processes(2) as processes:
        pids = [pid for _, pid in processes.map(workloads.whoami, range(2))]
        waiting = processes.map(workloads.asleep, iter(range(3)))
        with pytest.raises(KeyboardInterrupt):
            _interrupted(waiting)
    assert time.monotonic() - began < 60
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _interrupted(waiting):
    """Take what comes, as if Ctrl-C were pressed while waiting for it."""
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell's job in the background ignores it
    try:
        threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
        list(waiting)
    finally:
        signal.signal(signal.SIGINT, before)


def test_there_is_a_processor():
    assert processors() >= 1


def test_a_process_that_is_one_of_several_starts_no_more(monkeypatch):
    monkeypatch.setattr("multiprocessing.parent_process", object)
    assert processors() == 1
