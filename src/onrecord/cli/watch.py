"""``onrecord watch``: questions that are asked again whenever articles come."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated, NoReturn, cast, get_args

import typer
from rich.markup import escape

from onrecord.cli.archives import ArchiveArgument, LimitOption, open_archive
from onrecord.cli.console import NOTHING, USAGE, err, out
from onrecord.records import AlertKind, Watch

app = typer.Typer(no_args_is_help=True, help="Watch stories, and see what is new in them after each reading.")


@app.command()
def add(
    archive: ArchiveArgument,
    *,
    words: Annotated[str, typer.Option(help="Stories with an article that contains these words.")] = "",
    speaker: Annotated[
        str, typer.Option(help="Stories in which this speaker says something: an id, or part of a name.")
    ] = "",
    outlet: Annotated[str, typer.Option(help="Stories that this outlet reports.")] = "",
    kind: Annotated[
        list[str] | None,
        typer.Option(
            help="What to report: condition_lost, clash, position_moved or new_origin; by default all."
        ),
    ] = None,
    name: Annotated[str, typer.Option(help="A name for the watch.")] = "",
) -> None:
    """Watch stories. Only what is found from now on counts as news."""
    if not (words or speaker or outlet):
        err.print("say what to watch for: --words, --speaker or --outlet")
        raise typer.Exit(USAGE)
    unknown = sorted(set(kind or ()) - set(get_args(AlertKind)))
    if unknown:
        err.print(f"{escape(', '.join(unknown))}: not one of {', '.join(get_args(AlertKind))}")
        raise typer.Exit(USAGE)
    called = name or ", ".join(filter(None, (words, speaker, outlet)))
    kinds = tuple(cast("AlertKind", k) for k in kind or ())
    with open_archive(archive) as opened:
        made = opened.watch(Watch("", called, words, speaker, outlet, kinds))
    out.print(f"{made.id}  {escape(made.name)}")


@app.command(name="list")
def show(archive: ArchiveArgument) -> None:
    """List the watches."""
    with open_archive(archive) as opened:
        for watch in opened.watches():
            asked = (("words", watch.words), ("speaker", watch.speaker), ("outlet", watch.outlet))
            told = ", ".join(f"{key} {value!r}" for key, value in asked if value)
            out.print(f"{watch.id}  {escape(watch.name)}  [dim]{escape(told)} {', '.join(watch.kinds)}[/]")


@app.command()
def remove(archive: ArchiveArgument, watch: Annotated[str, typer.Argument(help="Id of the watch.")]) -> None:
    """Remove a watch."""
    with open_archive(archive) as opened:
        if not opened.unwatch(watch):
            _unknown(watch)


@app.command()
def news(
    archive: ArchiveArgument,
    *,
    watch: Annotated[str | None, typer.Option(help="Only this watch, by its id.")] = None,
    atom: Annotated[bool, typer.Option("--atom", help="Print an Atom feed.")] = False,
    limit: LimitOption = 50,
) -> None:
    """Show what the watches found, latest first."""
    from onrecord.views import watches  # noqa: PLC0415

    with open_archive(archive) as opened:
        chosen = next((w for w in opened.watches() if w.id == watch), None)
        if watch is not None and chosen is None:
            _unknown(watch)
        found = watches.news(opened, watch, limit=limit)
    if atom:
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        sys.stdout.buffer.write(watches.as_feed(found, chosen, "http://127.0.0.1:8431", now) + b"\n")
        return
    for one in found:
        out.print(
            f"[bold]{one.what}[/] {escape(one.story)}  [dim]{one.alert.found_at} · {escape(one.watch)}[/]"
        )
        for quote in one.quotes:
            out.print(f"   {escape(quote.outlet)}: {escape(quote.words)}")
    if not found:
        err.print("nothing new so far")
        raise typer.Exit(NOTHING)


def _unknown(watch: str) -> NoReturn:
    err.print(f"no watch has the id {escape(watch)}")
    raise typer.Exit(NOTHING)
