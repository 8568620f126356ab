"""``onrecord correct``: who is who, by a reader's word against the program's."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, open_archive, write_anew
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.records import Correction

app = typer.Typer(
    no_args_is_help=True, help="Say who is who, against the program; kept for every later reading."
)


@app.command()
def merge(
    archive: ArchiveArgument,
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Names of one speaker; the first is shown from now on."),
    ],
    *,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the archive later.")] = "",
) -> None:
    """Say that several names are one speaker."""
    if len(names) < 2:
        err.print("at least two names are needed: the one to show, and those that are the same speaker")
        raise typer.Exit(USAGE)
    with open_archive(archive) as opened:
        known = {name.casefold() for s in opened.speakers() for name in (s.name, *s.variants)}
        missing = [name for name in names if name.casefold() not in known]
        if missing:
            err.print(f"no speaker of this archive is called {escape(', '.join(map(repr, missing)))}")
            raise typer.Exit(NOTHING)
        opened.correct(Correction("merge", tuple(names), note=note))
        write_anew(opened)
    out.print(f"{escape(', '.join(names[1:]))} is {escape(names[0])} from now on; rereading keeps it so")


@app.command()
def split(
    archive: ArchiveArgument,
    statements: Annotated[
        list[str],
        typer.Argument(metavar="STATEMENT...", help="Ids of statements that have the wrong speaker."),
    ],
    *,
    name: Annotated[str | None, typer.Option(help="Who said them instead, where that is known.")] = None,
    note: Annotated[str, typer.Option(help="Why, for whoever reads the archive later.")] = "",
) -> None:
    """Say that statements are not by the speaker they were given."""
    with open_archive(archive) as opened:
        places = opened.sources_of(statements)
        missing = sorted(set(statements) - {p.note for p in places})
        if missing:
            err.print(f"no statement with a source in its text has the id {escape(', '.join(missing))}")
            raise typer.Exit(NOTHING)
        opened.correct(Correction("split", (name,) if name else (), tuple(places), note=note))
        write_anew(opened)
    out.print(f"{len(statements)} statements have a speaker of their own from now on; rereading keeps it so")
