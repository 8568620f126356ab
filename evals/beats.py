"""Kinds of text in other Englishes, one small invented article each: who speaks, when, and what nobody said.

``evals/sets/englishes``: posts, chambers, calls and interviews, sayings that nobody said, relays, lawyers and
documents, singular "they", honorifics, names that are words, tolls by several sources, each in two Englishes
(Australian, Caribbean, Indian, Irish, Kenyan, Malaysian, Nigerian, Philippine, Ugandan), one of which is in
the half that nobody reads. ``moments`` are the time expressions of ``evals/data/moments.txt``, a sentence
each. All written before anything was read on them.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import goldset
import halves
import sets
import voices
from bare import article

from onrecord import languages
from onrecord.dates.finder import Scan, mentions
from onrecord.text import View

MOMENTS = Path(__file__).parent / "data/moments.txt"
Moment = tuple[str, str, list[tuple[str, frozenset[str]]]]


def measure(shared: Path) -> dict[str, float]:
    """Figures of both halves in percent; needs nothing but the repository."""
    del shared
    return articles() | moments()


def articles(wrong: list[str] | None = None) -> dict[str, float]:
    """Speakers as in ``voices``; kind and day of those found; how much of what nobody said nothing claims."""
    members = goldset.load(goldset.HOME / "englishes")
    found = sets.Found(sets.read(members), members)
    figures: dict[str, float] = {}
    for half, mine in halves.both(members, lambda s: s.name).items():
        tally: Counter[str] = Counter()
        seen = wrong if half == "seen" else None
        for one in (a for m in mine for a in m.articles.values()):
            for said in one.said.values():
                voices.count(found, said, tally, seen)
                _closer(found, said, tally)
            for stretch in one.never:
                tally["never_there"] += 1
                claimed = _is_claimed(found, one.key, stretch)
                tally["never"] += not claimed
                if claimed and seen is not None:
                    seen.append(f"{one.key} never: {one.text[slice(*stretch)]}")
        of = {"kind": "closer", "day": "closer", "never": "never_there"}
        shares = {
            k: 100 * tally[k] / max(1, tally[of.get(k, "there")])
            for k in ("found", "right", "wrong", "kind", "day", "never")
        }
        figures |= halves.named(half, shares)
    return figures


def _closer(found: sets.Found, said: goldset.Said, tally: Counter[str]) -> None:
    """Kind and day of a statement that was found."""
    statement = found.statement(said)
    if statement is not None:
        tally["closer"] += 1
        tally["kind"] += statement.kind == said.kind
        tally["day"] += statement.said.edtf == said.said_on


def _is_claimed(found: sets.Found, key: str, stretch: goldset.Range) -> bool:
    """Whether a statement tells that all words of a stretch were said."""
    words = found.words(key, [stretch])
    said = (s for s in found.items[key].statements if s.reality == "said")
    return any(words <= found.of(key, s.content) for s in said)


# ------------------------------------------------------------------ time expressions


def moments(wrong: list[str] | None = None) -> dict[str, float]:
    """How many of the expressions have a right value, and how many that are none have none."""
    rows = [_row(line) for line in _lines()]
    figures: dict[str, float] = {}
    for half, mine in halves.both(rows, lambda row: row[1]).items():
        tally: Counter[bool] = Counter()
        for day, sentence, expected in mine:
            told = _told(day, sentence)
            for words, values in expected:
                start, end = goldset.place(sentence, words)
                over = {value for a, b, value in told if a < end and start < b}
                right = over == set() if values == {"none"} else bool(over & values) and len(over) == 1
                tally[right] += 1
                if wrong is not None and half == "seen" and not right:
                    wrong.append(f"{sentence} {words}: {sorted(values)}, not {sorted(over)}")
        figures |= halves.named(half, {"moments": 100 * tally[True] / max(1, tally.total())})
    return figures


def _lines() -> list[str]:
    lines = MOMENTS.read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def _row(line: str) -> Moment:
    day, sentence, expected = line.split(" | ")
    pairs = (pair.split(" = ") for pair in expected.split("; "))
    return day, sentence, [(words, frozenset(values.split(" or "))) for words, values in pairs]


def _told(day: str, sentence: str) -> list[tuple[int, int, str]]:
    scan = Scan(sentence, languages.of("en"))
    view = View(article("moment", sentence, day))
    return [(m.start, m.end, m.value) for m in mentions(scan, date.fromisoformat(day), view)]


if __name__ == "__main__":
    told: list[str] = []
    for figure, value in (articles(told) | moments(told)).items():
        print(f"{figure:32}{value:8.1f}")
    print(*told, sep="\n")
