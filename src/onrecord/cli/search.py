"""``onrecord search``: statements and articles that hold words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, cast

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, ask_archive
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows
from onrecord.records import Filter, Stance
from onrecord.records.schema import Row
from onrecord.store.search import Hit


def search(
    archive: ArchiveArgument,
    query: Annotated[
        str, typer.Argument(help='Words that must all occur, in any form; put a phrase in "…".')
    ] = "",
    *,
    speaker: Annotated[
        str | None, typer.Option(help="Said by this speaker: an id, or words of the name.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Published by this outlet.")] = None,
    since: Annotated[str | None, typer.Option(help="Said on or after this day, month or year.")] = None,
    until: Annotated[str | None, typer.Option(help="Said on or before this day, month or year.")] = None,
    published_since: Annotated[
        str | None, typer.Option(help="Published on or after this day, month or year.")
    ] = None,
    published_until: Annotated[
        str | None, typer.Option(help="Published on or before this day, month or year.")
    ] = None,
    stance: Annotated[
        str | None, typer.Option(help="How it was said: assert, deny, decline, hedge, ask, urge or commit.")
    ] = None,
    story: Annotated[str | None, typer.Option(help="Only this story, by its id.")] = None,
    limit: Annotated[
        int, typer.Option(min=1, max=1000, help="Most statements, and most articles, to show.")
    ] = 20,
    kind: FormatOption = Format.TABLE,
) -> None:
    """Search statements and articles for words; narrow statements by speaker, outlet, day and stance."""
    from onrecord.views.search import search as find  # noqa: PLC0415

    narrowed = Filter(
        speaker=speaker,
        outlet=outlet,
        story=story,
        stance=cast("Stance | None", stance),
        said_since=since,
        said_until=until,
        published_since=published_since,
        published_until=published_until,
    )
    _check(narrowed)
    of_statements = narrowed != Filter() or not query
    asked = replace(narrowed, words=query or None)
    with ask_archive(archive) as opened:
        found = find(opened, asked, limit=limit)
        articles = [] if of_statements else opened.articles_with(query, limit=limit)
    _print(found.rows, articles, kind)
    sought = "no statement is like that" if of_statements else f"no statement or article contains {query!r}"
    _tell_what_is_not_shown(found.result.perhaps, sought, nothing=not found.rows and not articles)


def _print(rows: Sequence[Row], articles: Sequence[Hit], kind: Format) -> None:
    """Statements as asked; articles in the table alone, for they have other columns."""
    if kind is Format.TABLE:
        _print_statements(rows)
        _print_articles(articles)
    else:
        print_rows(rows, kind)


def _tell_what_is_not_shown(perhaps: int, sought: str, *, nothing: bool) -> None:
    """Say how many may belong to what was found, and end with its own code where nothing was."""
    if perhaps:
        err.print(f"{perhaps} more may belong here: their day is not known exactly enough")
    if nothing:
        err.print(escape(sought))
        raise typer.Exit(NOTHING)


def _check(asked: Filter) -> None:
    """End with a message if a value does not exist, or days end before they begin."""
    try:
        asked.check()
    except ValueError as error:
        err.print(escape(str(error)))
        raise typer.Exit(USAGE) from None


def _print_statements(rows: Sequence[Row]) -> None:
    for row in rows:
        where = " · ".join(str(row[key]) for key in ("outlet", "published_at", "title", "id") if row[key])
        who = row["speaker"] or row["source_text"] or "?"
        out.print(f"[bold]{escape(str(who))}[/]: {escape(str(row['words']))}\n  [dim]{escape(where)}[/]")


def _print_articles(hits: Sequence[Hit]) -> None:
    for hit in hits:
        where = " · ".join(x for x in (hit.outlet, hit.published, hit.title) if x)
        out.print(f"{escape(hit.excerpt)}\n  [dim]{escape(where)} · {hit.article_id}[/]")
