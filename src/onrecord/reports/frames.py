"""A table of an archive in a notebook: shown as HTML, or handed to pandas or Arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from onrecord.extras import imported
from onrecord.records import Corpus
from onrecord.records.schema import Row
from onrecord.reports.exports.parquet import arrow_rows, arrow_schema
from onrecord.reports.files import json_text
from onrecord.reports.tables import TABLES

SHOWN = 20  # rows in a notebook's cell
_LONGEST = 160  # characters of a cell in it


@dataclass(frozen=True, slots=True)
class RecordTable(Sequence[Row]):
    """The rows of one table, in its order."""

    name: str
    rows: tuple[Row, ...]

    def __repr__(self) -> str:
        columns = ", ".join(TABLES[self.name].shapes)
        return f"<{self.name}: {len(self)} rows of {columns}>"

    @classmethod
    def of(cls, corpus: Corpus, name: str) -> RecordTable:
        """The table called ``name``.

        Raises:
            KeyError: there is no such table; which there are.
        """
        if name not in TABLES:
            raise KeyError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
        return cls(name, tuple(TABLES[name](corpus)))

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401 - one row or, for a slice, some
        return self.rows[index]

    def to_arrow(self) -> Any:  # noqa: ANN401 - pyarrow ships no types
        """A ``pyarrow.Table``, typed as the Parquet export is.

        Raises:
            MissingExtraError: pyarrow is not installed.
        """
        pa = imported("pyarrow", "parquet")
        return pa.Table.from_pylist(arrow_rows(self.name, self.rows), schema=arrow_schema(pa, self.name))

    def to_pandas(self) -> Any:  # noqa: ANN401 - pandas is an extra
        """A ``pandas.DataFrame`` with the table's columns, also when it has no rows.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        frame = imported("pandas", "pandas")
        return frame.DataFrame(list(self.rows), columns=list(TABLES[self.name].shapes))

    def _repr_html_(self) -> str:
        """What a notebook shows: the first rows, all texts as texts."""
        columns = list(TABLES[self.name].shapes)
        head = "".join(f"<th>{escape(c)}</th>" for c in columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{_cell(row[c])}</td>' for c in columns)}</tr>" for row in self.rows[:SHOWN]
        )
        told = f"{escape(self.name)}: {len(self.rows)} rows" + (
            ", the first shown" if len(self) > SHOWN else ""
        )
        return f"<table><caption>{told}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    text = value if isinstance(value, str) else "" if value is None else json_text(value)
    return escape(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
