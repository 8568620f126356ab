"""What reading and comparing cost, by stage: processor seconds an article, in one process and one thread.

usage: python benchmarks/stages.py ARTICLES.jsonl... [--number 40] [--save]

"networks" is what ONNX Runtime takes in all stages together, by the clocks of the threads it works in; the
rest is Python. On a busy machine the same work takes up to a fifth more: compare runs made side by side.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path
from threading import Lock
from typing import Any

import hardware

from onrecord.archive import Archive
from onrecord.garbage import collect_rarely
from onrecord.models import runtime
from onrecord.statements import default_tagger


class Networks:
    """Adds up the processor time of every network from now on; to be made once one is loaded."""

    def __init__(self) -> None:
        self.seconds = 0.0
        sessions = sys.modules["onnxruntime"].InferenceSession  # which ``models.runtime`` alone imports
        self._lock, self._run = Lock(), sessions.run
        # A function, for a bound method would not be given the session.
        sessions.run = lambda *given, **named: self._timed(*given, **named)  # noqa: PLW0108

    def _timed(self, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - what ONNX Runtime takes and gives
        started = time.thread_time()
        try:
            return self._run(*given, **named)
        finally:
            with self._lock:
                self.seconds += time.thread_time() - started


def measure(path: Path, number: int, networks: Networks) -> dict[str, float]:
    """Milliseconds of processor time an article, by stage, of the first ``number`` rows of ``path``."""
    rows = path.read_text("utf-8").splitlines()[:number]
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "articles.jsonl"
        given.write_text("\n".join(rows) + "\n", "utf-8")
        before, started = networks.seconds, time.process_time()
        with Archive(Path(folder) / "onrecord.db") as archive:
            run = archive.read([given], tagger=default_tagger())
        whole = time.process_time() - started
    spent = {"all": whole, "networks": networks.seconds - before, **run.seconds}
    spent["Python"] = spent["all"] - spent["networks"]
    return {stage: round(1000 * seconds / len(rows), 1) for stage, seconds in spent.items()}


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
    if asked.save:
        hardware.save(__file__, {"arguments": sys.argv[1:], "ms an article": found})


if __name__ == "__main__":
    main()
