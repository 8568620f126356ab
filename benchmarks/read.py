"""The main job, whole: wall-clock time and peak memory of ``onrecord read`` from a cold process.

usage: python benchmarks/read.py [PATH...]     (without: examples/, and ../shared/seeds where present)
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import hardware

ROOT = Path(__file__).resolve().parent.parent


def measure(path: Path) -> dict[str, object]:
    """Seconds and peak resident memory (MiB) of one cold run; seconds by stage from its own record."""
    command = str(Path(sys.executable).parent / "onrecord")
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        process = subprocess.Popen([command, "read", str(path), "--out", folder, "--quiet"])
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        run = json.loads((Path(folder) / "run.json").read_text("utf-8"))
        articles = sum(1 for _ in (Path(folder) / "articles.jsonl").open(encoding="utf-8"))
    return {
        "exit": process.returncode,
        "articles": articles,
        "seconds": round(seconds, 2),
        "peak_mib": round(usage.ru_maxrss / 1024, 1),
        "seconds_by_stage": run.get("seconds"),
    }


def main() -> None:
    """Measure each input and keep the result."""
    given = [Path(p) for p in sys.argv[1:]]
    paths = given or [ROOT / "examples", ROOT.parent / "shared" / "seeds"]
    result: dict[str, object] = {p.name: measure(p) for p in paths if p.exists()}
    print(json.dumps(result, indent=2))
    if not given:
        hardware.save(__file__, result)


if __name__ == "__main__":
    main()
