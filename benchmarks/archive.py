"""Growth of an archive: what an added article costs in archives of 1,000 to 20,000.

usage: python benchmarks/archive.py [ROWS.jsonl.gz]     (without: ../shared/data/allsides)

Articles are read in a random order into one archive, from each size to the next in one reading, with the
reader by rules in place of the trained one, and without aligning utterances: both cost the same for an
article in an archive of any size (``benchmarks/read.py`` measures them). Processor time per added article of
each reading, and, at each size, of a reading that adds no more than ten: that one pays alone for what every
reading does once, which is joining the speakers of all articles and grouping their stories.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import hardware

from onrecord import utterances
from onrecord.archive import Archive
from onrecord.statements import RuleTagger

SIZES = (1000, 2000, 5000, 10_000, 20_000)
FEW = 10


def main() -> int:
    """Measure, print and save; 0 also without the data."""
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    if not path.exists():
        print(f"no data at {path}")
        return 0
    utterances.align = lambda *_, **__: ()  # type: ignore[assignment]
    rows = _rows(path)
    curve: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "onrecord.db") as archive:
        done = 0
        for size in SIZES:
            point: dict[str, Any] = {"articles": size}
            for label, until in (("many", size - FEW), ("few", size)):
                part = Path(name) / f"rows-{until}.jsonl"
                part.write_text("".join(rows[done:until]), "utf-8")
                point |= {f"{label}_{k}": v for k, v in _read(archive, part).items()}
                done = until
            curve.append(point)
            print(json.dumps(point), flush=True)
    growth = (
        curve[-1]["many_milliseconds_per_added_article"] / curve[0]["many_milliseconds_per_added_article"]
    )
    print(f"growth from {SIZES[0]:,} to {SIZES[-1]:,}: {growth:.2f} x")
    hardware.save(__file__, {"curve": curve, "growth": round(growth, 3)})
    return 0


def _read(archive: Archive, part: Path) -> dict[str, Any]:
    started = time.process_time()
    run = archive.read([part], tagger=RuleTagger())
    spent = time.process_time() - started
    stages = {k: round(v, 1) for k, v in run.seconds.items() if v >= 0.1}
    return {
        "added": run.added,
        "milliseconds_per_added_article": round(1000 * spent / max(1, run.added), 1),
        "seconds_by_stage": stages,
    }


def _rows(path: Path) -> list[str]:
    """Rows as lines, in the order of ``benchmarks/stories.py``."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows: list[dict[str, Any]] = [json.loads(line) for line in file]
    rows.sort(key=lambda r: hashlib.sha256(str(r["id"]).encode()).digest()[2:])
    kept = ("id", "outlet", "date", "title", "text")
    return [json.dumps({k: r[k] for k in kept if r.get(k)}) + "\n" for r in rows]


if __name__ == "__main__":
    sys.exit(main())
