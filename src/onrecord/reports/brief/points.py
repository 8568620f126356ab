"""What a reader sees first of a storyline: who said it in whose words, who else has it, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.reports.brief.links import Links
from onrecord.reports.brief.variorum import Row, Witness

MOST_POINTS = 4
LEAST_LOST = 4  # words; what is shorter ("of attempting to") says nothing about what was left out
CURT = 4  # words; an answer of fewer ("No") tells nothing by itself
CONTEXT = 140  # letters of the sentence on either side
MOST_VERSIONS = 4  # besides the fullest; all stand in the table below
# Quoted words first, then the outlet's own.
_ORDER = {"verbatim": 0, "variant": 1, "partial": 2, "paraphrase": 3}


@dataclass(frozen=True, slots=True)
class Version:
    """One wording, the witnesses that print it, and, of a part, the words of the fullest that it lacks.

    ``before`` and ``after``: the rest of its sentence, so that no clause stands cut.
    """

    shown: Witness
    witnesses: tuple[Witness, ...]
    before: str
    after: str
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
    return most_telling(p for row in rows if (p := _point(links, row)) is not None)


def most_telling(found: Iterable[Point]) -> list[Point]:
    """Those to begin with, the most telling first."""
    return sorted(found, key=lambda p: (_is_curt(p), -_telling(p)))[:MOST_POINTS]


def _point(links: Links, row: Row) -> Point | None:
    """None where it is unclear who speaks, one outlet alone has it from them, or only headlines have it."""
    fullest = row.fullest
    known = row.utterance.speaker_id in links.lookup.speakers and len(_outlets(row)) > 1
    if fullest is None or not known or fullest.by or fullest.unsure or fullest.statement.headline:
        return None
    same = [w for group in row.alike if fullest in group for w in group if w is fullest or _surely(w)]
    first = _version(links, row, _one_each(same), fullest)
    versions = _versions(links, row, {w.outlet for w in same})
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


def _versions(links: Links, row: Row, told: set[str]) -> list[Version]:
    """How the outlets besides ``told`` have it: the fullest wording of each, equal ones together."""
    best: dict[str, Witness] = {}
    for witness in sorted(row.witnesses, key=_preferred):
        if witness.outlet not in told and _surely(witness):
            best.setdefault(witness.outlet, witness)
    chosen = {w.statement.id for w in best.values()}
    groups = ([w for w in group if w.statement.id in chosen] for group in row.alike)
    return sorted((_version(links, row, g, g[0]) for g in groups if g), key=lambda v: _preferred(v.shown))


def _version(links: Links, row: Row, group: Sequence[Witness], shown: Witness) -> Version:
    ids = {w.statement.id for w in group}
    lost = next((c.only_a for c in row.comparisons if c.b.statement.id in ids), ())
    part = shown.label == "partial"
    without = tuple(words for words in lost if len(words.split()) >= LEAST_LOST) if part else ()
    before, _, after = links.lookup.around(shown.place, reach=CONTEXT)
    return Version(shown, tuple(group), _short(before), _short(after, last=True), without)


def _short(text: str, *, last: bool = False) -> str:
    """The rest of a sentence on one line; empty where no letter is in it."""
    line = " ".join(text.split())
    if not any(c.isalnum() for c in line):
        return ""
    return f" {line}" if last and text[0].isspace() else line


def _preferred(witness: Witness) -> tuple[bool, int, int]:
    return witness.statement.headline, _ORDER.get(witness.label, len(_ORDER)), -len(witness.words)


def _outlets(row: Row) -> set[str]:
    """The outlets that surely have it."""
    return {w.outlet for w in row.witnesses if _surely(w)}


def _surely(witness: Witness) -> bool:
    """Whether it is this saying: who reports another's words, or only perhaps these, may report another."""
    return not (witness.by or witness.possible)


def _one_each(group: Sequence[Witness]) -> tuple[Witness, ...]:
    return tuple({w.outlet: w for w in reversed(group)}.values())[::-1]


def _is_curt(point: Point) -> bool:
    return len(point.fullest.shown.words.split()) < CURT


def _telling(point: Point) -> float:
    """How soon a reader should see it: by outlets, by who quotes, by numbers that differ.

    Read on ten stories of bulk news: where two outlets quote, nearly every pair is of one saying; the wrong
    ones were reported by one or both.
    """
    wide = len(_outlets(point.row))
    quoted = {"direct": 1.0, "mixed": 0.5}.get(point.fullest.shown.statement.kind, 0.0)
    others = sum(v.shown.label != "paraphrase" for v in point.others) + len(point.fullest.witnesses) - 1
    return wide + 2 * _counts_differ(point.row) + quoted + min(others, 2)


def _counts_differ(row: Row) -> bool:
    """Whether the wordings give numbers that are not the same."""
    sure = {w.statement.id for w in row.witnesses if _surely(w)}
    compared = (c for c in row.comparisons if c.b.statement.id in sure)
    return any(_digits(x) != _digits(y) for c in compared for x, y in c.changed if _digits(x) and _digits(y))


def _digits(words: str) -> str:
    return "".join(c for c in words if c.isdecimal())
