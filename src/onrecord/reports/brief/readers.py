"""What readers say of a passage: their corrections as short marks beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.records import Corrected, Place, Statement, hull
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Mark:
    """A correction that holds, by its number in the archive, in a few words."""

    number: int
    words: str


def of_statement(lookup: Lookup, statement: Statement) -> tuple[Mark, ...]:
    """What readers say of a statement, its speaker or its utterance."""
    if statement.article_id not in lookup.corrected:
        return ()
    whole = hull((*statement.source, *statement.cue, *statement.content))
    found = (
        kept
        for place, kept in lookup.corrected[statement.article_id]
        if kept.correction.about in ("statement", "speaker", "utterance")
        and (place.note == statement.id if place.note else _touch(place, whole.start, whole.end))
    )
    return tuple(dict.fromkeys(Mark(kept.number, _told(kept)) for kept in found))


def of_places(lookup: Lookup, places: Sequence[Place]) -> tuple[Mark, ...]:
    """What readers say of the claim that these places differ."""
    wanted = {(p.article_id, p.start, p.end) for p in places}
    held = {
        kept.number: kept
        for article in {p.article_id for p in places} & lookup.corrected.keys()
        for _, kept in lookup.corrected[article]
        if kept.correction.about == "claim"
    }
    return tuple(
        Mark(number, _told(kept))
        for number, kept in sorted(held.items())
        if {(p.article_id, p.start, p.end) for p in kept.correction.places} == wanted
    )


def _touch(place: Place, start: int, end: int) -> bool:
    return place.start < end and start < place.end


def _told(kept: Corrected) -> str:
    c = kept.correction
    who = c.by or "a reader"
    if c.spans is not None:
        return f"words corrected by {who}"
    if c.action == "mark":
        return f"{c.verdict}, says {who}" + (f": {c.value}" if c.value else "")
    if c.about == "speaker":
        return f"speaker corrected by {who}"
    return f"{'put together' if c.action == 'merge' else 'set apart'} by {who}"
