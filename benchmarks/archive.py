"""Growth of an archive: what an added article costs in archives of 1,000 to 8,000, or to 20,000.

usage: python benchmarks/archive.py [--largest] [ROWS.jsonl.gz]     (without: ../shared/data/allsides)

Articles, cut after ``CHARACTERS``, are read in a random order into one archive, from each size to the next in
one reading, with the reader by rules in place of the trained one, and without aligning utterances: both cost
the same for an article in an archive of any size (``benchmarks/read.py`` measures them). Processor time per
added article of each reading, and, at each size, of a reading that adds no more than ten: that one pays alone
for what every reading does once. Of that, joining the speakers of all articles, and comparing their records
with those held, is linear in the archive; so are the tables and the brief that ``onrecord read`` writes
afterwards, which are not measured here.

``--largest`` goes on to 20,000 articles (about half an hour).
"""

from __future__ import annotations

import gzip
import hashlib
import io
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

SIZES = (1000, 2000, 4000, 8000)
LARGEST = (*SIZES, 20_000)
CHARACTERS = 1500
FEW = 10


def main() -> int:
    """Measure, print and save; 0 also without the data."""
    default = Path(__file__).resolve().parents[2] / "shared/data/allsides/articles.jsonl.gz"
    sizes = LARGEST if "--largest" in sys.argv[1:] else SIZES
    given = [a for a in sys.argv[1:] if a != "--largest"]
    path = Path(given[0]) if given else default
    if not path.exists():
        print(f"no data at {path}")
        return 0
    _read_once()
    utterances.align = lambda *_, **__: ()
    rows = _rows(path)
    curve: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "onrecord.db") as archive:
        done = 0
        for size in sizes:
            point: dict[str, Any] = {"articles": size}
            for label, until in (("many", size - FEW), ("few", size)):
                part = Path(name) / f"rows-{until}.jsonl"
                part.write_text("".join(rows[done:until]), "utf-8")
                point |= {f"{label}_{k}": v for k, v in _read(archive, part).items()}
                done = until
            curve.append(point)
            print(json.dumps(point), flush=True)
    growth = {label: _growth(curve, label) for label in ("many", "few")}
    print(f"growth from {sizes[0]:,} to {sizes[-1]:,}: {growth}")
    not_run = [size for size in LARGEST if size not in sizes]
    hardware.save(__file__, {"characters": CHARACTERS, "curve": curve, "growth": growth, "not_run": not_run})
    return 0


def _read_once() -> None:
    """Load what a process loads once, whatever it reads."""
    text = b"Title: The quay stays open\nText:\nOrla Brandt said on Monday that the quay would stay open.\n"
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "onrecord.db") as archive:
        archive.read(["-"], stdin=io.BytesIO(text), tagger=RuleTagger())


def _growth(curve: list[dict[str, Any]], label: str) -> float:
    """The last cost per added article over the first."""
    costs = [point[f"{label}_milliseconds_per_added_article"] for point in curve]
    return round(float(costs[-1] / costs[0]), 2)


def _read(archive: Archive, part: Path) -> dict[str, Any]:
    started = time.process_time()
    run = archive.read([part], tagger=RuleTagger())
    spent = time.process_time() - started
    stages = {k: round(v, 2) for k, v in run.seconds.items() if v >= 0.01}
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
    cut = ({k: r[k] for k in kept if r.get(k)} | {"text": r["text"][:CHARACTERS]} for r in rows)
    return [json.dumps(r) + "\n" for r in cut]


if __name__ == "__main__":
    sys.exit(main())
