"""What "yesterday" means inside a quotation: the day before it was said, not before it was printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.dates.mention import Mention
from onrecord.languages.english.saying import OTHER_CLAUSE
from onrecord.languages.quotations import Quotation, quotations

# How far from a quotation its cue and the cue's date may stand.
_REACH: Final = 160


def speech_days(text: str, deictic: Sequence[Mention], every: Sequence[Mention]) -> dict[int, date]:
    """The day each quoted expression of ``deictic`` was spoken on, by its start, where the cue gives one."""
    marks = [q for q in quotations(text) if not q.level]
    outside = [p for p in every if len(p.value) >= 10 and p.tense <= 0 and not _holding(marks, p.start)]
    days = {}
    for expression in deictic:
        quotation = _holding(marks, expression.start)
        day = _day_beside(text, quotation, outside) if quotation else None
        if day is not None:
            days[expression.start] = day
    return days


def _holding(marks: Sequence[Quotation], offset: int) -> Quotation | None:
    index = bisect_right(marks, offset, key=lambda q: q.start) - 1
    return marks[index] if index >= 0 and offset < marks[index].end else None


def _day_beside(text: str, quotation: Quotation, outside: Sequence[Mention]) -> date | None:
    """The day named in the clause after the quotation, else in the one before it."""
    first = bisect_left(outside, quotation.start - _REACH, key=lambda m: m.end)
    last = bisect_right(outside, quotation.end + _REACH, key=lambda m: m.start)
    for placed in outside[first:last]:
        after = quotation.end <= placed.start <= quotation.end + _REACH
        before = quotation.start - _REACH <= placed.end <= quotation.start
        gap = text[quotation.end : placed.start] if after else text[placed.end : quotation.start]
        if (after or before) and "\n" not in gap and not OTHER_CLAUSE.search(gap):
            try:
                return date.fromisoformat(placed.value[:10])
            except ValueError:
                continue
    return None
