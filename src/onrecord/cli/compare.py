"""``onrecord compare``: any two articles: what somebody says in both, and which words they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, ask_archive
from onrecord.cli.console import NOTHING, err, out
from onrecord.cli.formats import Format, FormatOption, print_rows

if TYPE_CHECKING:
    from onrecord.queries import Queries
    from onrecord.views.pair import Choice, Pair


def compare(
    archive: ArchiveArgument,
    a: Annotated[str, typer.Argument(help="An article: its id, file, outlet, title, or words of the title.")],
    b: Annotated[str, typer.Argument(help="The other article.")],
    *,
    kind: FormatOption = Format.TABLE,
) -> None:
    """Compare two articles: the statements both report and the passages they share."""
    from onrecord.views.pair import both_rows, pair  # noqa: PLC0415 - other commands should not wait for the views

    with ask_archive(archive) as opened:
        one, other = (_chosen(opened, told) for told in (a, b))
        found = pair(opened, one.id, other.id)
    if kind is not Format.TABLE:
        print_rows(both_rows(found), kind)
        return
    for side, choice in ((found.a, one), (found.b, other)):
        about = f"{choice.published}  [dim]{choice.id}[/]"
        out.print(f"[bold]{escape(side.outlet)}[/]  {escape(side.title)}  {about}")
    story = "one story" if found.story_href else "different stories"
    out.print(f"{found.passages} passages in both, {found.share:.0%} of the shorter text; they tell {story}")
    _print(found)


def _chosen(opened: Queries, told: str) -> Choice:
    from onrecord.views.pair import choices  # noqa: PLC0415 - as above

    found = choices(opened, told)
    if len(found) == 1:
        return found[0]
    err.print(f"{'several articles are' if found else 'no article is'} called {escape(repr(told))}")
    for choice in found:
        err.print(f"  {choice.id}  {escape(choice.outlet)}, {choice.published}: {escape(choice.title)}")
    raise typer.Exit(NOTHING)


def _print(found: Pair) -> None:
    from onrecord.views.pair import shared_words  # noqa: PLC0415 - as above

    for row in found.both:
        out.print(f"\n[bold]{escape(row.who)}[/]  [dim]{escape(row.when)}[/]")
        for side in (found.a, found.b):
            for witness in row.witnesses:
                if witness.statement.article_id == side.article.id:
                    label = f"[dim]{witness.label}[/] " if witness.label else ""
                    out.print(f"  {escape(side.outlet)}: {label}{escape(witness.words)}")
    passages = shared_words(found)
    if passages:
        out.print("\n[bold]the same words[/]")
    for words in passages:
        out.print(f"  {escape(words)}")
