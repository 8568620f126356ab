"""What lies where in a lake, and how files come to be there whole."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.errors import ArchiveError
from onrecord.extras import imported
from onrecord.reports.files import replacing, write_json

VERSION = 1
# Rows of one Parquet row group: read and written at once.
ROWS = 2000
_FILE = re.compile(r"\w+/(?:month=[\w-]+/)?part-\w+\.parquet", re.ASCII)
_SHARD = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Layout:
    """A lake's folder. Names that begin with ``_`` are not tables.

    ``_read``: articles as each is alone, by shard, and what is done; ``_compared``: which bins are done;
    ``_work``: what a run that is under way needs.
    """

    home: Path

    @property
    def read(self) -> Path:
        """Articles as each is alone."""
        return self.home / "_read"

    @property
    def compared(self) -> Path:
        """Which bins are done, and the files they wrote."""
        return self.home / "_compared"

    @property
    def work(self) -> Path:
        """What only a run that is under way needs."""
        return self.home / "_work"

    @property
    def manifest(self) -> Path:
        """Written last: the files that make up the lake."""
        return self.home / "lake.json"

    def begin(self) -> None:
        """Make the folders; throw away what a run that was cut off left half done."""
        shutil.rmtree(self.work, ignore_errors=True)
        for folder in (self.read, self.compared, self.work):
            folder.mkdir(parents=True, exist_ok=True)

    def opened(self) -> dict[str, Any]:
        """The manifest of a lake that is whole.

        Raises:
            ArchiveError: there is none, or a newer version wrote it.
        """
        found = done(self.manifest)
        if found is None:
            raise ArchiveError(f"{self.home}: no lake, or one that was not finished")
        if found.get("version") != VERSION:
            raise ArchiveError(f"{self.home}: a lake of another version; make it again")
        if not (_are(found.get("files"), _FILE) and _are(found.get("shards"), _SHARD)):
            raise ArchiveError(f"{self.home}: {self.manifest.name} names what no lake holds")
        return found


def done(mark: Path) -> dict[str, Any] | None:
    """What a mark tells of a finished piece of work; None where it is not finished."""
    try:
        found = json.loads(mark.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _are(names: object, form: re.Pattern[str]) -> bool:
    """Whether these are names as they are given here: what lies elsewhere is not asked."""
    return isinstance(names, list) and all(isinstance(name, str) and form.fullmatch(name) for name in names)


def finish(mark: Path, told: Mapping[str, object]) -> None:
    """Mark a piece of work as finished: the last thing that is done of it."""
    write_json(mark, dict(told))


@contextmanager
def parquet(path: Path, schema: Any) -> Iterator[Any]:  # noqa: ANN401 - pyarrow ships no types
    """A ``pyarrow.parquet.ParquetWriter`` whose file is there whole, or not at all."""
    pq = imported("pyarrow.parquet")
    with replacing(path) as stream, pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        yield writer


def write(writer: Any, schema: Any, rows: Iterable[Mapping[str, object]]) -> None:  # noqa: ANN401 - the same
    """Write rows, some at a time."""
    arrow = imported("pyarrow")
    remaining = iter(rows)
    while batch := list(islice(remaining, ROWS)):
        writer.write_table(arrow.Table.from_pylist(batch, schema=schema))


def digest(parts: Iterable[str | bytes]) -> str:
    """Sixteen hexadecimal digits for ``parts``."""
    whole = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big") + data)
    return whole.hexdigest()[:16]
