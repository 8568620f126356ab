"""``onrecord export``: the records in another format."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, make_folder, open_archive
from onrecord.cli.console import USAGE, err
from onrecord.cli.console import out as output


def export(
    archive: ArchiveArgument,
    kind: Annotated[str, typer.Option("--format", "-f", help="jsonl, or one that --list names.")] = "jsonl",
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the files.")] = Path("export"),
    *,
    names: Annotated[bool, typer.Option("--list", help="List the formats and exit.")] = False,
) -> None:
    """Write an archive's tables in another format."""
    from onrecord import reports  # noqa: PLC0415

    if names:
        output.print("\n".join(sorted(reports.EXPORTS)))
        return
    if kind not in reports.EXPORTS:
        err.print(f"unknown format {escape(repr(kind))}; one of: {', '.join(sorted(reports.EXPORTS))}")
        raise typer.Exit(USAGE)
    make_folder(out)
    with open_archive(archive) as opened:
        corpus = opened.corpus()
    for path in reports.EXPORTS[kind](corpus, out):
        output.print(str(path), soft_wrap=True)
