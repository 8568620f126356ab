"""How good the times left are that reading tells: each against how long the rest of its stage then took.

python benchmarks/progress.py ../shared/bench/articles.jsonl
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import hardware

from onrecord import reports
from onrecord.archive import Archive
from onrecord.records import Progress

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
        reports.write_brief(archive.corpus(tell), Path(folder), tell=tell)
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
    asked = parser.parse_args()
    result: dict[str, object] = dict(errors(listen(asked.paths, asked.jobs)))
    print(json.dumps(result, indent=1))
    print(hardware.save(__file__, result))


if __name__ == "__main__":
    main()
