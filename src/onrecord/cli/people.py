"""``onrecord people``: who says something, how much, and over what time."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, LimitOption, ask_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows
from onrecord.records import schema


def people(
    archive: ArchiveArgument,
    name: Annotated[str, typer.Argument(help="A name or the beginning of one; by default everybody.")] = "",
    *,
    limit: LimitOption = 50,
    kind: FormatOption = Format.TABLE,
) -> None:
    """List the speakers, those with most statements first."""
    with ask_archive(archive) as opened:
        found, total = opened.voices(name, limit=limit)
    if kind is not Format.TABLE:
        print_rows([schema.row(v) for v in found], kind)
    else:
        for voice in found:
            days = "–".join(dict.fromkeys(d for d in (voice.first, voice.last) if d)) or "not dated"
            told = f"{voice.statements} statements in {voice.articles} articles, {days}"
            out.print(f"[bold]{escape(voice.name)}[/]  {told}  [dim]{voice.id}[/]")
        if total > len(found):
            err.print(f"and {total - len(found)} more; use --limit to see them")
    if not found:
        err.print(
            f"no speaker is called {escape(repr(name))}" if name else "there are no speakers in this archive"
        )
        raise typer.Exit(NOTHING)
