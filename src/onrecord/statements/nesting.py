"""Which statement is handed on inside which other one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.records import Attribution, Span, Spans, hull

# A stretch of content with the index of its attribution.
_Stretch = tuple[Span, int]


def parents(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the index of the smallest other one whose content holds it, or None.

    An attribution is held when its content and its source, if it has one, lie in one stretch of the other's
    content, which is larger than its own. Linear but for deeply nested texts (sweep over starts).
    """
    extents = [hull((*a.content, *a.source)) for a in attributions]
    stretches = [(span, i) for i, a in enumerate(attributions) for span in a.content]
    waiting = sorted(stretches, key=lambda stretch: _outer_first(stretch[0]), reverse=True)
    found: list[int | None] = [None] * len(attributions)
    opened: list[_Stretch] = []
    for i in sorted(range(len(attributions)), key=lambda i: _outer_first(extents[i])):
        while waiting and waiting[-1][0].start <= extents[i].start:
            opened.append(waiting.pop())
        opened = [s for s in opened if s[0].end > extents[i].start]
        found[i] = _smallest(extents[i], opened, attributions[i].content)
    return found


def _outer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end


def _smallest(extent: Span, opened: Iterable[_Stretch], own: Spans) -> int | None:
    """Whose stretch is the smallest that holds ``extent`` and is not its ``own``; None when none does."""
    holding = [(s.end - s.start, other) for s, other in opened if s.contains(extent) and s not in own]
    return min(holding)[1] if holding else None
