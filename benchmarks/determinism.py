"""Read the same articles in every way that must not matter: the tables have to be equal, byte for byte.

Ten orders, five partitions (read one after the other into one archive), three hash seeds, and, with the
packaged reader, one and two threads and processes. Every way is a process of its own. With ``--kept`` a way
that ended is not done again: what it gave is kept for the articles and the code that it was made of.

    python benchmarks/determinism.py articles.jsonl --number 200 --reader packaged --kept ways.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import UserDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import hardware
from rules import RuleTagger

from onrecord import unchanged
from onrecord.archive import Archive
from onrecord.models import runtime
from onrecord.reports import write_tables

_ORDERS, _PARTITIONS, _SEEDS = 10, (1, 2, 3, 5, 10), ("0", "1", "31337")

_SHORT = ("as named", "order 3", "3 parts", "hash seed 31337")


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read: files in the order ``order`` gives, in ``parts`` readings and ``jobs`` processes."""

    name: str
    order: int = 0
    parts: int = 1
    hash_seed: str = "0"
    jobs: int = 1
    threads: int = 2  # as many as there are processors at most


def ways(reader: str) -> Iterator[Way]:
    """All ways; the first is what the others are held against.

    A reader of the caller's own is asked in one process and has no threads.
    """
    yield Way("as named")
    if reader == "packaged":
        yield Way("2 processes", jobs=2)
        yield Way("1 thread", threads=1)
    yield from (Way(f"hash seed {seed}", hash_seed=seed) for seed in _SEEDS[1:])
    yield from (Way(f"{n} parts", parts=n, order=n) for n in _PARTITIONS[1:])
    yield from (Way(f"order {n}", order=n) for n in range(1, _ORDERS))


def read(folder: Path, home: Path, way: Way, reader: str) -> dict[str, str]:
    """Table -> hash of its bytes, after reading ``folder`` in one way."""
    if way.threads == 1:
        runtime.use_one_thread()
    os.chdir(folder)  # articles keep the paths that they were named by
    files = sorted(Path(p.name) for p in folder.iterdir())
    if way.order:
        random.Random(way.order).shuffle(files)  # noqa: S311 - no secret
    tagger = RuleTagger() if reader == "rules" else None
    with Archive(home / "onrecord.db") as archive:
        for n in range(way.parts):
            archive.read(files[n :: way.parts], tagger=tagger, jobs=way.jobs)
        write_tables(archive.corpus(), home)
    paths = sorted(p for p in home.iterdir() if p.suffix == ".jsonl")
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


class Kept(UserDict[str, dict[str, str]]):
    """Way -> what it gave, in a file where one is named, for the same articles and code."""

    def __init__(self, path: Path | None, folder: Path, reader: str) -> None:
        whole = hashlib.sha256(f"{reader} {unchanged.code()}".encode())
        for file in sorted(folder.iterdir()):
            whole.update(file.read_bytes())
        self._path, self._of = path, whole.hexdigest()
        held = json.loads(path.read_text("utf-8")) if path and path.exists() else {}
        super().__init__(held.get(self._of, {}))

    def __setitem__(self, name: str, hashes: dict[str, str]) -> None:
        super().__setitem__(name, hashes)
        if self._path:
            self._path.write_text(json.dumps({self._of: self.data}, indent=1), "utf-8")


def compared(folder: Path, reader: str, asked: Iterable[Way], kept: Kept) -> dict[str, list[str]]:
    """Way -> the tables that differ from the first way's; every way in a process of its own."""
    first: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for way in asked:
        if way.name not in kept:
            command = [
                sys.executable,
                str(Path(__file__).resolve()),
                str(folder.resolve()),
                "--reader",
                reader,
                "--way",
                way.name,
            ]
            environment = os.environ | {"PYTHONHASHSEED": way.hash_seed}
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
            kept[way.name] = json.loads(done.stdout)
        hashes = kept[way.name]
        first = first or hashes
        found[way.name] = [name for name in first if hashes[name] != first[name]]
        print(way.name, found[way.name] or "equal", flush=True)
    return found


def split(rows: Path, number: int, folder: Path) -> None:
    """The first ``number`` rows of a table, a file each."""
    with rows.open(encoding="utf-8") as lines:
        for n, line in zip(range(number), lines, strict=False):
            (folder / f"{n:05d}.jsonl").write_text(line, "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Compare all ways, or read in the one that is named; 1 where a table differs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path, help="a folder of files, or one JSONL file")
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--reader", choices=("rules", "packaged"), default="rules")
    parser.add_argument("--way", help="read in this way alone and print the hashes")
    parser.add_argument("--short", action="store_true", help="one way of each kind")
    parser.add_argument("--kept", type=Path, help="a file for what each way gave")
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as home:
        if asked.way:
            way = next(w for w in ways(asked.reader) if w.name == asked.way)
            print(json.dumps(read(asked.articles, Path(home), way, asked.reader)))
            return 0
        folder = asked.articles
        if folder.is_file():
            folder = Path(home)
            split(asked.articles, asked.number, folder)
        chosen = [w for w in ways(asked.reader) if not asked.short or w.name in _SHORT]
        found = compared(folder, asked.reader, chosen, Kept(asked.kept, folder, asked.reader))
    if asked.save:
        hardware.save(__file__, {"arguments": list(arguments), "tables that differ": found})
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
