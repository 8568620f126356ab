"""Measure speed, one benchmark after another; each writes its result beside the hardware it ran on.

usage: python benchmarks/run.py

Those are left out that need an archive or articles of yours, and those that look for failures: see README.md.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SPEED = (
    "read",
    "statements",
    "dates",
    "speakers",
    "pairing",
    "stories",
    "archive",
    "lake",
    "engines",
    "scale",
    "wrapped",
)


def main() -> int:
    """Run all; 1 when one failed."""
    failed = []
    for name in SPEED:
        print(f"\n== {name}", flush=True)
        if subprocess.run([sys.executable, str(HERE / f"{name}.py")], check=False).returncode != 0:
            failed.append(name)
    print(f"\nfailed: {', '.join(failed)}" if failed else "\nall done")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
