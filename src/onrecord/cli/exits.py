"""How a command ends: whatever stops it is told in one sentence, with an exit code, and never as a traceback.

Ctrl-C once ends the command where the archive is whole; a second time, while that is under way, it ends at
once. That loses nothing either: what was not yet committed was not acknowledged.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import typer
from typer.core import TyperGroup

from onrecord.cli.console import INTERRUPTED, NOTHING, UNUSABLE
from onrecord.controls import visible
from onrecord.errors import FatalError, OnRecordError

_INTERRUPTED = "interrupted; the archive holds what was read so far, and the same command goes on from there"


class Commands(TyperGroup):
    """A group of commands, run so that errors become exit codes."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override] # typer has its own copy of click
        """Run the command asked for."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            tell(_INTERRUPTED)
            raise typer.Exit(INTERRUPTED) from None
        except OnRecordError as error:
            tell(f"error: {error}")
            raise typer.Exit(UNUSABLE if isinstance(error, FatalError) else NOTHING) from None
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has seen enough
                _close_output()
                raise typer.Exit(NOTHING) from None
            tell(f"error: {_of_system(error)}")
            _close_output()
            raise typer.Exit(UNUSABLE) from None
        except MemoryError:
            tell(
                "error: there is not enough memory; what was read so far is kept, read fewer files at a time"
            )
            raise typer.Exit(UNUSABLE) from None


def tell(message: str) -> None:
    """One line on standard error, where there still is one."""
    try:
        print(visible(message), file=sys.stderr, flush=True)  # noqa: T201 - the last resort
    except (OSError, ValueError):
        return


def heed_interrupts() -> None:
    """Let the first Ctrl-C interrupt and the second end the process; one that is deaf to it stays so."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _first)


def _first(_number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGINT, _second)
    raise KeyboardInterrupt


def _second(_number: int, _frame: FrameType | None) -> NoReturn:
    os.write(2, f"{_INTERRUPTED}\n".encode())
    os._exit(INTERRUPTED)


def _of_system(error: OSError) -> str:
    """What the operating system refused, and what to do about it."""
    name = error.filename if isinstance(error.filename, str) else "the output"
    advice = "make room and run the command again; the archive keeps what it holds"
    return f"{name}: {error.strerror or error}" + (f" ({advice})" if error.errno == errno.ENOSPC else "")


def _close_output() -> None:
    """Point standard output nowhere, so that what is still held back fails on nobody at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return  # there is no such descriptor, or a program put something of its own in its place
    finally:
        os.close(nowhere)
