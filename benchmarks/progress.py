"""How good the times left are that reading tells: each against how long the rest of its stage then took.

python benchmarks/progress.py ../shared/bench/articles.jsonl

With ``--cpu`` one process reads, and every clock is its processor time: what the estimate is worth, whatever
else the machine does. ``--log FILE`` keeps all that was told.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import hardware

if "--cpu" in sys.argv:  # before anything takes the clock
    time.perf_counter = time.process_time

from onrecord.archive import Archive
from onrecord.records import Progress
from onrecord.views.rewriting import write

# From here on a time left is held against what came; before, too little was seen.
_FROM = 0.1

Told = list[tuple[float, Progress]]


def listen(paths: Sequence[Path], jobs: int | None) -> Told:
    """All that reading and writing a brief tell of their progress, each with its moment."""
    told: Told = []

    def tell(progress: Progress) -> None:
        told.append((time.perf_counter(), progress))

    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "onrecord.db") as archive:
        archive.read(paths, jobs=jobs, on_progress=tell)
        write(archive, Path(folder), tell=tell)
    tell(Progress("done", 0))
    return told


def errors(told: Told) -> dict[str, dict[str, float]]:
    """By stage: its seconds, and by which part of them the whole stage was told too long or too short."""
    begins = [told[0], *(b for a, b in pairwise(told) if a[1].stage != b[1].stage)]
    found: dict[str, dict[str, float]] = {}
    for (began, first), (ended, _) in pairwise(begins):
        off = sorted(
            abs(at + one.left - ended) / (ended - began)
            for at, one in told
            if one.stage == first.stage and one.left is not None and (one.share or 0) >= _FROM
        )
        found[first.stage] = {"seconds": round(ended - began, 1), "told": len(off)}
        if off:
            within = sum(x <= 0.2 for x in off) / len(off)
            found[first.stage] |= {"within_20_percent": round(within, 3), "worst": round(off[-1], 3)}
    return found


def main() -> None:
    """Measure, and write the result beside the benchmarks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--log", type=Path)
    asked = parser.parse_args()
    told = listen(asked.paths, 1 if asked.cpu else asked.jobs)
    if asked.log:
        rows = ((at, p.stage, p.done, p.share, p.left) for at, p in told)
        asked.log.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    result: dict[str, object] = dict(errors(told))
    print(json.dumps(result, indent=1))
    print(hardware.save(__file__, result))


if __name__ == "__main__":
    main()
