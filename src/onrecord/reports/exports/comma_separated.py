"""The tables as CSV (RFC 4180, UTF-8): lists and objects as JSON within their cell.

A text that a spreadsheet would run as a formula gets an apostrophe before it, as OWASP advises; whoever reads
the file as data takes that one away again (``exact``). Every other export holds texts to the character.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.records import Corpus
from onrecord.records.schema import Row
from onrecord.reports.files import json_text, replacing
from onrecord.reports.spool import Spool
from onrecord.reports.tables import TABLES, rows_of


def write_csv(corpus: Corpus | Spool, folder: Path) -> list[Path]:
    """Write ``<table>.csv`` for every table, also the empty ones; returns their paths."""
    written = []
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        with replacing(path) as stream:
            for line in lines(list(table.shapes), rows_of(corpus, name)):
                stream.write(line.encode("utf-8", "replace"))
        written.append(path)
    return written


def lines(header: list[str], rows: Iterable[Row]) -> Iterator[str]:
    """CSV text, a row at a time."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_cell(row[column]) for column in header])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | dict):
        return json_text(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return defused(value) if isinstance(value, str) else value


# What opens a formula in Excel, LibreOffice and Google's sheets, full-width forms included; an apostrophe
# before it is defused too, so that ``exact`` knows which ones are ours.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]")


def defused(text: str) -> str:
    """A text that no spreadsheet runs; ``exact`` takes it back."""
    return f"'{text}" if _FORMULA.match(text) else text


def exact(cell: str) -> str:
    """The text that a cell was made of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
