"""DuckDB: joins over Parquet files, on all processors of one machine, on disk where memory ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Self

from onrecord.errors import MissingExtraError

# Rows fetched at once.
_AT_ONCE = 1000

Row = tuple[Any, ...]


class Duck:
    """An open database in a folder of its own, which may be deleted afterwards; to be used in ``with``.

    Raises:
        MissingExtraError: DuckDB or pyarrow is not installed.
    """

    def __init__(self, folder: Path | None = None) -> None:
        # By name: both are extras.
        duckdb, self._arrow = imported("duckdb"), imported("pyarrow")
        place = ":memory:" if folder is None else str(folder / "join.duckdb")
        # No extension is fetched, and no file of settings read: Parquet comes with the package.
        settings = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        self._base = duckdb.connect(place, config=settings)
        if folder is not None:
            self._base.execute("SET temp_directory = ?", [str(folder / "spilled")])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def run(self, question: str, parameters: Sequence[object] = ()) -> None:
        """Do what gives no rows."""
        self._base.execute(question, list(parameters))

    def ask(self, question: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The rows, as they come; others may be asked for meanwhile."""
        cursor = self._base.cursor()
        try:
            cursor.execute(question, list(parameters))
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows
        finally:
            cursor.close()

    def write(self, question: str, folder: Path, *, by: str) -> None:
        """Write the rows as Parquet, a folder below ``folder`` for each value of the column ``by``."""
        place = str(folder).replace("'", "''")
        self._base.execute(f"COPY ({question}) TO '{place}' (FORMAT parquet, PARTITION_BY ({by}))")

    def view(self, name: str, files: Sequence[Path]) -> None:
        """Call Parquet files of one schema by a name; the column ``filename`` says which a row is of."""
        self._base.read_parquet([str(file) for file in files], filename=True).create_view(name)

    def fill(self, table: str, columns: Mapping[str, Sequence[object]], types: Mapping[str, str]) -> None:
        """Add rows to a table, made when it is not there; ``types`` in the words of DuckDB."""
        made = ", ".join(f"{name} {kind}" for name, kind in types.items())
        self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({made})")
        if any(columns.values()):
            self._base.register("added", self._arrow.table(dict(columns)))
            self._base.execute(f"INSERT INTO {table} BY NAME SELECT * FROM added")  # noqa: S608 - own names
            self._base.unregister("added")


def imported(module: str, extra: str = "scale") -> Any:  # noqa: ANN401 - extras have no types here
    """A module of an extra.

    Raises:
        MissingExtraError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtraError(f"this needs {module}: pip install 'onrecord[{extra}]'") from error
