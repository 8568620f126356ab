"""What a reader sees first of a storyline: who said it in whose words, who else has it, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reports.brief.links import Links
from onrecord.reports.brief.variorum import Row, Witness

MOST_POINTS = 4
MOST_VERSIONS = 4  # besides the fullest; all stand in the table below
# Quoted words first, then the outlet's own.
_ORDER = {"verbatim": 0, "variant": 1, "partial": 2, "paraphrase": 3}


@dataclass(frozen=True, slots=True)
class Version:
    """One wording, the witnesses that print it, and, of a part, the words of the fullest that it lacks."""

    shown: Witness
    witnesses: tuple[Witness, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One saying: its fullest wording, how other outlets have it, and who lacks it though it was public."""

    row: Row
    fullest: Version
    others: tuple[Version, ...]
    more: int
    lacking: tuple[str, ...]
    href: str


def points(links: Links, rows: Iterable[Row]) -> list[Point]:
    """The sayings to begin with: those that most outlets have, and whose words or numbers differ.

    Args:
        links: From the page that shows them.
        rows: Sayings that several articles tell.
    """
    found = [p for row in rows if (p := _point(links, row)) is not None]
    return sorted(found, key=lambda p: -_telling(p))[:MOST_POINTS]


def _point(links: Links, row: Row) -> Point | None:
    """None where one outlet alone tells it, or where nothing fuller than a headline is at hand."""
    fullest = row.fullest
    if fullest is None or fullest.statement.headline or len({w.outlet for w in row.witnesses}) < 2:
        return None
    same = next(group for group in row.alike if fullest in group)
    first = Version(fullest, _one_each(same))
    versions = _versions(row, {w.outlet for w in same})
    having = {w.outlet for w in row.witnesses}
    lacking = (links.lookup.outlet(c.article_id) for c in row.cells if c.presence == "absent")
    return Point(
        row,
        first,
        tuple(versions[:MOST_VERSIONS]),
        len(versions) - MOST_VERSIONS,
        tuple(o for o in dict.fromkeys(lacking) if o not in having),
        links.utterance(row.home, row.utterance.id),
    )


def _versions(row: Row, told: set[str]) -> list[Version]:
    """How the outlets besides ``told`` have it: the fullest wording of each, equal ones together."""
    best: dict[str, Witness] = {}
    for witness in sorted(row.witnesses, key=_preferred):
        if witness.outlet not in told:
            best.setdefault(witness.outlet, witness)
    chosen = {w.statement.id for w in best.values()}
    groups = ([w for w in group if w.statement.id in chosen] for group in row.alike)
    return sorted((_version(row, g) for g in groups if g), key=lambda v: _preferred(v.shown))


def _version(row: Row, group: Sequence[Witness]) -> Version:
    shown = group[0]
    ids = {w.statement.id for w in group}
    lost = next((c.only_a for c in row.comparisons if c.b.statement.id in ids), ())
    without = tuple(words for words in lost if len(words.split()) > 1) if shown.label == "partial" else ()
    return Version(shown, tuple(group), without)


def _preferred(witness: Witness) -> tuple[bool, int, int]:
    return witness.statement.headline, _ORDER.get(witness.label, len(_ORDER)), -len(witness.words)


def _one_each(group: Sequence[Witness]) -> tuple[Witness, ...]:
    return tuple({w.outlet: w for w in reversed(group)}.values())[::-1]


def _telling(point: Point) -> float:
    """How soon a reader should see it: by outlets, and by what differs in what they quote or count."""
    wide = len({w.outlet for w in point.row.witnesses})
    quoted = point.fullest.shown.statement.kind != "indirect"
    reworded = any(v.shown.label in ("variant", "partial") for v in point.others)
    return wide + 2 * _counts_differ(point.row) + quoted + reworded


def _counts_differ(row: Row) -> bool:
    """Whether the wordings give numbers that are not the same."""
    return any(
        _digits(x) != _digits(y) for c in row.comparisons for x, y in c.changed if _digits(x) and _digits(y)
    )


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdecimal())
