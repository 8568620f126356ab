"""``onrecord show``: what an archive holds, on the terminal."""

from __future__ import annotations

from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, PossibleOption, ask_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows

if TYPE_CHECKING:
    from onrecord.queries import Queries

_MOST = 200  # stories in a table; rows for programs are all there are, unless fewer are asked for
MostOption = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=1,
        max=1_000_000,
        help="Most rows to show. Without it, 200 stories in a table, and all rows for programs.",
    ),
]


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
    limit: MostOption = None,
) -> None:
    """Show what an archive holds: all stories, or one story, speaker or article.

    As json, jsonl or csv, it prints the rows of the stories, or of the statements of whatever you named.
    """
    if kind is not Format.TABLE:
        _print_rows(archive, kind, limit, story=story, speaker=speaker, article=article)
        return
    with ask_archive(archive) as opened:
        found = (
            _all(opened, limit or _MOST)
            if story is speaker is article is None
            else _named(opened, story, speaker, article, possible=possible)
        )
    if not found:
        _nothing(story or speaker or article)


def _print_rows(
    archive: Path,
    kind: Format,
    limit: int | None,
    **asked: str | None,
) -> None:
    from onrecord.views.showing import shown  # noqa: PLC0415

    with ask_archive(archive) as opened:
        rows = list(islice(shown(opened, **asked), limit))
    print_rows(rows, kind)
    if not rows:
        _nothing(next(filter(None, asked.values()), None))


def _nothing(asked: str | None) -> NoReturn:
    err.print(f"nothing in this archive matches {escape(repr(asked))}" if asked else "the archive is empty")
    raise typer.Exit(NOTHING)


def _all(queries: Queries, limit: int) -> bool:
    from onrecord.reports.brief.wording import count  # noqa: PLC0415 - as below
    from onrecord.reports.listed import show_stories  # noqa: PLC0415
    from onrecord.views.selection import story_counts  # noqa: PLC0415

    held, total = story_counts(queries, most=limit)
    if held:
        show_stories(held, total, out)
    if waiting := queries.totals()["waiting"]:
        err.print(
            f"{count(waiting, 'article')} not compared with the others yet: `onrecord add` goes on with it"
        )
    return bool(held)


def _named(
    queries: Queries, story: str | None, speaker: str | None, article: str | None, *, possible: bool
) -> bool:
    """Show what is asked for; nothing else of the archive is loaded."""
    from onrecord.reports.terminal import MOST_ROWS, MOST_SPEAKERS, matches, show  # noqa: PLC0415 - at once
    from onrecord.views import selection  # noqa: PLC0415

    found = False
    if story is not None:
        corpus = selection.of_stories(queries, partial(matches, story))
        found |= show(corpus, out, story=story, possible=possible)
    if speaker is not None:
        told = selection.of_speakers(
            queries, speaker, partial(matches, speaker), most=MOST_ROWS, people=MOST_SPEAKERS
        )
        found |= show(told.corpus, out, speaker=speaker, said=told.said, others=told.others)
    if article is not None:
        corpus = selection.of_articles(queries, partial(matches, article))
        found |= show(corpus, out, article=article)
    return found
