"""The tables as Parquet, typed, for DuckDB, Polars and their like. Needs the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.extras import imported
from onrecord.records import Corpus
from onrecord.records.schema import Row
from onrecord.reports.files import replacing
from onrecord.reports.spool import Spool
from onrecord.reports.tables import TABLES, rows_of

BATCH = 2000  # rows in memory at once


def write_parquet(corpus: Corpus | Spool, folder: Path) -> list[Path]:
    """Write ``<table>.parquet`` for every table, also the empty ones; returns their paths.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    pa, pq = imported("pyarrow", "parquet"), imported("pyarrow.parquet", "parquet")
    written = []
    for name in TABLES:
        schema = arrow_schema(pa, name)
        path = folder / f"{name}.parquet"
        with replacing(path) as stream, pq.ParquetWriter(stream, schema, compression="zstd") as writer:
            for batch in _batches(rows_of(corpus, name)):
                writer.write_table(pa.Table.from_pylist(arrow_rows(name, batch), schema=schema))
        written.append(path)
    return written


def arrow_schema(pa: Any, name: str) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """The Arrow schema of a table."""
    return pa.schema([(field, _type(pa, shape)) for field, shape in TABLES[name].shapes.items()])


def arrow_rows(name: str, rows: Iterable[Row]) -> list[Row]:
    """Rows of a table as Arrow takes them."""
    return [_valid(name, row) for row in rows]


def _type(pa: Any, shape: Any) -> Any:  # noqa: ANN401 - pyarrow ships no types
    """The Arrow type of a shape of ``records.schema``."""
    if isinstance(shape, list):
        return pa.list_(_type(pa, shape[0]))
    if isinstance(shape, Mapping):
        if "*" in shape:
            return pa.map_(pa.string(), _type(pa, shape["*"]))
        return pa.struct([(field, _type(pa, inner)) for field, inner in shape.items()])
    return {"str": pa.string(), "int": pa.int64(), "float": pa.float64(), "bool": pa.bool_()}[shape]


def _valid(table: str, row: Row) -> Row:
    """``row`` without the lone surrogates that Parquet's UTF-8 cannot hold, and with maps as pairs."""
    maps = {
        field for field, shape in TABLES[table].shapes.items() if isinstance(shape, dict) and "*" in shape
    }
    clean = {key: _clean(value) for key, value in row.items()}
    return {k: list(v.items()) if k in maps and isinstance(v, dict) else v for k, v in clean.items()}


def _clean(value: object) -> object:
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(item) for key, item in value.items()}
    return value


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        yield batch
