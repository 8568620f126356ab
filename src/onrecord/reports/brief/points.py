"""What a reader sees first of a storyline: who said it in whose words, who else has it, what differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.records import Place
from onrecord.reports.brief.findings import FindingView, Side, first_of, lacking
from onrecord.reports.brief.links import Links
from onrecord.reports.brief.sidebyside import Run
from onrecord.reports.brief.variorum import Row, Witness, plain, rest_of_sentence

MOST_POINTS = 4
LEAST_LOST = 4  # words; what is shorter ("of attempting to") says nothing about what was left out
CURT = 4  # words; an answer of fewer ("No") tells nothing by itself
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
    """One saying: its fullest wording, how other outlets have it, and who lacks it though it was public.

    ``findings``: what was found to differ between the wordings that it shows.
    """

    row: Row
    fullest: Version
    others: tuple[Version, ...]
    more: int
    lacking: tuple[str, ...]
    href: str
    findings: tuple[FindingView, ...] = ()

    @property
    def told(self) -> list[tuple[FindingView, str]]:
        """What differs, in words; what several outlets lack is named once, with the first of them."""
        groups: dict[tuple[str, str], list[FindingView]] = {}
        for found in self.findings:
            groups.setdefault((found.sort, found.note or found.id), []).append(found)
        return [(group[0], _in_words(group)) for group in groups.values()]

    @property
    def sentences(self) -> frozenset[tuple[str, str]]:
        """What a reader sees of it: each article's sentence, whichever of its words are this saying."""
        versions = (self.fullest, *self.others)
        return frozenset(
            (v.shown.place.article_id, plain(f"{v.before} {v.shown.words}{v.after}")) for v in versions
        )


def _in_words(group: Sequence[FindingView]) -> str:
    outlets = {_outlet(f.sides[0]): f for f in group if f.note and len(f.sides) > 1}
    if len(outlets) < 2:
        return group[0].text
    return lacking(list(outlets), group[0].note, _outlet(group[0].sides[1]))


def _outlet(side: Side) -> str:
    return side.reference.label.rpartition(" ¶")[0]


def points(links: Links, rows: Iterable[Row], found: Sequence[FindingView] = ()) -> list[Point]:
    """The sayings to begin with: those that most outlets have, and whose words or numbers differ.

    Args:
        links: From the page that shows them.
        rows: Sayings that several articles tell.
        found: What differs in the open: a point tells what differs between its own wordings.
    """
    return most_telling(_telling_of(p, found) for row in rows if (p := _point(links, row)) is not None)


def apart(found: Iterable[FindingView], told: Iterable[Point]) -> Iterator[FindingView]:
    """Differences that none of the points shows."""
    held = {f.id for point in told for f in point.findings}
    return (f for f in found if f.id not in held)


def most_telling(found: Iterable[Point]) -> list[Point]:
    """Those to begin with, the most telling first, and none that prints the sentences of one before again."""
    kept: list[Point] = []
    for point in sorted(found, key=lambda p: (not p.findings, _is_curt(p), -_telling(p))):
        if len(kept) == MOST_POINTS:
            break
        if not any(point.sentences <= other.sentences for other in kept):
            kept.append(point)
    return kept


def _telling_of(point: Point, found: Iterable[FindingView]) -> Point:
    """The point with what differs between the wordings that it shows, those words marked in the fullest."""
    shown = [w.place for v in (point.fullest, *point.others) for w in v.witnesses]
    held = tuple(f for f in found if f.places and all(any(_meet(p, at) for at in shown) for p in f.places))
    if not held:
        return point
    fullest = point.fullest.shown
    named = (side.words for f in held for side in f.sides if side.words)
    marked = replace(fullest, runs=_marked(fullest.words, named))
    return replace(point, fullest=replace(point.fullest, shown=marked), findings=held)


def _meet(one: Place, other: Place) -> bool:
    return one.article_id == other.article_id and one.start < other.end and other.start < one.end


def _marked(words: str, named: Iterable[str]) -> tuple[Run, ...]:
    """``words`` with the first of those ``named`` that is there marked."""
    found = first_of(named, words)
    if found is None:
        return (Run(words, None),)
    runs = Run(words[: found.start()], None), Run(found.group(), "changed"), Run(words[found.end() :], None)
    return tuple(run for run in runs if run.text)


def _point(links: Links, row: Row) -> Point | None:
    """None where it is unclear who speaks, one outlet alone has it from them, or only headlines have it."""
    fullest = row.fullest
    known = row.utterance.speaker_id in links.lookup.speakers and len(_outlets(row)) > 1
    if fullest is None or not known or not _can_lead(fullest):
        return None
    same = [w for group in row.alike if fullest in group for w in group if w is fullest or _surely(w)]
    first = _version(links, row, _one_each(same), fullest)
    versions = _versions(links, row, {w.outlet for w in same})
    return Point(
        row,
        first,
        tuple(versions[:MOST_VERSIONS]),
        len(versions) - MOST_VERSIONS,
        _lacking(links, row),
        links.utterance(row.home, row.utterance.id),
    )


def _lacking(links: Links, row: Row) -> tuple[str, ...]:
    """The outlets that lack it in all of their articles."""
    having = {w.outlet for w in row.witnesses}
    absent = (links.lookup.outlet(c.article_id) for c in row.cells if c.presence == "absent")
    return tuple(outlet for outlet in dict.fromkeys(absent) if outlet not in having)


def _can_lead(witness: Witness) -> bool:
    """Whether a wording can stand first: of a known speaker, sure, and no headline."""
    return not (witness.by or witness.unsure or witness.statement.headline)


def _versions(links: Links, row: Row, told: set[str]) -> list[Version]:
    """How the other outlets than ``told`` word it: the fullest wording of each, equal ones together."""
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
    before, after = rest_of_sentence(links.lookup, shown.place)
    return Version(shown, tuple(group), before, after, without)


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
