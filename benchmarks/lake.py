"""A lake beside an archive: the same rows from the same articles, and what each costs.

usage: python benchmarks/lake.py [--size N] [--runs one,two,killed,ray] [ROWS.jsonl.gz]
    (without: 300 of ../shared/data/allsides; one,two,killed)

The articles are of consecutive days, whole, so that many share stories. The archive reads them with two
processes; the lake with one, with two, with two of which one is killed while it reads, and over two workers
of a Ray cluster of this machine. ``equal``: whether every table has the same rows. Seconds are wall clock.
``again``: the first of the runs once more, when nothing is new.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import hardware

from onrecord.archive import Archive
from onrecord.engines import Cluster, Here, Processes, Runner
from onrecord.lake import bring, make, parse, shards
from onrecord.reports.exports.parquet import arrow_rows, arrow_schema
from onrecord.reports.tables import TABLES

SHARD = 256 * 1024  # small, so that a few hundred articles are several shards


def main() -> int:
    """Measure, print and save; 0 also without the data."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--size", type=int, default=300)
    asked.add_argument("--runs", default="one,two,killed")
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    asked.add_argument("rows", nargs="?", type=Path, default=default)
    given = asked.parse_args()
    if not given.rows.exists():
        print(f"no data at {given.rows}")
        return 0
    shards.SHARD = SHARD
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        part = home / "rows.jsonl"
        part.write_text("".join(_rows(given.rows, given.size)), "utf-8")
        result = _measure(home, part, given.runs.split(","))
    print(json.dumps(result))
    hardware.save(__file__, result)
    return 0


def _measure(home: Path, part: Path, runs: list[str]) -> dict[str, Any]:
    began = time.perf_counter()
    with Archive(home / "archive" / "onrecord.db") as archive:
        archive.read([part], jobs=2)
        spent = time.perf_counter() - began
        expected = _of_archive(archive)
    result: dict[str, Any] = {"rows": {name: len(rows) for name, rows in expected.items()}}
    result["archive"] = {"seconds": round(spent, 1)}
    for name in runs:
        result[name] = _lake(home / name, part, ENGINES[name], expected)
        print(name, result[name], flush=True)
    result["again"] = _lake(home / runs[0], part, Here, expected)
    result["import"] = _import(home, home / runs[0])
    return result


class _Killed(Processes):
    """Two processes, of which one is killed while it works."""

    def __enter__(self) -> Self:
        threading.Timer(20.0, self._kill).start()
        return self

    def _kill(self) -> None:
        for worker in list(self._workers)[:1]:
            with contextlib.suppress(OSError):
                os.kill(worker._process.pid, signal.SIGKILL)  # noqa: SLF001 - a kill from outside
                self.killed = True

    killed = False


ENGINES: dict[str, Callable[[], Any]] = {
    "one": Here,
    "two": lambda: Processes(2),
    "killed": lambda: _Killed(2),
    "ray": lambda: Cluster(workers=2),
}


def _lake(
    home: Path, part: Path, engine: Callable[[], Any], expected: dict[str, list[str]]
) -> dict[str, Any]:
    began = time.perf_counter()
    held = engine()
    with held if hasattr(held, "__enter__") else contextlib.nullcontext(held) as runner:
        started: Runner = runner
        run = make([part], home, started)
        spent = time.perf_counter() - began
    found = _of_lake(home)
    differing = [name for name in TABLES if found[name] != expected[name]]
    told = {"seconds": round(spent, 1), "added": run.added, "equal": not differing, "differing": differing}
    told["mib"] = round(sum(f.stat().st_size for f in home.rglob("*.parquet")) / 2**20, 1)
    return told | ({"was_killed": held.killed} if isinstance(held, _Killed) else {})


def _import(home: Path, lake: Path) -> dict[str, Any]:
    """Take the speaker who says most out of the lake."""
    with Archive(home / "archive" / "onrecord.db") as archive:
        said = [s.speaker for s in archive.statements() if s.speaker]
    most = max(sorted(set(said)), key=said.count)
    began = time.perf_counter()
    with Archive(home / "imported.db") as archive:
        quoted = most.replace('"', '""')
        run = archive.take(bring(lake, parse(f'speaker = "{quoted}"')), of="lake")
    return {"articles": run.added, "seconds": round(time.perf_counter() - began, 1)}


def _of_archive(archive: Archive) -> dict[str, list[str]]:
    import pyarrow as pa  # noqa: PLC0415

    corpus = archive.corpus()
    found = {}
    for name, table in TABLES.items():
        rows = arrow_rows(name, table(corpus))
        found[name] = _sorted(pa.Table.from_pylist(rows, schema=arrow_schema(pa, name)).to_pylist())
    return found


def _of_lake(home: Path) -> dict[str, list[str]]:
    from pyarrow import parquet  # noqa: PLC0415

    return {
        name: _sorted(
            row
            for file in (home / name).rglob("*.parquet")
            for row in parquet.ParquetFile(file).read().to_pylist()
        )
        for name in TABLES
    }


def _sorted(rows: Any) -> list[str]:  # noqa: ANN401
    return sorted(json.dumps(row, sort_keys=True) for row in rows)


def _rows(path: Path, size: int) -> list[str]:
    """Rows of consecutive days, with the months in the middle of all."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[dict[str, Any]] = [json.loads(line) for line in file]
    rows = sorted((r for r in rows if r.get("date")), key=lambda r: (str(r["date"]), str(r["id"])))
    first = max(0, len(rows) // 2 - size // 2)
    kept = ("id", "outlet", "date", "title", "text")
    return [json.dumps({k: r[k] for k in kept if r.get(k)}) + "\n" for r in rows[first : first + size]]


if __name__ == "__main__":
    sys.exit(main())
