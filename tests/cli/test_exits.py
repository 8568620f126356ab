"""Whatever stops a command is told in one sentence, with an exit code, and never as a traceback."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap

import pytest
import typer
from typer.testing import CliRunner

from onrecord.cli.exits import Commands
from onrecord.errors import ArchiveError, ItemError, RetryError


def ending(error):
    """How a command ends that meets ``error``."""
    app = typer.Typer(cls=Commands)

    @app.command()
    def fail():
        raise error

    @app.command()
    def other():
        pass

    return CliRunner().invoke(app, ["fail"])


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ArchiveError("a.db: damaged"), 3, "a.db: damaged"),
        (RetryError("a.db: busy"), 1, "a.db: busy"),
        (ItemError("a.txt", "empty"), 1, "a.txt: empty"),
        (KeyboardInterrupt(), 130, "goes on from there"),
        (OSError(errno.ENOSPC, "No space left on device", "out/a.jsonl"), 3, "out/a.jsonl: No space left"),
        (OSError(errno.ENOSPC, "No space left on device"), 3, "make room"),
        (PermissionError(errno.EACCES, "Permission denied", "out"), 3, "out: Permission denied"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 1, ""),
        (MemoryError(), 3, "not enough memory"),
    ],
)
def test_each_kind_of_failure_has_its_code_and_one_sentence(error, code, words):
    done = ending(error)
    assert done.exit_code == code
    assert words in done.output
    assert done.output.count("\n") == (1 if words else 0)


def test_a_name_in_an_error_cannot_steer_the_terminal():
    assert "\x1b" not in ending(ArchiveError("a\x1b[2J.db: damaged")).output


SLOW_TO_STOP = """
    import sys, time
    import typer
    from onrecord.cli.exits import Commands, heed_interrupts
    app = typer.Typer(cls=Commands)
    @app.command()
    def work():
        try:
            print("ready", flush=True)
            time.sleep(60)
        finally:
            print("closing", flush=True)
            if "slow" in sys.argv: time.sleep(60)
    @app.command()
    def slow():
        work()
    heed_interrupts()
    app()
"""


@pytest.mark.parametrize(("command", "times"), [("work", 1), ("slow", 2), ("slow", 3)])
def test_one_interrupt_ends_in_order_and_a_second_at_once(command, times):
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SLOW_TO_STOP), command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads here
    )
    assert process.stdout.readline() == "ready\n"
    os.kill(process.pid, signal.SIGINT)
    assert process.stdout.readline() == "closing\n"
    for _ in range(times - 1):
        os.kill(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert told.count("\n") == 1
    assert "goes on from there" in told


def test_a_full_disk_under_the_output_is_told():
    code = textwrap.dedent(SLOW_TO_STOP).replace("time.sleep(60)", "print('x' * 100000, flush=True)")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-c", code, "work"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
