"""``onrecord show``: what an archive holds, on the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, PossibleOption, open_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows


def show(
    archive: ArchiveArgument,
    *,
    story: Annotated[str | None, typer.Option(help="A story: its id, or words of its title.")] = None,
    speaker: Annotated[str | None, typer.Option(help="A speaker: its id, or part of the name.")] = None,
    article: Annotated[
        str | None, typer.Option(help="An article: its id, path, or words of its title.")
    ] = None,
    possible: PossibleOption = False,
    kind: FormatOption = Format.TABLE,
) -> None:
    """Show what an archive holds: all stories, or one story, speaker or article.

    For programs (json, jsonl, csv): the rows of these stories, or of the statements of what was named.
    """
    if kind is not Format.TABLE:
        _print_rows(archive, kind, story, speaker, article)
        return
    from onrecord import reports  # noqa: PLC0415

    with open_archive(archive) as opened:
        corpus = opened.corpus()
    found = reports.show(corpus, out, story=story, speaker=speaker, article=article, possible=possible)
    if not found:
        _nothing(story or speaker or article)


def _print_rows(
    archive: Path, kind: Format, story: str | None, speaker: str | None, article: str | None
) -> None:
    from onrecord.views.showing import shown  # noqa: PLC0415

    with open_archive(archive) as opened:
        rows = list(shown(opened, story=story, speaker=speaker, article=article))
    print_rows(rows, kind)
    if not rows:
        _nothing(story or speaker or article)


def _nothing(asked: str | None) -> NoReturn:
    err.print(f"nothing in this archive matches {escape(repr(asked))}" if asked else "the archive is empty")
    raise typer.Exit(NOTHING)
