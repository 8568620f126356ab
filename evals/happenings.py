"""Like happenings in neighbouring places or on neighbouring days, and one happening told by several.

``evals/sets/happenings/KIND.toml`` holds four tellings of a kind of happening, with the place, the persons
and what else is particular left open, and three happenings that fill them in. Two tellings of one happening
belong together; two tellings of two happenings do not, whatever they share in words. All is invented.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

HOME = Path(__file__).resolve().parent / "sets" / "happenings"


@dataclass(frozen=True, slots=True)
class Telling:
    """One article: which ``kind``, which of its happenings (``case``), which way of telling it."""

    kind: str
    case: int
    way: int
    date: str
    text: str

    @property
    def id(self) -> str:
        """Names the article; its outlet as well."""
        return f"{self.kind}-{self.case}-{self.way}"


def kinds(home: Path = HOME) -> dict[str, list[Telling]]:
    """Kind -> its articles. The third and fourth way of telling are of a day later than the others."""
    return {file.stem: list(_tellings(file)) for file in sorted(home.glob("*.toml"))}


def _tellings(file: Path) -> Iterator[Telling]:
    told = tomllib.loads(file.read_text("utf-8"))
    for case, facts in enumerate(told["cases"]):
        for way, text in enumerate(told["tellings"]):
            day = date.fromisoformat(facts["date"]) + timedelta(way // 2)
            yield Telling(file.stem, case, way, day.isoformat(), text.format(**facts))


def pairs(tellings: list[Telling]) -> Iterator[tuple[Telling, Telling, bool]]:
    """Two ways of telling, and whether it is one happening that they tell."""
    for a, b in combinations(tellings, 2):
        if a.way != b.way:
            yield a, b, a.case == b.case
