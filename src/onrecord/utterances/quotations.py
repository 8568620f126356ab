"""One speaker's quotations, equal or one of them cut: certain, and too rare in training to be learned."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.utterances.points import Point

# Words from which a quotation that another begins or ends with is that one, cut ("It is an option, if …").
_CUT = 4


def same_quotation(a: Point, b: Point) -> bool:
    """Whether two articles give one known speaker's quotation of one day, whole or cut."""
    if a.article.id == b.article.id or a.statement.speaker_id is None:
        return False
    days = {a.statement.said.day, b.statement.said.day} - {None}
    if a.statement.speaker_id != b.statement.speaker_id or len(days) > 1:
        return False
    return _is_cut(_quoted(a), _quoted(b))


def _quoted(point: Point) -> tuple[str, ...]:
    return tuple(word for word, quoted in zip(point.plain, point.quoted, strict=True) if quoted)


def _is_cut(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two quotations are equal, or the shorter is the beginning or the end of the longer."""
    short, long = sorted((one, two), key=len)
    if len(short) == len(long) or len(short) < _CUT:
        return bool(short) and short == long
    return short in (long[: len(short)], long[-len(short) :])
