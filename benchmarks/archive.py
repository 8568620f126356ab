"""Growth of an archive: what an added article costs in archives of 1,000 to 8,000, or to 20,000.

usage: python benchmarks/archive.py [--largest] [ROWS.jsonl.gz]     (without: ../shared/data/allsides)

Articles, cut after ``CHARACTERS``, are read in a random order into one archive, from each size to the next in
one reading, with the reader by rules in place of the trained one, and without aligning utterances: both cost
the same for an article in an archive of any size (``benchmarks/read.py`` measures them). Processor time per
added article of each reading, and, at each size, of a reading that adds no more than ten: that one pays alone
for what every reading does once. The tables and the brief that ``onrecord read`` writes afterwards are linear
in the archive; they are not measured here.

``with_shipped_reader`` says what the growth would be with the trained reader: its cost per article, measured
on ``SAMPLE`` articles (cut likewise, so less than whole ones take), is put in place of that of the rules.

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
from rules import RuleTagger

from onrecord import pipeline, sources, utterances
from onrecord.archive import Archive
from onrecord.statements import Tagger, default_tagger

SIZES = (1000, 2000, 4000, 8000)
LARGEST = (*SIZES, 20_000)
CHARACTERS = 1500
FEW = 10
SAMPLE = 48


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
        more = _reader_costs_more(Path(name), rows)
    result: dict[str, object] = {
        "characters": CHARACTERS,
        "curve": curve,
        "growth": {label: _growth(curve, label) for label in ("many", "few")},
        "with_shipped_reader": {
            "sample": SAMPLE,
            "more_milliseconds_per_article": round(more, 1),
            "growth": {label: _growth(curve, label, more) for label in ("many", "few")},
        },
        "not_run": [size for size in LARGEST if size not in sizes],
    }
    print(f"growth from {sizes[0]:,} to {sizes[-1]:,}: {result['growth']}, {result['with_shipped_reader']}")
    hardware.save(__file__, result)
    return 0


def _read_once() -> None:
    """Load what a process loads once, whatever it reads."""
    told = "Orla Brandt said on Monday that the quay would stay open. " * 4  # enough to tell its language
    text = f"Title: The quay stays open\nText:\n{told}\n".encode()
    with tempfile.TemporaryDirectory() as name, Archive(Path(name) / "onrecord.db") as archive:
        archive.read(["-"], stdin=io.BytesIO(text), tagger=RuleTagger())


def _reader_costs_more(folder: Path, rows: list[str]) -> float:
    """Milliseconds that the trained reader takes for an article more than the rules."""
    part = folder / "sample.jsonl"
    part.write_text("".join(rows[:SAMPLE]), "utf-8")

    def spent(tagger: Tagger) -> float:
        annotate = pipeline.annotate
        next(annotate(sources.read([part], on_skip=print), tagger, on_skip=print))  # what is loaded once
        started = time.process_time()
        count = sum(1 for _ in annotate(sources.read([part], on_skip=print), tagger, on_skip=print))
        return 1000 * (time.process_time() - started) / max(1, count)

    return spent(default_tagger()) - spent(RuleTagger())


def _growth(curve: list[dict[str, Any]], label: str, more: float = 0.0) -> float:
    """The last cost per added article over the first, each with so many milliseconds ``more``."""
    costs = [point[f"{label}_milliseconds_per_added_article"] + more for point in curve]
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
