"""Conflicts of a story, drawn from its relations: what clashes, and what a later article may have learned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from onrecord.records import Conflict, ConflictKind, Relation, stable_id

_DRAWN = frozenset(("clash", "later"))


def draw(relations: Iterable[Relation]) -> tuple[Conflict, ...]:
    """The conflicts among ``relations``, sorted by id; a lost condition is not a conflict."""
    return tuple(sorted((_conflict(r) for r in relations if r.kind in _DRAWN), key=lambda c: c.id))


def _conflict(relation: Relation) -> Conflict:
    places = (x for p in (relation.a, relation.b) for x in (p.article_id, p.start, p.end))
    return Conflict(
        id=stable_id("conflict", relation.what, *places),
        kind=cast("ConflictKind", relation.what),
        a=relation.a,
        b=relation.b,
        note=relation.note,
        story_id=relation.story_id,
        explained_by_time=relation.kind == "later",
        probability=relation.probability,
        shown=relation.shown,
    )
