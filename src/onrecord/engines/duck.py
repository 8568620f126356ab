"""DuckDB: joins over Parquet files, on all processors of one machine, on disk where memory ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from onrecord.closing import Closing
from onrecord.errors import ArchiveError
from onrecord.extras import imported

# Rows fetched at once.
_AT_ONCE = 1000

Row = tuple[Any, ...]


# No extension is fetched, and no file of settings or secrets read: Parquet comes with the package.
_SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
}


class Duck(Closing):
    """An open database in a folder of its own, which may be deleted afterwards; to be used in ``with``.

    Raises:
        MissingExtraError: DuckDB or pyarrow is not installed.
        ArchiveError: by each method, where a file is missing or no table.
    """

    def __init__(self, folder: Path) -> None:
        # By name: both are extras.
        self._duckdb, self._arrow = imported("duckdb"), imported("pyarrow")
        settings = _SETTINGS | {"temp_directory": str(folder / "spilled")}
        self._base = self._duckdb.connect(str(folder / "join.duckdb"), config=settings)
        self._base.execute("SET lock_configuration = true")

    def close(self) -> None:
        """Close the database; its folder stays."""
        self._base.close()

    def run(self, question: str, parameters: Sequence[object] = ()) -> None:
        """Do what gives no rows."""
        with self._named():
            self._base.execute(question, list(parameters))

    def ask(self, question: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """The rows, as they come; others may be asked for meanwhile."""
        cursor = self._base.cursor()
        try:
            with self._named():
                cursor.execute(question, list(parameters))
            while rows := self._fetched(cursor):
                yield from rows
        finally:
            cursor.close()

    def write(self, question: str, folder: Path, *, by: str) -> None:
        """Write the rows as Parquet, a folder below ``folder`` for each value of the column ``by``."""
        place = str(folder).replace("'", "''")
        self.run(f"COPY ({question}) TO '{place}' (FORMAT parquet, PARTITION_BY ({by}))")

    def view(self, name: str, files: Sequence[Path]) -> None:
        """Call Parquet files of one schema by a name; the column ``filename`` says which a row is of."""
        with self._named():
            self._base.read_parquet([str(file) for file in files], filename=True).create_view(name)

    def fill(self, table: str, columns: Mapping[str, Sequence[object]], types: Mapping[str, str]) -> None:
        """Add rows to a table, made when it is not there; ``types`` in the words of DuckDB."""
        made = ", ".join(f"{name} {kind}" for name, kind in types.items())
        self._base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({made})")
        if any(columns.values()):
            self._base.register("added", self._arrow.table(dict(columns)))
            self._base.execute(f"INSERT INTO {table} BY NAME SELECT * FROM added")  # noqa: S608 - own names
            self._base.unregister("added")

    def _fetched(self, cursor: Any) -> list[Row]:  # noqa: ANN401 - extras have no types here
        with self._named():
            rows: list[Row] = cursor.fetchmany(_AT_ONCE)
            return rows

    @contextmanager
    def _named(self) -> Iterator[None]:
        """DuckDB's errors as ours: what it is asked is our own, so that files are at fault, or the disk."""
        try:
            yield
        except (self._duckdb.Error, RuntimeError) as error:  # the latter for names that are no UTF-8
            reason = str(error).partition("\n")[0]
            raise ArchiveError(f"a table is missing or damaged, or cannot be written: {reason}") from error
