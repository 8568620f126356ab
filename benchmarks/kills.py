"""Kill a process that reads, at random moments: nothing acknowledged may be lost, nothing doubled.

Each trial reads a small folder into a new archive in a process of its own and kills it (SIGKILL). What it had
acknowledged (``on_progress`` after a commit) must then be in the archive, the archive must be sound, and
after the same reading once more its tables must be those of a reading that nobody killed, byte for byte.

    python benchmarks/kills.py --number 1000 --seed 1
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import hardware
from rules import RuleTagger

from onrecord import archive as archives
from onrecord.archive import Archive
from onrecord.comparison import grouping, joining, pausing
from onrecord.records import Progress
from onrecord.reports import write_tables
from onrecord.verification import verify

_NAMES = ("Petra Solveig", "Jonas Hale", "Ilka Venn", "Tomas Reil", "Harald Osk", "Pia Lorn", "Corvin Mills")
_MATTERS = (
    "the tram",
    "a reservoir",
    "the museum roof",
    "ferry fares",
    "a school",
    "the harbour wall",
    "bees",
)


@dataclass(slots=True)
class Result:
    """What became of the trials."""

    trials: int = 0
    killed: int = 0
    killed_after_a_commit: int = 0
    lost: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    unequal: list[str] = field(default_factory=list)


def write_inputs(folder: Path) -> None:
    """Seven invented articles on seven matters, two of them in one file."""
    folder.mkdir()
    for n, (who, what) in enumerate(zip(_NAMES, _MATTERS, strict=True)):
        row = {
            "id": f"k{n}",
            "outlet": f"Paper {n % 3}",
            "date": f"2031-0{n + 1}-04",
            "title": f"{what.capitalize()} waits, says {who}",
            "text": f"{who} said on Monday that {what} would wait until {2032 + n}. "
            f"“We have not begun with {what},” {who.split()[1]} told the council of Aldra.",
        }
        with (folder / f"{n // 2}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")


def read(inputs: Path, home: Path, acknowledge: int | None = None) -> None:
    """Read ``inputs``; the number of articles acknowledged so far goes to the file descriptor."""

    def tell(progress: Progress) -> None:
        if acknowledge is not None and progress.stage == "reading":
            os.write(acknowledge, bytes((progress.done,)))

    with Archive(home / "onrecord.db") as archive:
        archive.read([inputs], tagger=RuleTagger(), on_progress=tell)


def tables(home: Path) -> dict[str, bytes]:
    """Every table of an archive as it is written, but for the record of the reading."""
    with Archive(home / "onrecord.db") as archive:
        write_tables(archive.corpus(), home / "tables")
    return {p.name: p.read_bytes() for p in (home / "tables").iterdir() if p.name != "run.json"}


def kill_one(inputs: Path, home: Path, after: float) -> tuple[bool, int]:
    """Read in a process of its own, killed ``after`` seconds: whether it was; what it acknowledged."""
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        try:
            read(inputs, home, say)
        finally:
            os._exit(0)
    os.close(say)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    acknowledged = os.read(hear, 1000)
    os.close(hear)
    return os.WIFSIGNALED(status), max(acknowledged, default=0)


def held(home: Path) -> int:
    """Articles that the archive holds as its file stands."""
    if not (home / "onrecord.db").exists():
        return 0
    connection = sqlite3.connect(home / "onrecord.db")
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # killed before the first table was there
        return 0
    finally:
        connection.close()


def trial(inputs: Path, home: Path, after: float, wanted: dict[str, bytes], result: Result) -> float:
    """One kill and what is left; how long the reading took that was not killed."""
    home.mkdir()
    killed, acknowledged = kill_one(inputs, home, after)
    result.trials += 1
    result.killed += killed
    result.killed_after_a_commit += killed and acknowledged > 0
    where = f"trial {result.trials}, killed after {after:.4f} s"
    if held(home) < acknowledged:
        result.lost.append(f"{where}: {held(home)} of {acknowledged}")
    if acknowledged and not (report := verify(home / "onrecord.db")).is_sound:
        result.unsound.append(f"{where}: {report.faults[0]}")
    started = time.monotonic()
    read(inputs, home)
    took = time.monotonic() - started
    if tables(home) != wanted:
        result.unequal.append(where)
    return took


def main(arguments: Sequence[str]) -> int:
    """Run the trials, print and keep the result; 1 where one failed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args(arguments)
    dice = random.Random(asked.seed)  # noqa: S311 - no secret
    # Many commits in a short reading, while articles are compared, too: more moments between two.
    archives._COMMIT_EVERY = grouping._AT_ONCE = joining._AT_ONCE = 2  # noqa: SLF001
    pausing._COMMIT_SECONDS = 0.0  # noqa: SLF001
    result = Result()
    with tempfile.TemporaryDirectory() as folder:
        inputs = Path(folder) / "inputs"
        write_inputs(inputs)
        for name in ("warm", "whole"):  # what is imported late is there for both
            (Path(folder) / name).mkdir()
            started = time.monotonic()
            read(inputs, Path(folder) / name)
            whole = time.monotonic() - started
        wanted = tables(Path(folder) / "whole")
        for n in range(asked.number):
            after = dice.uniform(0, 1.05 * whole)
            # A machine grows busier and less so: the moments must stay within what a reading takes now.
            whole = 0.8 * whole + 0.2 * trial(inputs, Path(folder) / f"t{n}", after, wanted, result)
            if n % 50 == 49:
                print(n + 1, asdict(result), flush=True)
    if asked.save:
        hardware.save(__file__, {"arguments": list(arguments), **asdict(result)})
    print(asdict(result))
    return int(any((result.lost, result.unsound, result.unequal)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
