"""Which statements are one utterance where users say so, against the scores."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.records import Correction
from onrecord.utterances.points import Point


def corrected(groups: Iterable[Sequence[Point]], corrections: Sequence[Correction]) -> list[list[Point]]:
    """``groups`` after users' merges and splits, in their order; one that fits nothing changes nothing.

    A merge makes one of the groups that hold a point at one of its places; a split takes the points at its
    places out of their groups and puts them into one of their own. Points of other statements stay together.
    """
    found = [list(group) for group in groups]
    for correction in corrections:
        change = _merged if correction.action == "merge" else _split
        found = change(found, correction)
    return found


def _is_at(point: Point, correction: Correction) -> bool:
    """Whether a point shares a character with one of the correction's places."""
    article = point.statement.article_id
    return any(
        place.article_id == article and span.start < place.end and place.start < span.end
        for place in correction.places
        for span in point.spans
    )


def _merged(groups: list[list[Point]], correction: Correction) -> list[list[Point]]:
    meant = [group for group in groups if any(_is_at(point, correction) for point in group)]
    if len(meant) < 2:
        return groups
    one = [point for group in meant for point in group]
    return [*(group for group in groups if not any(group is m for m in meant)), one]


def _split(groups: list[list[Point]], correction: Correction) -> list[list[Point]]:
    taken = [point for group in groups for point in group if _is_at(point, correction)]
    if not taken or any([p.key for p in group] == [p.key for p in taken] for group in groups):
        return groups
    left = [[point for point in group if not _is_at(point, correction)] for group in groups]
    return [*(group for group in left if group), taken]
