"""Write docs/cli.md from the commands' own help and examples, so that page and program cannot drift apart.

usage: python tools/cli_reference.py [--check]      (--check: exit 1 when the page is out of date)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import cast

import typer
import typer.core

from onrecord.cli import app
from onrecord.cli.examples import EXAMPLES, Example

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"

Command = typer.core.TyperCommand | typer.core.TyperGroup
Parameter = typer.core.TyperArgument | typer.core.TyperOption

HEAD = """# Commands

Written by `make docs` from the commands' own help: `onrecord COMMAND --help` shows the same.
`onrecord --install-completion` teaches your shell to complete commands and options.

- `ARCHIVE` is the folder that `onrecord read` wrote, or the `onrecord.db` in it.
- Ids such as `st-…`, `art-…` and `story-…` are in the tables, in the output of `onrecord search`, and in
  the app's addresses.
- A command exits with 0 when it read or found something, 1 when there was nothing, 2 when it was called
  wrongly, 3 when the archive or the models cannot be used, and 130 when it was interrupted. An interrupted
  archive stays consistent.
- Results go to standard output, everything else to standard error.
"""


def reference() -> str:
    """The page as it should be."""
    root = typer.main.get_group(app)
    commands = list(_commands(root))
    parts = [HEAD, _contents(root), *(_section(words, command) for words, command in commands)]
    return "\n".join(parts)


def _commands(group: typer.core.TyperGroup, above: str = "") -> Iterator[tuple[str, Command]]:
    """Every command, with the words it is called by, in the order of the help."""
    for name, command in group.commands.items():
        words = f"{above} {name}".strip()
        yield words, cast("Command", command)
        if isinstance(command, typer.core.TyperGroup):
            yield from _commands(command, words)


def _contents(root: typer.core.TyperGroup) -> str:
    """A table of the commands, by what they are for."""
    lines = ["| | command | what it does |", "|---|---|---|"]
    panel = None
    for name, held in root.commands.items():
        command = cast("Command", held)
        about = command.rich_help_panel if command.rich_help_panel != panel else ""
        panel = command.rich_help_panel
        lines.append(f"| {about} | [`{name}`](#onrecord-{name}) | {_paragraphs(command)[0]} |")
    return "\n".join(lines) + "\n"


def _section(words: str, command: Command) -> str:
    """What one command is for, examples, its arguments and options."""
    level = "##" if " " not in words else "###"
    parts = [f"{level} onrecord {words}", *_paragraphs(command)]
    if not isinstance(command, typer.core.TyperGroup):
        parts += [_usage(words, command), *_examples(EXAMPLES[words]), *_options(command)]
    return "\n\n".join(parts) + "\n"


def _paragraphs(command: Command) -> list[str]:
    return [" ".join(part.split()) for part in (command.help or "").split("\n\n")]


def _examples(examples: tuple[Example, ...]) -> Iterator[str]:
    """Those that run as they are in blocks that the tests run, the others in blocks that are shown."""
    for runs, lines in groupby(examples, key=lambda example: example.runs):
        written = "\n".join(f"$ {example.line}" for example in lines)
        yield f"```{'console' if runs else 'text'}\n{written}\n```"


def _usage(words: str, command: typer.core.TyperCommand) -> str:
    given = [_named(option) for option in _told(command) if isinstance(option, typer.core.TyperArgument)]
    more = (
        ["[OPTIONS]"] if any(isinstance(option, typer.core.TyperOption) for option in _told(command)) else []
    )
    return f"`{' '.join(('onrecord', words, *given, *more))}`"


def _options(command: typer.core.TyperCommand) -> Iterator[str]:
    """A table of arguments and options; what every command takes is told at the head of the page."""
    rows = [
        f"| {_called(option)} | {_cell(option.help or '')}{_default(option)} |"
        for option in _told(command)
        if option.metavar != "ARCHIVE"
    ]
    if rows:
        yield "\n".join(("| | |", "|---|---|", *rows))


def _told(command: typer.core.TyperCommand) -> list[Parameter]:
    return [p for p in command.params if isinstance(p, Parameter) and p.name != "help"]


def _named(argument: typer.core.TyperArgument) -> str:
    name = argument.metavar or (argument.name or "").upper()
    return name if argument.required else f"[{name}]"


def _called(option: Parameter) -> str:
    if isinstance(option, typer.core.TyperArgument):
        return f"`{_named(option)}`"
    name = (option.name or "").rpartition("_")[2].upper()
    value = "" if option.is_flag else f" {option.metavar or ('N' if type(option.default) is int else name)}"
    *short, last = sorted(option.opts, key=len)
    return ", ".join((*(f"`{one}`" for one in short), f"`{last}{value}`"))


def _default(option: Parameter) -> str:
    if isinstance(option, typer.core.TyperArgument):
        return ""
    if option.required:
        return " Required."
    plain = getattr(option.default, "value", option.default)
    return f" Default: `{plain}`." if isinstance(plain, str | int | Path) and plain not in ("", False) else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> int:
    """Write the page, or with ``--check`` compare it."""
    page = reference()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.exists() and PAGE.read_text("utf-8") == page else 1
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
