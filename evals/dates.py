"""Dates: TIMEX3 against TimeBank + AQUAINT, and the dating of articles whose metadata is hidden.

Runs the stage alone, on articles built from the sets; the definitions are those of the shared scorers.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord import dates
from onrecord.records import Article, Dating

Gold = dict[str, Any]


def _load(shared: Path, name: str) -> ModuleType | None:
    """A scorer of the shared folder, as a module; None when it is not there."""
    path = shared / "eval" / f"{name}.py"
    if not path.exists():
        return None
    if str(path.parent) not in sys.path:
        sys.path.insert(0, str(path.parent))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article(given_id: str, text: str, day: str | None) -> Article:
    """An article with nothing known but its text and, perhaps, its day."""
    published = Dating(edtf=day, earliest=day, latest=day, basis="given") if day else Dating()
    return Article(
        id=given_id,
        given_id=given_id,
        path="",
        item=0,
        sha256="",
        outlet=None,
        title=None,
        url=None,
        byline=None,
        dateline=None,
        credit=None,
        language="en",
        text=text,
        text_map=((0, 0, len(text)),),
        blocks=(),
        published=published,
    )


def matches(gold: list[Gold], mine: list[Gold]) -> Iterator[tuple[Gold, Gold | None]]:
    """Each gold expression with the unused found one that overlaps it most, as the shared scorer pairs them."""
    used: set[int] = set()
    for g in gold:
        best = max(
            (
                i
                for i in range(len(mine))
                if i not in used and mine[i]["start"] < g["end"] and g["start"] < mine[i]["end"]
            ),
            key=lambda i: min(mine[i]["end"], g["end"]) - max(mine[i]["start"], g["start"]),
            default=None,
        )
        if best is None:
            yield g, None
        else:
            used.add(best)
            yield g, mine[best]


def timexes(shared: Path, archive: Path) -> dict[str, float]:
    """F1 (per cent) of strict and relaxed spans, values and types on a TimeML archive."""
    inputs, contract = _load(shared, "inputs"), _load(shared, "contract")
    if inputs is None or contract is None or not archive.exists():
        return {}
    n = dict.fromkeys(("gold", "pred", "strict", "relaxed", "value", "type"), 0)
    for name, day, text, gold in inputs.timeml(archive):
        mine = [
            {"start": t.start, "end": t.end, "type": t.type, "value": t.value}
            for t in dates.find(article(name, text, day))
        ]
        n["gold"] += len(gold)
        n["pred"] += len(mine)
        for g, m in matches(gold, mine):
            if m is not None:
                n["relaxed"] += 1
                n["strict"] += (m["start"], m["end"]) == (g["start"], g["end"])
                n["value"] += m["value"] == g["value"]
                n["type"] += m["type"] == g["type"]
    return {
        f"dates.{key}_f1": contract.prf(n[key], n["pred"], n[key], n["gold"])["F1"]
        for key in ("strict", "relaxed", "value", "type")
    }


def measure(shared: Path) -> dict[str, float]:
    """Flat metric name -> value; empty when the data is absent."""
    return {**timexes(shared, shared / "data/tempeval3/tbaq.tar.gz")}


def show(figures: Mapping[str, float]) -> None:
    """One line a metric."""
    for name, value in figures.items():
        print(f"{name:32} {value:8.1f}")


if __name__ == "__main__":
    begun = time.perf_counter()
    show(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared"))
    print(f"{time.perf_counter() - begun:.1f} s")
