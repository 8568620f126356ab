"""Leave one origin out: what the record still holds when a briefing, a text or a source is not believed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.records import Conflict, Origin, Place, Statement, TimelineEntry, Utterance
from onrecord.standing.support import Ground, stands, text_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """Records that still ``stand`` and those that ``fall``."""

    stand: tuple[T, ...]
    fall: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What of a record stands when some origins are left out, kind by kind.

    A statement falls with its article's text, its occasion or its source; an utterance when no rendering of
    it stands; a date of the timeline when no place that witnesses it does; a conflict when one of its two
    places does not. For any other place, a number say, ask ``remaining.stands(place)``.
    """

    remaining: Remaining
    statements: Sides[Statement]
    utterances: Sides[Utterance]
    timeline: Sides[TimelineEntry]
    conflicts: Sides[Conflict]

    @property
    def origin_ids(self) -> frozenset[str]:
        """Every origin that falls, the named ones and those that rest on them alone."""
        return self.remaining.origin_ids


@dataclass(frozen=True, slots=True)
class Remaining:
    """What stands without some origins.

    ``origin_ids``: every origin that falls, the named ones and those that rest on them alone.
    ``article_ids``: articles whose text still stands. ``standing`` and ``fallen``: statement ids.
    ``ground``: what they rest on.
    """

    origin_ids: frozenset[str]
    article_ids: frozenset[str]
    standing: tuple[str, ...]
    fallen: tuple[str, ...]
    ground: Ground

    def stands(self, place: Place) -> bool:
        """Whether a date, a number or any other place still stands.

        It does when its article's text stands and it does not lie within a fallen statement.
        """
        known = place.article_id in self.article_ids
        return known and stands(self.ground.of_place(place), self.origin_ids)


def weigh(
    remaining: Remaining,
    statements: Iterable[Statement],
    utterances: Iterable[Utterance],
    timeline: Iterable[TimelineEntry],
    conflicts: Iterable[Conflict],
) -> Without:
    """Each record on its side of ``remaining``, which was made of the same statements."""
    standing = frozenset(remaining.standing)

    def witnessed(entry: TimelineEntry) -> bool:
        own = Place(entry.article_id, entry.start, entry.end)
        return any(remaining.stands(place) for place in (own, *entry.witnesses))

    return Without(
        remaining,
        _sides(statements, lambda s: s.id in standing),
        _sides(utterances, lambda u: any(r.statement_id in standing for r in u.renderings)),
        _sides(timeline, witnessed),
        _sides(conflicts, lambda c: remaining.stands(c.a) and remaining.stands(c.b)),
    )


def _sides(records: Iterable[T], stands: Callable[[T], bool]) -> Sides[T]:
    stand: list[T] = []
    fall: list[T] = []
    for record in records:
        (stand if stands(record) else fall).append(record)
    return Sides(tuple(stand), tuple(fall))


def without(
    origin_ids: Collection[str], origins: Iterable[Origin], statements: Iterable[Statement]
) -> Remaining:
    """What of ``statements`` still stands when the origins ``origin_ids`` are left out.

    A statement falls with the text its article carries, with the occasion it was said at, and with the
    source it rests on. An occasion falls when every source it rests on has fallen.
    """
    known = sorted(origins, key=lambda o: o.id)
    ordered = sorted(statements, key=lambda s: (s.article_id, s.id))
    ground = Ground.of(known, ordered)
    off = _falling(set(origin_ids), known)
    sides = _sides(ordered, lambda s: stands(ground.statements[s.id], off))
    articles = {a for o in known for a in o.article_ids} | {s.article_id for s in ordered}
    return Remaining(
        origin_ids=frozenset(off),
        article_ids=frozenset(a for a in articles if text_of(ground.texts, a) not in off),
        standing=tuple(s.id for s in sides.stand),
        fallen=tuple(s.id for s in sides.fall),
        ground=ground,
    )


def _falling(off: set[str], known: Iterable[Origin]) -> set[str]:
    """``off`` and the occasions all of whose sources have fallen."""
    levels = {o.id: o.level for o in known}
    for origin in known:
        sources = [p for p in origin.parent_ids if levels.get(p) == "source"]
        if origin.level == "speech_act" and sources and off.issuperset(sources):
            off.add(origin.id)
    return off
