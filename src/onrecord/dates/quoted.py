"""What "yesterday" means inside a quotation: the day before it was said, not before it was printed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Final

from onrecord.dates.mention import Mention
from onrecord.languages.grammar import SayingGrammar
from onrecord.records import Span
from onrecord.text import View

# How far from a quotation its cue and the cue's date may stand.
_REACH: Final = 160
_DAY: Final = len("2022-01-25")


def speech_days(view: View, deictic: Sequence[Mention], every: Sequence[Mention]) -> dict[int, date]:
    """The day each quoted expression of ``deictic`` was spoken on, by its start, where the cue gives one."""
    outside = [
        m for m in every if len(m.value) >= _DAY and m.tense <= 0 and view.quotation_at(m.start) is None
    ]
    days = {}
    for expression in deictic:
        quotation = view.quotation_at(expression.start)
        day = _day_beside(view, Span(quotation.start, quotation.end), outside) if quotation else None
        if day is not None:
            days[expression.start] = day
    return days


def _day_beside(view: View, quotation: Span, outside: Sequence[Mention]) -> date | None:
    """The day named in the clause after the quotation, else in the one before it."""
    first = bisect_left(outside, quotation.start - _REACH, key=lambda m: m.end)
    last = bisect_right(outside, quotation.end + _REACH, key=lambda m: m.start)
    for placed in outside[first:last]:
        gap = _gap(quotation, placed)
        if gap is not None and _is_one_clause(view, gap):
            day = _day(placed.value)
            if day is not None:
                return day
    return None


def _gap(quotation: Span, placed: Mention) -> Span | None:
    """The stretch between a quotation and a date near it, on either side; None when it is too long."""
    if quotation.end <= placed.start <= quotation.end + _REACH:
        return Span(quotation.end, placed.start)
    if quotation.start - _REACH <= placed.end <= quotation.start:
        return Span(placed.end, quotation.start)
    return None


def _is_one_clause(view: View, gap: Span) -> bool:
    words = gap.of(view.text)
    return "\n" not in words and not view.language.grammar(SayingGrammar).other_clause.search(words)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:_DAY])
    except ValueError:
        return None
