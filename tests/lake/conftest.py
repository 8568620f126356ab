"""Two lakes' worth of invented articles, and the tables of an archive and of a lake as rows to be compared."""

from __future__ import annotations

import json

import pytest

from onrecord.reports.exports.parquet import arrow_rows, arrow_schema
from onrecord.reports.tables import TABLES


@pytest.fixture
def rows_of_lake():
    """Table -> its rows, in one order, as JSON."""
    parquet = pytest.importorskip("pyarrow.parquet")

    def read(home):
        return {
            name: sorted(
                json.dumps(row, sort_keys=True)
                for file in (home / name).rglob("*.parquet")
                for row in parquet.ParquetFile(file).read().to_pylist()
            )
            for name in TABLES
        }

    return read


@pytest.fixture
def rows_of_archive():
    """The same of an archive."""
    arrow = pytest.importorskip("pyarrow")

    def read(archive):
        corpus = archive.corpus()
        return {
            name: sorted(
                json.dumps(row, sort_keys=True)
                for row in arrow.Table.from_pylist(
                    arrow_rows(name, table(corpus)), schema=arrow_schema(arrow, name)
                ).to_pylist()
            )
            for name, table in TABLES.items()
        }

    return read
