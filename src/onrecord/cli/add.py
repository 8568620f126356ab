"""``onrecord add``: more articles into an archive that is there, and what lies beside it written anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, JobsOption, MapOption, open_archive
from onrecord.cli.brief import tell_if_left
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.cli.progress import shown_progress
from onrecord.cli.read import column_map, print_skip, refuse_addresses
from onrecord.errors import ItemError
from onrecord.fetching import is_address
from onrecord.records import Run, Skipped

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.feeds import Feed


def add(
    archive: ArchiveArgument,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH...", help="Files, folders, patterns, saved feeds, or - for standard input."
        ),
    ] = None,
    *,
    feed: Annotated[
        list[str] | None,
        typer.Option(
            "--feed", metavar="URL", help="Address of a feed, which is fetched now, or a feed's file."
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
    jobs: JobsOption = None,
    columns: MapOption = None,
) -> None:
    """Add articles to an existing archive, and rewrite the brief and tables beside it.

    Those of more than 1,000 articles are left as they are: `onrecord brief` writes them.
    """
    from onrecord.views.rewriting import Beside, write_anew  # noqa: PLC0415 - `--help` should not wait for the readers

    mapped, given, feeds = column_map(columns or ""), paths or [], feed or []
    refuse_addresses(given)
    _check(given, feeds)
    with open_archive(archive, quiet=quiet) as opened, shown_progress(quiet=quiet) as tell:
        failed: list[Skipped] = []
        new, files = _fetched(opened, feeds, failed)
        asked = [*given, *files, *(str(one.path) for one in new)]
        if not asked and not failed:
            _say("nothing new", quiet=quiet)
            return
        if not asked:
            raise _nothing(failed)
        run = opened.read(asked, columns=mapped, jobs=jobs, on_skip=print_skip, on_progress=tell)
        _keep(opened, new, run)
        if not run.read:
            raise _nothing([*failed, *run.skipped])
        beside = write_anew(opened, tell)
    rest = ((run.updated, "changed"), (run.known, "already there"))
    told = "".join(f", {number} {what}" for number, what in rest if number)
    written = "; brief and tables written anew" if beside is Beside.WRITTEN else ""
    _say(f"{run.added} articles added{told}{written}", quiet=quiet)
    if not quiet:
        tell_if_left(beside, archive)


def _nothing(skipped: list[Skipped]) -> typer.Exit:
    err.print(f"[bold red]nothing was read[/] ({len(skipped)} inputs skipped, see above)")
    return typer.Exit(NOTHING)


def _say(words: str, *, quiet: bool) -> None:
    if not quiet:
        out.print(words)


def _check(paths: list[str], feeds: list[str]) -> None:
    """End where there is nothing to read, or a feed has an address that is never asked for."""
    if not paths and not feeds:
        err.print("name what to add: PATH..., or --feed with a feed's address or file")
        raise typer.Exit(USAGE)
    for told in feeds:
        if "://" in told and not is_address(told) and not Path(told).exists():
            err.print(f"{escape(told)}: only http and https are asked for", soft_wrap=True)
            raise typer.Exit(USAGE)


def _fetched(archive: Archive, feeds: list[str], failed: list[Skipped]) -> tuple[list[Feed], list[str]]:
    """Feeds by address that hold something new, and files that are feeds; the others are named."""
    from onrecord.feeds import check_feed, fetched  # noqa: PLC0415 - as above

    new: list[Feed] = []
    files: list[str] = []
    for told in dict.fromkeys(feeds):
        try:
            if is_address(told) and not Path(told).exists():
                found = fetched(archive, told)
                new += [] if found is None else [found]
            else:
                check_feed(told, told)
                files.append(told)
        except ItemError as error:
            failed.append(Skipped(error.where, error.reason, type(error).__name__))
            print_skip(failed[-1])
    return new, files


def _keep(archive: Archive, feeds: list[Feed], run: Run) -> None:
    """Remember what was read: of a feed whose reading failed, all is asked for again."""
    from onrecord.feeds import keep  # noqa: PLC0415 - as above

    if read := [feed for feed in feeds if str(feed.path) in run.inputs]:
        keep(archive, read)
