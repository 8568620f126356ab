"""What finders found: two places that differ, which pairs of them are kept, and the relations they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.records import Place, Relation, RelationKind, RelationMatter, measured, stable_id
from onrecord.relations import days, numbers

# Conflicts kept per kind and pair of articles, the surest first: more are one misreading repeated.
MOST_PER_PAIR = 3
# What was said once comes first, then what stands in nearly equal sentences, what the forest is sure of, and
# what a rule is.
SAID, WORDED, READ = 3000.0, 2000.0, 1000.0


@dataclass(frozen=True, slots=True)
class Found:
    """Two places that tell ``what`` differently: ``note`` says how, the highest ``sure`` is kept first.

    ``how`` it was found names the share of such claims that held, in ``records.measured``.
    """

    sure: float
    what: RelationMatter
    a: Place
    b: Place
    note: str
    explained: bool = False
    probability: float | None = None
    how: str = ""

    @property
    def chance(self) -> float | None:
        """The probability that it holds: its own, or that of what is found so; None where nobody judged."""
        judged = measured.MEASURED.get(self.how, measured.Judged(0, 0))
        if not judged.of:
            return self.probability
        return None if judged.of < measured.ENOUGH and self.shown else judged.rate

    @property
    def shown(self) -> bool:
        """Whether it stands in the open: by what is found so, else by its own probability."""
        if self.how:
            return measured.in_the_open(self.how)
        return self.probability is not None and self.probability >= measured.line(self.what)


def of_values(
    what: RelationMatter,
    sure: float,
    a: numbers.Quantity | days.Dated,
    b: numbers.Quantity | days.Dated,
    where: str = "",
    *,
    explained: str = "",
    probability: float | None = None,
    how: str = "",
) -> Found:
    """Two values that differ, with both in the note."""
    note = f"“{a.sentence.of(a.span)}” and “{b.sentence.of(b.span)}”{where}"
    note += f"; {explained}" if explained else ""
    places_of = a.sentence.place(a.span), b.sentence.place(b.span)
    return Found(sure, what, *places_of, note, bool(explained), probability, how)


def surest(found: Iterable[Found]) -> Iterator[Found]:
    """The surest of each pair of values; each place once."""
    used: set[tuple[str, int, int]] = set()
    notes: set[str] = set()
    kept = 0
    for f in sorted(found, key=lambda f: (-f.sure, f.a.start, f.b.start)):
        ends = {(p.article_id, p.start, p.end) for p in (f.a, f.b)}
        if used & ends or f.note in notes or kept == MOST_PER_PAIR:
            continue
        notes.add(f.note)
        used |= ends
        kept += 1
        yield f


def once(found: Sequence[Found], published: Mapping[str, date | None]) -> list[Found]:
    """Of those with one note the one in the articles published first, undated ones last; then the surest."""

    def rank(f: Found) -> tuple[list[date], float, list[tuple[str, int]]]:
        places = f.a, f.b
        days_told = sorted(published[p.article_id] or date.max for p in places)
        return days_told, -f.sure, [(p.article_id, p.start) for p in places]

    earliest: dict[str, Found] = {}
    for f in sorted(found, key=rank):
        earliest.setdefault(f.note, f)
    return list(earliest.values())


def relation(f: Found, story_id: str) -> Relation:
    """What was found, as a record of its story."""
    return Relation(
        id=stable_id("relation", f.what, *(x for p in (f.a, f.b) for x in (p.article_id, p.start, p.end))),
        kind=_kind(f),
        what=f.what,
        a=f.a,
        b=f.b,
        note=f.note,
        story_id=story_id,
        probability=f.chance,
        shown=f.shown,
    )


def _kind(f: Found) -> RelationKind:
    if f.what == "condition":
        return "condition_lost"
    if f.how == "attribution.spokesman":
        return "more_exact"
    return "later" if f.explained else "clash"
