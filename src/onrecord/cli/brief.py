"""``onrecord brief``: the brief and tables beside an archive, written anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, ask_archive
from onrecord.cli.console import err, out
from onrecord.cli.progress import shown_progress

if TYPE_CHECKING:
    from onrecord.views.rewriting import Beside


def brief(
    archive: ArchiveArgument,
    *,
    one_file: Annotated[bool, typer.Option("--one-file", help="Write one page, whatever its size.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Write the brief and tables beside an archive anew, as it is now.

    `add`, `correct` and `rerun` do so themselves where an archive holds at most 1,000 articles.
    """
    from onrecord.views.rewriting import write  # noqa: PLC0415 - `--help` should not wait for the reports

    with ask_archive(archive, quiet=quiet) as opened, shown_progress(quiet=quiet) as tell:
        folder = opened.path.parent
        write(opened, folder, one_file=one_file, tell=tell)
    if not quiet:
        out.print(f"Open {escape(str(folder / 'brief.html'))}", soft_wrap=True)


def tell_if_left(beside: Beside, archive: Path) -> None:
    """Say how to have brief and tables written where a change left them as they were."""
    from onrecord.views.rewriting import Beside  # noqa: PLC0415 - as above

    if beside is Beside.LEFT:
        told = f"brief and tables show what was there before; to write them anew: onrecord brief {archive}"
        err.print(escape(told), soft_wrap=True)
