"""``onrecord lake`` and ``import``: tables of what outgrows an archive, and parts of it for the desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import JobsOption, MapOption, make_folder
from onrecord.cli.console import NOTHING, USAGE, err
from onrecord.cli.console import out as output
from onrecord.cli.progress import shown_progress
from onrecord.cli.read import column_map, print_skip, refuse_addresses

if TYPE_CHECKING:
    from onrecord.engines import Runner

QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]


def lake(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders or patterns.")],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of the lake.")],
    quiet: QuietOption = False,
    jobs: JobsOption = None,
    ray: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Run on this Ray cluster, which must see the same folders; `local` starts one here.",
        ),
    ] = None,
    columns: MapOption = None,
) -> None:
    """Read articles into a lake: Parquet tables by month, for more articles than one archive holds.

    Finished work is never repeated. Run the same command to resume after an interruption or to add files.
    """
    from onrecord.lake import make  # noqa: PLC0415 - `onrecord --help` should not wait for the readers

    mapped = column_map(columns or "")
    refuse_addresses(paths)
    make_folder(out)
    with _runner(ray, jobs) as runner, shown_progress(quiet=quiet) as tell:
        run = make(paths, out, runner, columns=mapped, on_skip=print_skip, on_progress=tell)
    if not run.read:
        err.print(f"[bold red]nothing was read[/] ({len(run.skipped)} inputs skipped, see above)")
        raise typer.Exit(NOTHING)
    if not quiet:
        output.print(f"{run.added} articles read, {run.read} in {escape(str(out))}", soft_wrap=True)


@contextmanager
def _runner(address: str | None, jobs: int | None) -> Iterator[Runner]:
    """Who runs the stages."""
    from onrecord import engines  # noqa: PLC0415 - as above

    jobs = jobs or engines.processors()
    if address is not None:
        with engines.Cluster(None if address == "local" else address, jobs) as cluster:
            yield cluster
    elif jobs == 1:
        yield engines.Here()
    else:
        with engines.Processes(jobs) as processes:
            yield processes


def import_(
    home: Annotated[Path, typer.Argument(metavar="LAKE", help="Folder of a lake.")],
    where: Annotated[
        str,
        typer.Option(
            "--where", "-w", help='Which articles, for example: speaker = "Pavel Dorin" and date >= 2031-03.'
        ),
    ],
    *,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("brief"),
    quiet: QuietOption = False,
) -> None:
    """Copy selected articles of a lake into an archive, with its brief and tables.

    --where takes the fields speaker, said and stance (of a statement in the article), date, outlet, title,
    url, language, article, story and storyline. Compare texts by =, != or ~ (contains), and dates (a day,
    month or year) by =, !=, <, <=, > or >=; join conditions by and, or and brackets.
    """
    from onrecord.archive import Archive  # noqa: PLC0415 - as above
    from onrecord.lake import bring, parse  # noqa: PLC0415
    from onrecord.views.rewriting import write  # noqa: PLC0415

    try:
        condition = parse(where)
    except ValueError as error:
        err.print(f"--where: {escape(str(error))}")
        raise typer.Exit(USAGE) from None
    make_folder(out)
    with Archive(out / "onrecord.db") as archive, shown_progress(quiet=quiet) as tell:
        run = archive.take(
            bring(home, condition), of=f"{home}: {where}", on_skip=print_skip, on_progress=tell
        )
        if not run.read:
            err.print("[bold red]nothing was found[/] in the lake")
            raise typer.Exit(NOTHING)
        write(archive, out, tell=tell)
    if not quiet:
        output.print(f"{run.read} articles. Open {escape(str(out / 'brief.html'))}", soft_wrap=True)
