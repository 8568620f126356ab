"""What a benchmark ran on: kept beside every result, because a number without it says nothing."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path

import onrecord


def note() -> dict[str, object]:
    """Processor, cores usable by this process, memory in GiB, Python, and the version measured."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "memory_gib": _memory_gib(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "onrecord": onrecord.__version__,
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def save(script: str, result: dict[str, object]) -> Path:
    """Write ``results/NAME.json`` beside the benchmarks: the result, its command and the hardware."""
    path = Path(script).resolve().parent / "results" / f"{Path(script).stem}.json"
    path.parent.mkdir(exist_ok=True)
    command = f"python benchmarks/{Path(script).name}"
    whole = {"command": command, "hardware": note(), "result": result}
    path.write_text(json.dumps(whole, indent=2) + "\n", "utf-8")
    return path


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _memory_gib() -> float | None:
    info = Path("/proc/meminfo")
    if not info.exists():
        return None
    kib = int(info.read_text("utf-8").split("MemTotal:", 1)[1].split()[0])
    return round(kib / 2**20, 1)
