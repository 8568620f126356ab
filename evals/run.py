"""Measure quality on whatever annotated data is present, print one table, fail under the floors.

usage: python evals/run.py [--shared DIR] [--only NAME ...] [--jobs N] [--update]

``--update`` raises the floors that are there to what was just measured, less a margin for noise; it never
lowers one. A new figure gets its floor by hand, under ``at_least`` or ``at_most``.
Exit code 1 when a figure is worse than its floor.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"

# Each is a module of this folder with ``measure(shared: Path) -> dict[str, float]``, empty when its data
# is absent.
EVALS = (
    "sets",
    "voices",
    "beats",
    "articles",
    "layouts",
    "variations",
    "pasted",
    "copied",
    "signed",
    "intake",
    "twins",
    "wires",
    "dates",
    "timelines",
    "statements",
    "passages",
    "spoken",
    "stances",
    "positions",
    "speakers",
    "coreference",
    "name_pairs",
    "stories",
    "utterances",
    "origins",
    "conflicts",
    "edits",
    "differing",
    "several",
    "claims",
)

# Minutes each; beginning with them, two cores end at about the same time.
LONG = ("stories", "dates", "statements", "speakers", "utterances")

# Points that a figure may move without meaning anything: another machine's rounding, one item more or less.
MARGIN = 0.3


def main() -> int:
    """Run the chosen evals; 0 when every floor holds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--only", nargs="+", choices=EVALS, default=EVALS)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="evals at a time")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text())
    measured: dict[str, float] = {}
    for name, found, took in run(options.only, options.shared, options.jobs):
        note = f"{took:.0f} s" if found else "skipped: its data is not here"
        print(f"\n{name}  ({note})", flush=True)
        for metric, value in found.items():
            measured[f"{name}.{metric}"] = value
            print(f"  {metric:<44}{value:>10.2f}   {verdict(f'{name}.{metric}', value, floors)}", flush=True)
    if options.update:
        FLOORS.write_text(json.dumps(raised(floors, measured), indent=2, sort_keys=True) + "\n")
    failed = [m for m, v in measured.items() if not holds(m, v, floors)]
    print(f"\n{len(measured)} figures, {len(failed)} under their floor" + "".join(f"\n  {m}" for m in failed))
    return 1 if failed else 0


def run(names: Iterable[str], shared: Path, jobs: int) -> Iterator[tuple[str, dict[str, float], float]]:
    """Name, figures and seconds of each eval, in the order of ``names``, ``jobs`` of them at a time.

    Each runs in a process of its own; the long ones begin first.
    """
    names = list(names)
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        begun: dict[str, Future[tuple[dict[str, float], float]]] = {}
        for name in sorted(names, key=lambda name: LONG.index(name) if name in LONG else len(LONG)):
            begun[name] = pool.submit(measured_alone, name, shared)
        for name in names:
            yield name, *begun[name].result()


def measured_alone(name: str, shared: Path) -> tuple[dict[str, float], float]:
    """What one eval measures, and the seconds that it took."""
    sys.path.insert(0, str(HERE))
    started = time.perf_counter()
    found = importlib.import_module(name).measure(shared)
    return {k.removeprefix(f"{name}."): v for k, v in found.items()}, time.perf_counter() - started


def holds(metric: str, value: float, floors: dict[str, dict[str, float]]) -> bool:
    """Whether a figure is as good as its floor (``at_least``) or ceiling (``at_most``); true without one."""
    least, most = floors["at_least"].get(metric), floors["at_most"].get(metric)
    return (least is None or value >= least) and (most is None or value <= most)


def verdict(metric: str, value: float, floors: dict[str, dict[str, float]]) -> str:
    """How a figure stands to its floor, in words for the table."""
    for side, sign in (("at_least", ">="), ("at_most", "<=")):
        if metric in floors[side]:
            state = "ok" if holds(metric, value, floors) else "FAILS"
            return f"{state}  (floor: {sign} {floors[side][metric]:g})"
    return ""


def raised(floors: dict[str, dict[str, float]], measured: dict[str, float]) -> dict[str, dict[str, float]]:
    """``floors`` moved towards ``measured``, never away from it; figures without a floor stay without."""
    least, most = dict(floors["at_least"]), dict(floors["at_most"])
    for metric, value in measured.items():
        if metric in most:
            most[metric] = min(most[metric], round(value + MARGIN, 2))
        if metric in least:
            least[metric] = max(least[metric], round(value - MARGIN, 2))
    return {"at_least": least, "at_most": most}


if __name__ == "__main__":
    sys.exit(main())
