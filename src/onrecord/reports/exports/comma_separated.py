"""The tables as CSV (RFC 4180, UTF-8): lists and objects as JSON within their cell.

Cells hold exactly what the records hold, so that offsets keep meaning the same characters: a text that
begins with ``=`` is not defused. Open files of texts you do not trust as data, not by double click.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.records import Corpus
from onrecord.records.schema import Row
from onrecord.reports.files import json_text, replacing
from onrecord.reports.tables import TABLES


def write_csv(corpus: Corpus, folder: Path) -> list[Path]:
    """Write ``<table>.csv`` for every table, also the empty ones; returns their paths."""
    written = []
    for name, rows in TABLES.items():
        path = folder / f"{name}.csv"
        with replacing(path) as stream:
            for line in _lines(list(rows.shapes), rows(corpus)):
                stream.write(line.encode("utf-8", "replace"))
        written.append(path)
    return written


def _lines(header: list[str], rows: Iterable[Row]) -> Iterator[str]:
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
    return value
