"""Write docs/cli.md from the command line's own help, so that the two cannot drift.

usage: python tools/cli_reference.py [--check]      (--check: exit 1 when the page is out of date)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import typer
import typer.core
from typer.testing import CliRunner

from onrecord.cli import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"


def reference() -> str:
    """The page as it should be."""
    parts = ["# Command reference\n\nWritten by `make docs` from the commands' own help.\n"]
    for words in ([], *_commands(typer.main.get_group(app))):
        environment = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "TERMINAL_WIDTH": "100"}
        shown = CliRunner().invoke(app, [*words, "--help"], prog_name="onrecord", env=environment)
        text = "\n".join(line.rstrip() for line in shown.output.strip("\n").splitlines())
        parts.append(f"## {' '.join(['onrecord', *words])}" + f"\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def _commands(group: typer.core.TyperGroup) -> Iterator[list[str]]:
    """Every command and the commands below it, as words."""
    for name, command in sorted(group.commands.items()):
        yield [name]
        if isinstance(command, typer.core.TyperGroup):
            yield from ([name, *below] for below in _commands(command))


def main() -> int:
    """Write the page, or with ``--check`` compare it."""
    page = reference()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.exists() and PAGE.read_text("utf-8") == page else 1
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
