"""Rows as a command prints them: for people on a terminal, or for other programs through a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from onrecord.records.schema import Row


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="Output format: table, json, jsonl or csv.")
]


def print_rows(rows: Sequence[Row], kind: Format) -> None:
    """Print rows for a program to read: whole, and nothing else on standard output."""
    from onrecord.reports.exports.comma_separated import lines  # noqa: PLC0415
    from onrecord.reports.files import json_bytes  # noqa: PLC0415

    if kind is Format.JSON:
        typer.echo(json_bytes(list(rows), indent=2))
    elif kind is Format.JSONL:
        for row in rows:
            typer.echo(json_bytes(row))
    elif kind is Format.CSV and rows:
        for line in lines(list(rows[0]), rows):
            typer.echo(line.encode("utf-8", "replace"), nl=False)
