"""``onrecord show``: what an archive holds, on the terminal."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, PossibleOption, open_archive
from onrecord.cli.console import NOTHING, err, out


def show(
    archive: ArchiveArgument,
    *,
    story: Annotated[str | None, typer.Option(help="A story: its id, or words of its title.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A speaker: its id, or part of the name.")] = None,
    article: Annotated[
        str | None, typer.Option(help="An article: its id, path, or words of its title.")
    ] = None,
    possible: PossibleOption = False,
) -> None:
    """Show what an archive holds: all stories, or one story, speaker or article."""
    from onrecord import reports  # noqa: PLC0415

    with open_archive(archive) as opened:
        corpus = opened.corpus()
    found = reports.show(corpus, out, story=story, speaker=speaker, article=article, possible=possible)
    if not found:
        asked = story or speaker or article
        err.print(
            f"nothing in this archive matches {escape(repr(asked))}" if asked else "the archive is empty"
        )
        raise typer.Exit(NOTHING)
