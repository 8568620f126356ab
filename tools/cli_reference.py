"""Write docs/cli.md from the command line's own help, so that the two cannot drift.

usage: python tools/cli_reference.py [--check]      (--check: exit 1 when the page is out of date)
"""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from typer.testing import CliRunner

from onrecord.cli import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "cli.md"


def reference() -> str:
    """The page as it should be."""
    parts = ["# Command reference\n\nWritten by `make docs` from the commands' own help.\n"]
    group = typer.main.get_group(app)
    for name in ["", *sorted(group.commands)]:
        words = [name, "--help"] if name else ["--help"]
        environment = {"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "TERMINAL_WIDTH": "100"}
        shown = CliRunner().invoke(app, words, prog_name="onrecord", env=environment)
        text = "\n".join(line.rstrip() for line in shown.output.strip("\n").splitlines())
        parts.append(f"## onrecord {name}".rstrip() + f"\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


def main() -> int:
    """Write the page, or with ``--check`` compare it."""
    page = reference()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.exists() and PAGE.read_text("utf-8") == page else 1
    PAGE.write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
