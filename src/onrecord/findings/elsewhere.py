"""What other stages found, as findings: places that clash, positions that moved, dates told differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import get_args

from onrecord.records import (
    Conflict,
    ConflictKind,
    Finding,
    FindingKind,
    Place,
    Position,
    Relation,
    RelationKind,
    Statement,
    TimelineEntry,
    hull,
    stable_id,
)

_ORDER = get_args(ConflictKind)


def of_conflicts(found: Iterable[Conflict]) -> Iterator[Finding]:
    """One finding for the conflicts of a story that show one difference in several pairs of texts."""
    groups: dict[tuple[str, ...], list[Conflict]] = defaultdict(list)
    for conflict in sorted(found, key=lambda c: (_ORDER.index(c.kind), c.note, c.id)):
        words = " ".join(sorted(conflict.note.split())) or conflict.id  # “A” and “B”: “B” and “A”
        key = conflict.story_id, conflict.kind, words, str(conflict.explained_by_time)
        groups[key].append(conflict)
    for group in groups.values():
        first = group[0]
        yield Finding(
            id=stable_id("finding", first.kind, *(c.id for c in group)),
            story_id=first.story_id,
            kind=first.kind,
            record_ids=tuple(c.id for c in group),
            statement_ids=(),
            places=(first.a, first.b),
            note=first.note,
            explained_by_time=first.explained_by_time,
            probability=max((c.probability for c in group if c.probability is not None), default=None),
            shown=any(c.shown for c in group),
        )


def of_lost(found: Iterable[Relation]) -> Iterator[Finding]:
    """One finding for each condition that a text leaves out of a place, however many have it."""
    groups: dict[tuple[object, ...], list[Relation]] = defaultdict(list)
    for relation in _sorted(found, "condition_lost"):
        groups[relation.story_id, relation.a.article_id, relation.a.start, relation.note].append(relation)
    for group in groups.values():
        yield replace(_alone(group[0], "condition"), record_ids=tuple(r.id for r in group))


def of_exact(found: Iterable[Relation]) -> Iterator[Finding]:
    """One finding for the same words given to somebody here, there to who speaks for it."""
    notes: dict[tuple[str, str], Relation] = {}
    for relation in _sorted(found, "more_exact"):
        notes.setdefault((relation.story_id, relation.note), relation)
    return (_alone(r, "attribution") for r in notes.values())


def _sorted(found: Iterable[Relation], kind: RelationKind) -> list[Relation]:
    return sorted((r for r in found if r.kind == kind), key=lambda r: (r.note, r.id))


def _alone(relation: Relation, kind: FindingKind) -> Finding:
    """A relation that no conflict is drawn from, as a finding of its own."""
    return Finding(
        id=stable_id("finding", kind, relation.id),
        story_id=relation.story_id,
        kind=kind,
        record_ids=(relation.id,),
        statement_ids=(),
        places=(relation.a, relation.b),
        note=relation.note,
        probability=relation.probability,
        shown=relation.shown,
    )


def of_position(
    position: Position, statements: Mapping[str, Statement], story_of: Mapping[str, str]
) -> Iterator[Finding]:
    """One finding for all shifts of a position: the first statement and the last, and those between."""
    ends = ((shift.from_statement_id, shift.to_statement_id) for shift in position.shifts)
    steps = dict.fromkeys(chain.from_iterable(ends))  # one shift need not begin where the one before ended
    stated = [statements[s] for s in steps if s in statements]
    if len(stated) < 2:
        return
    first, last = stated[0], stated[-1]
    yield Finding(
        id=stable_id("finding", "position", position.id),
        story_id=story_of[last.article_id],
        kind="position",
        record_ids=(position.id,),
        statement_ids=tuple(s.id for s in stated),
        places=(_place(first), _place(last)),
        speaker_id=position.speaker_id,
        note=position.topic,
    )


def of_entry(entry: TimelineEntry) -> Iterator[Finding]:
    """One finding for a date that other articles give differently; each place's note is its date."""
    if entry.clashes:
        here = Place(entry.article_id, entry.start, entry.end, entry.date)
        yield Finding(
            id=stable_id("finding", "timeline", entry.id),
            story_id=entry.story_id,
            kind="timeline",
            record_ids=(entry.id,),
            statement_ids=(),
            places=(here, *entry.clashes),
        )


def _place(statement: Statement) -> Place:
    span = hull(statement.content or statement.cue or statement.source)
    return Place(statement.article_id, span.start, span.end)
