"""What reading and comparing cost, by stage: processor seconds an article, in one process and one thread.

usage: python benchmarks/stages.py ARTICLES.jsonl... [--number 40] [--save]

"networks" is what ONNX Runtime takes, by the clocks of the threads it works in; the rest is Python. On a busy
machine the same work takes up to a fifth more: compare runs made side by side.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hardware

from onrecord.archive import Archive
from onrecord.garbage import collect_rarely
from onrecord.models import runtime
from onrecord.statements import default_tagger
from onrecord.stopwatch import Stopwatch

# What a person calls the parts of a reading -> its stages, as ``run.json`` times them.
PARTS = {
    "read": ("sources",),
    "clean": ("articles",),
    "annotate": ("statements", "coreference", "dates"),
    "keys": ("keys",),
    "join": ("stories", "identity"),
    "align": ("text", "utterances"),
    "claims": (
        *("origins", "relations", "conflicts", "timelines", "silences", "revisions"),
        *("positions", "standing", "findings", "watches"),
    ),
    "write": ("store",),
}
OTHER = "other"


class Networks:
    """Adds up the processor time of every network from now on, by stage; to be made once one is loaded."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._stages = [OTHER]
        sessions = sys.modules["onnxruntime"].InferenceSession  # which ``models.runtime`` alone imports
        self._run, self._time = sessions.run, Stopwatch.time
        # Functions, for a bound method would not be given the session or the watch.
        sessions.run = lambda *given, **named: self._timed(*given, **named)  # noqa: PLW0108
        Stopwatch.time = lambda watch, stage: self._inside(watch, stage)  # type: ignore[method-assign,assignment] # noqa: PLW0108

    @contextmanager
    def _inside(self, watch: Stopwatch, stage: str) -> Iterator[None]:
        """As ``Stopwatch.time``: networks that run inside are the stage's."""
        self._stages.append(stage)
        with self._time(watch, stage):
            yield
        self._stages.pop()

    def _timed(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - what ONNX Runtime takes and gives
        started = time.thread_time()
        try:
            return self._run(*given, **named)
        finally:
            self.seconds[self._stages[-1]] += time.thread_time() - started


def measure(path: Path, number: int, networks: Networks) -> dict[str, dict[str, float]]:
    """Milliseconds of processor time an article of the first ``number`` rows: parts, then stages."""
    rows = path.read_text("utf-8").splitlines()[:number]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "articles.jsonl"
        given.write_text("\n".join(rows) + "\n", "utf-8")
        networks.seconds.clear()
        started = time.process_time()
        with Archive(Path(folder) / "onrecord.db") as archive:
            run = archive.read([given], tagger=default_tagger())
        whole = time.process_time() - started
    told = {part: (sum(run.seconds.get(s, 0.0) for s in of), of) for part, of in PARTS.items()}
    table = {part: (spent, sum(networks.seconds[s] for s in of)) for part, (spent, of) in told.items()}
    table[OTHER] = (whole - sum(spent for spent, _ in table.values()), networks.seconds[OTHER])
    table["all"] = (whole, sum(networks.seconds.values()))

    def each(seconds: float) -> float:
        return round(1000 * seconds / len(rows), 1)

    found = {
        part: {"all": each(spent), "networks": each(inside), "Python": each(spent - inside)}
        for part, (spent, inside) in table.items()
    }
    return found | {"by stage": {stage: each(spent) for stage, spent in run.seconds.items()}}


def show(found: dict[str, dict[str, dict[str, float]]]) -> None:
    """Print one table of all files."""
    print("| | " + " | ".join(f"{name}: {what}" for name in found for what in ("networks", "Python")) + " |")
    for part in (*PARTS, OTHER, "all"):
        cells = (f"{of[part][what]:.1f}" for of in found.values() for what in ("networks", "Python"))
        print(f"| {part} | " + " | ".join(cells) + " |")


def main() -> None:
    """Measure each file and print, or keep, what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--save", action="store_true")
    asked = parser.parse_args()
    runtime.use_one_thread()
    collect_rarely()
    time.perf_counter = time.process_time  # what the archive's own stopwatch asks
    examples = Path(__file__).resolve().parent.parent / "examples"
    with tempfile.TemporaryDirectory() as folder, Archive(Path(folder) / "onrecord.db") as archive:
        archive.read([examples], tagger=default_tagger())  # tables and networks are loaded
    networks = Networks()
    found = {path.stem: measure(path, asked.number, networks) for path in asked.paths}
    print(json.dumps(found, indent=1))
    show(found)
    if asked.save:
        hardware.save(
            __file__, {"arguments": [a.rpartition("/")[2] for a in sys.argv[1:]], "ms an article": found}
        )


if __name__ == "__main__":
    main()
