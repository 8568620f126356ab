"""Progress on a terminal: the stage, how far it is, and how long it will take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from onrecord.cli.console import err
from onrecord.records import Progress

_MINUTE = 60


@contextmanager
def shown_progress(*, quiet: bool = False) -> Iterator[Callable[[Progress], None]]:
    """A bar as long as the block runs, and whom to tell how far it is; nothing where there is no terminal."""
    bar = Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(20),
        TextColumn("{task.fields[left]}"),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        disable=quiet or not err.is_terminal,
    )
    with bar:
        task = bar.add_task("starting", total=None, left="")

        def tell(told: Progress) -> None:
            count = f" {told.done:,}" if told.done else ""
            whole = None if told.share is None else 1.0
            bar.update(
                task,
                description=f"{told.stage}{count}",
                total=whole,
                completed=told.share or 0.0,
                left=left(told.left),
            )

        yield tell


@contextmanager
def shown_if_told(*, quiet: bool = False) -> Iterator[Callable[[Progress], None]]:
    """The same bar for what is mostly done at once: it appears when there is something to tell."""
    with ExitStack() as shown:
        telling: list[Callable[[Progress], None]] = []

        def tell(told: Progress) -> None:
            if not telling:
                telling.append(shown.enter_context(shown_progress(quiet=quiet)))
            telling[0](told)

        yield tell


def left(seconds: float | None) -> str:
    """How long something will take, in words as exact as it is known; nothing where it is not."""
    if seconds is None:
        return ""
    if seconds < _MINUTE:
        return f"about {max(1, round(seconds))} s left"
    minutes = round(seconds / _MINUTE)
    hours = minutes // _MINUTE
    return f"about {hours} h {minutes % _MINUTE} min left" if hours else f"about {minutes} min left"
