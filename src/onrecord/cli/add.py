"""``onrecord add``: more articles into an archive that is there, and what lies beside it written anew."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.archives import ArchiveArgument, JobsOption, MapOption, open_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.progress import shown_progress
from onrecord.cli.read import column_map, print_skip, refuse_addresses


def add(
    archive: ArchiveArgument,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...", help="Files, folders, patterns, saved feeds, or - for standard input."
        ),
    ],
    *,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    jobs: JobsOption = None,
    columns: MapOption = None,
) -> None:
    """Add articles to an existing archive, and rewrite the brief and tables beside it."""
    from onrecord.views.rewriting import write_anew  # noqa: PLC0415 - `--help` should not wait for the readers

    mapped = column_map(columns or "")
    refuse_addresses(paths)
    with open_archive(archive) as opened, shown_progress(quiet=quiet) as tell:
        run = opened.read(paths, columns=mapped, jobs=jobs, on_skip=print_skip, on_progress=tell)
        if not run.read:
            err.print(f"[bold red]nothing was read[/] ({len(run.skipped)} inputs skipped, see above)")
            raise typer.Exit(NOTHING)
        written = write_anew(opened, tell)
    if not quiet:
        rest = ((run.updated, "changed"), (run.known, "already there"))
        told = "".join(f", {number} {what}" for number, what in rest if number)
        out.print(
            f"{run.added} articles added{told}" + ("; brief and tables written anew" if written else "")
        )
