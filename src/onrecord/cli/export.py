"""``onrecord export``: the records in another format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, make_folder, open_archive
from onrecord.cli.console import USAGE, err
from onrecord.cli.console import out as output
from onrecord.cli.progress import shown_progress
from onrecord.records import Progress

if TYPE_CHECKING:
    from onrecord.archive import Archive


def export(
    archive: ArchiveArgument,
    kind: Annotated[str, typer.Option("--format", "-f", help="A format; --list shows them all.")] = "jsonl",
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("export"),
    *,
    bundle: Annotated[
        str | None,
        typer.Option(
            metavar="STORY", help="Write one story, given by its id, with its raw documents as a zip file."
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--list", help="List the formats and exit.")] = False,
) -> None:
    """Write an archive in another format, or one story as a bundle."""
    from onrecord import reports  # noqa: PLC0415

    if names:
        output.print("\n".join(sorted(reports.EXPORTS)))
        return
    if kind not in reports.EXPORTS:
        err.print(f"unknown format {escape(repr(kind))}; one of: {', '.join(sorted(reports.EXPORTS))}")
        raise typer.Exit(USAGE)
    make_folder(out)
    if bundle is not None:
        _bundle(archive, bundle, out)
        return
    with open_archive(archive) as opened, shown_progress() as tell:
        paths = _written(opened, kind, out, tell)
    for path in paths:
        output.print(escape(str(path)), soft_wrap=True)


def _written(archive: Archive, kind: str, out: Path, tell: Callable[[Progress], None]) -> list[Path]:
    """Write one format: by row, article or storyline where that is enough, else from the whole archive."""
    from onrecord import parts, reports  # noqa: PLC0415

    if kind in reports.OF_ROWS:
        with parts.spool(archive, tell) as rows:
            tell(Progress(f"writing {kind}", 0))
            return reports.OF_ROWS[kind](rows, out)
    if kind in reports.OF_ARTICLES:
        with archive.snapshot():
            return reports.OF_ARTICLES[kind](parts.each_article(archive, tell), out)
    if kind in reports.OF_LINES:
        with archive.snapshot():
            return [path for line in parts.each_line(archive) for path in reports.OF_LINES[kind](line, out)]
    corpus = archive.corpus(tell)
    tell(Progress(f"writing {kind}", 0))
    return reports.EXPORTS[kind](corpus, out)


def _bundle(archive: Path, story: str, out: Path) -> None:
    from onrecord.verification import write_bundle  # noqa: PLC0415

    with open_archive(archive) as opened:
        path = write_bundle(opened, story, out / f"{opened.story(story).id}.zip")
    output.print(escape(str(path)), soft_wrap=True)
