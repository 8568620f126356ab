"""What several commands do with an archive and its folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.console import USAGE, err
from onrecord.cli.progress import shown_if_told

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.queries import Queries

ArchiveArgument = Annotated[
    Path,
    typer.Argument(metavar="ARCHIVE", help="The folder that `onrecord read` wrote, or its onrecord.db file."),
]
PossibleOption = Annotated[
    bool, typer.Option("--possible", help="Also show possible differences; most of them are wrong.")
]

JobsOption = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, max=256, help="Number of processes; by default one for each processor."
    ),
]
MapOption = Annotated[
    str | None,
    typer.Option(
        "--map", metavar="PART=COLUMN,...", help="Which column or key holds which part: text=story,title=hed."
    ),
]

# More rows than a terminal can show, fewer than a number that SQLite cannot hold.
LimitOption = Annotated[int, typer.Option(min=1, max=1_000_000, help="Most rows to show.")]


def open_archive(path: Path, *, quiet: bool = False) -> Archive:
    """The archive at ``path`` (a folder or the file itself), which must exist."""
    from onrecord.archive import Archive  # noqa: PLC0415

    file = _file(path)
    with shown_if_told(quiet=quiet) as tell:
        return Archive(file, on_progress=tell)


def ask_archive(path: Path, *, quiet: bool = False) -> Queries:
    """The same, to be asked alone: what reading takes is not loaded, which costs three times as long."""
    from onrecord.queries import Queries  # noqa: PLC0415

    file = _file(path)
    with shown_if_told(quiet=quiet) as tell:
        return Queries(file, on_progress=tell)


def _file(path: Path) -> Path:
    file = path / "onrecord.db" if path.is_dir() else path
    if not file.is_file() or not file.stat().st_size:  # SQLite would make an archive of an empty file
        told = f"no archive at {file}; make one with: onrecord read PATH... --out {path}"
        err.print(escape(told))
        raise typer.Exit(USAGE)
    return file


def make_folder(folder: Path) -> None:
    """Make ``folder`` unless it is there; wrong usage where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        err.print(f"cannot write to {escape(str(folder))}: it is a file, and a folder is wanted")
        raise typer.Exit(USAGE) from None
    except OSError as error:
        err.print(f"cannot write to {escape(str(folder))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(USAGE) from None
