"""``onrecord people``: who says something, how much, and over what time."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, ask_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows
from onrecord.records import Voice, schema


def people(
    archive: ArchiveArgument,
    name: Annotated[str, typer.Argument(help="Words of a name; everybody when left out.")] = "",
    *,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    kind: FormatOption = Format.TABLE,
) -> None:
    """List who says something, those who say most first."""
    found: list[Voice] = []
    with ask_archive(archive) as opened:
        while page := opened.page_of_voices(
            name=name or None, after=found[-1].id if found else "", limit=1000
        ):
            found += page
    found.sort(key=lambda v: (-v.statements, v.name, v.id))
    if kind is not Format.TABLE:
        print_rows([schema.row(v) for v in found[:limit]], kind)
    else:
        for voice in found[:limit]:
            days = "–".join(dict.fromkeys(d for d in (voice.first, voice.last) if d)) or "not dated"
            told = f"{voice.statements} statements in {voice.articles} articles, {days}"
            out.print(f"[bold]{escape(voice.name)}[/]  {told}  [dim]{voice.id}[/]")
        if len(found) > limit:
            err.print(f"and {len(found) - limit} more; --limit shows them")
    if not found:
        err.print(f"nobody is called {escape(repr(name))}" if name else "nobody says anything here")
        raise typer.Exit(NOTHING)
