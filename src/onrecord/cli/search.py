"""``onrecord search``: statements and articles that hold words."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, open_archive
from onrecord.cli.console import NOTHING, err, out


def search(
    archive: ArchiveArgument,
    query: Annotated[str, typer.Argument(help='Words that must all occur; "…" for a phrase.')],
    *,
    limit: Annotated[int, typer.Option(min=1, help="At most so many of each kind.")] = 20,
) -> None:
    """Search statements and articles for words."""
    with open_archive(archive) as opened:
        hits = opened.search(query, limit=limit)
    for hit in hits:
        where = " · ".join(x for x in (hit.outlet, hit.published, hit.title) if x)
        what = f"[bold]{escape(hit.speaker or '?')}[/]: " if hit.statement_id else ""
        out.print(
            f"{what}{escape(hit.excerpt)}\n  [dim]{escape(where)} · {hit.statement_id or hit.article_id}[/]"
        )
    if not hits:
        err.print(f"no statement or article holds {escape(repr(query))}")
        raise typer.Exit(NOTHING)
