"""What adding to an archive costs: one article, ten at a time, and a day's articles in one go.

usage: python benchmarks/growing.py ARCHIVE.db ROWS.jsonl [--reader rules] [--tens 3] [--day 300]
       [--without-answers] [--save]

The archive is copied, with what networks answered; the rows are articles that it lacks, taken in their
order. Processor seconds of one process and one thread. Stories of an archive that older code compared are
made anew, once, where they are touched: let the archive be one that this code made.
"""

from __future__ import annotations

import argparse
import importlib
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hardware
from rules import RuleTagger

from onrecord import store
from onrecord.archive import Archive
from onrecord.garbage import collect_rarely
from onrecord.models import runtime
from onrecord.records import Story
from onrecord.statements import Tagger, default_tagger

CLOCK = time.perf_counter


@contextmanager
def counting() -> Iterator[dict[str, int]]:
    """How many stories are looked at and compared, and how many articles these have."""
    found = {"looked at": 0, "compared": 0, "articles compared": 0}
    comparing: Any = importlib.import_module("onrecord.comparison.comparing")
    utterances: Any = importlib.import_module("onrecord.utterances")
    members, align = comparing.members, utterances.align

    def looking(*given: Any, **named: Any) -> Any:  # noqa: ANN401 - what it takes and gives
        found["looked at"] += 1
        return members(*given, **named)

    def aligning(story: Story, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - as above
        found["compared"] += 1
        found["articles compared"] += len(story.article_ids)
        return align(story, *given, **named)

    comparing.members, utterances.align = looking, aligning
    try:
        yield found
    finally:
        comparing.members, utterances.align = members, align


def copy(archive: Path, to: Path, *, answers: bool) -> None:
    """Copy an archive with what networks answered, or without it."""
    shutil.copy(archive, to)
    if answers and store.answers.beside(archive).is_file():
        shutil.copy(store.answers.beside(archive), store.answers.beside(to))


def add(archive: Archive, rows: list[str], folder: Path, tagger: Tagger) -> dict[str, object]:
    """Read ``rows`` in one go: what that took."""
    given = folder / f"from-{time.monotonic_ns()}.jsonl"
    given.write_text("\n".join(rows) + "\n", "utf-8")
    began, started = CLOCK(), time.process_time()
    with counting() as stories:
        run = archive.read([given], tagger=tagger, jobs=1)
    spent = time.process_time() - started
    stages = {k: round(1000 * v / len(rows), 1) for k, v in run.seconds.items() if v >= 0.001 * len(rows)}
    return {
        "articles": len(rows),
        "added": run.added,
        "processor ms an article": round(1000 * spent / len(rows), 1),
        "processor seconds": round(spent, 1),
        "seconds by the clock": round(CLOCK() - began, 1),
        "stories": stories,
        "ms an article by stage": stages,
    }


def main() -> None:
    """Measure and print, or keep, what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--reader", choices=("rules", "packaged"), default="rules")
    parser.add_argument("--tens", type=int, default=3)
    parser.add_argument("--day", type=int, default=300)
    parser.add_argument("--without-answers", action="store_true")
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args()
    runtime.use_one_thread()
    collect_rarely()
    time.perf_counter = time.process_time  # what the archive's own stopwatch asks
    tagger = RuleTagger() if asked.reader == "rules" else default_tagger()
    lines = iter(asked.rows.read_text("utf-8").splitlines())
    found: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "onrecord.db"
        copy(asked.archive, home, answers=not asked.without_answers)
        with Archive(home) as archive:
            found["before"] = archive.totals()["articles"]
            parts = [("loading all", 1), ("one", 1), *((f"ten {n + 1}", 10) for n in range(asked.tens))]
            for label, number in [*parts, ("a day", asked.day)]:
                rows = [line for _, line in zip(range(number), lines, strict=False)]
                if asked.without_answers:
                    store.answers.forget(home)
                if rows:
                    found[label] = add(archive, rows, Path(name), tagger)
                    print(json.dumps({label: found[label]}), flush=True)
    if asked.save:
        hardware.save(__file__, {"arguments": [a.rpartition("/")[2] for a in sys.argv[1:]], **found})


if __name__ == "__main__":
    main()
