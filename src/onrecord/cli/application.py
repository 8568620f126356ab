"""The application: its commands, in the order of the help, and how it exits."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import correct, watch
from onrecord.cli.add import add
from onrecord.cli.brief import brief
from onrecord.cli.compare import compare
from onrecord.cli.console import out
from onrecord.cli.examples import give_examples
from onrecord.cli.exits import Commands, heed_interrupts
from onrecord.cli.export import export
from onrecord.cli.lake import import_, lake
from onrecord.cli.mcp import mcp
from onrecord.cli.people import people
from onrecord.cli.read import read
from onrecord.cli.rerun import rerun
from onrecord.cli.search import search
from onrecord.cli.serve import serve
from onrecord.cli.show import show
from onrecord.cli.verify import repair, unbundle, verify
from onrecord.garbage import collect_rarely

app = typer.Typer(
    name="onrecord",
    cls=Commands,
    help="Keep the record of who said what, across outlets, with every statement tied to its source.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
# What the help and docs/cli.md put together, in their order.
_PANELS = {
    "Read articles": (read, add, correct.remove, lake, import_),
    "Look at what was read": (show, people, search, compare, serve, mcp),
    "Hand on and maintain": (brief, export, verify, repair, unbundle, rerun),
}
for panel, commands in _PANELS.items():
    for command in commands:
        app.command(command.__name__.rstrip("_"), rich_help_panel=panel)(command)
app.add_typer(correct.app, name="correct", rich_help_panel="Correct and watch")
app.add_typer(watch.app, name="watch", rich_help_panel="Correct and watch")
give_examples(app)


def main() -> None:
    """Entry point: run the command; ``exits`` turns errors into exit codes."""
    heed_interrupts()
    collect_rarely()
    app()


@app.callback(invoke_without_command=True)
def _root(
    *, version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False
) -> None:
    if version:
        out.print(__version__)
        raise typer.Exit
