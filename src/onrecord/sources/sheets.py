"""Tables that are no text: workbooks (XLSX) and Parquet; a row is read as one of a CSV file."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from onrecord.errors import ItemError, LimitError, NoArticleError, UnsupportedError
from onrecord.languages.fields import field_of, renamed, renamed_all
from onrecord.records import RawDocument
from onrecord.sources import date_order
from onrecord.sources.boundaries import extra
from onrecord.sources.opening import Input
from onrecord.sources.rows import document

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PARQUET = "application/vnd.apache.parquet"
# Rows above a sheet's header line: a title, a note, a blank.
_PREAMBLE = 10
# Rows that a worksheet can have, and cells that one of a table of articles would (a million rows of fifty):
# a row numbered three billion costs the blank ones above it.
_MOST_ROWS = 1_048_576
_MOST_CELLS = 50_000_000


@date_order.of_columns
def xlsx_items(
    where: str, _: zipfile.ZipFile, file: IO[bytes], columns: Mapping[str, str] | None = None
) -> Iterator[RawDocument | ItemError]:
    """One item a row below a header line, sheet by sheet; sheets without a text column are named."""
    with extra("documents", where):
        import openpyxl  # noqa: PLC0415 - an extra

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    item = 0
    for sheet in book.worksheets:
        inner = f"{where}/{sheet.title}"
        sheet.reset_dimensions()  # what a sheet says of its size may be wrong, and hide rows
        for row in _records(_bounded(sheet.iter_rows(values_only=True), inner), columns or {}):
            if row is None:
                yield NoArticleError(inner, "a sheet without a column of texts")
            else:
                yield table_row(row, path=where, item=item, media_type=_XLSX)
                item += 1


def _bounded(rows: Iterable[Sequence[object]], where: str) -> Iterator[Sequence[object]]:
    """``rows``; ``LimitError`` past what a sheet can hold."""
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        if number > _MOST_ROWS or cells > _MOST_CELLS:
            raise LimitError(where, f"a sheet of more than {_MOST_ROWS} rows or {_MOST_CELLS} cells")
        yield row


def _records(
    rows: Iterable[Sequence[object]], columns: Mapping[str, str]
) -> Iterator[dict[str, object] | None]:
    """Rows under the names of the header line; one None where no line among the first names a text."""
    names: list[str] | None = None
    for number, row in enumerate(rows):
        if names is None:
            cells = renamed_all([str(cell or "").strip() for cell in row], columns)
            if has_text_column(cells):
                names = cells
            elif number >= _PREAMBLE:
                break
        elif any(cell is not None for cell in row):
            yield {name: cell for name, cell in zip(names, row, strict=False) if name}
    if names is None:
        yield None


def has_text_column(names: Sequence[str]) -> bool:
    """Whether ``names`` are those of a table of articles: a text and at least one more part."""
    found = {field_of(name) for name in names if 0 < len(name) <= 60}
    return "text" in found and len([name for name in names if name]) >= 2


@date_order.of_columns
def parquet_items(source: Input) -> Iterator[RawDocument | ItemError]:
    """One item a row, read in batches. ``NoArticleError`` when no column holds texts."""
    with extra("parquet", source.where):
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415

    with source.seekable() as file:
        try:
            table = parquet.ParquetFile(file)
        except pa.ArrowException as error:
            raise UnsupportedError(source.where, f"a broken or cut off Parquet file: {error}") from error
        names = renamed_all(table.schema_arrow.names, source.columns)
        if not has_text_column(names):
            raise NoArticleError(source.where, f"a table without a column of texts ({', '.join(names[:8])})")
        item = 0
        for batch in table.iter_batches(batch_size=64):
            for row in batch.to_pylist():
                yield table_row(
                    renamed(row, source.columns), path=source.where, item=item, media_type=_PARQUET
                )
                item += 1


def table_row(row: Mapping[str, object], *, path: str, item: int, media_type: str) -> RawDocument | ItemError:
    """One row; its hash is that of its values, since it has no bytes of its own."""
    plain = {str(name): _written(value) for name, value in row.items()}
    data = json.dumps(plain, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return document(plain, path=path, item=item, data=data, media_type=media_type)


def _written(value: object) -> object:
    """A cell as text would give it: days without a midnight, times in ISO form, not a number as nothing.

    So is each value of a list or an object in a cell. What JSON lacks (a decimal number, a length of time) is
    as Python writes it.
    """
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, float):
        return None if value != value else int(value) if value.is_integer() else value  # noqa: PLR0124 - NaN
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return {str(name): _written(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_written(part) for part in value]
    return value if value is None or isinstance(value, (str, int)) else str(value)
