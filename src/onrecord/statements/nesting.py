"""Which statement is handed on inside which other one."""

from __future__ import annotations

from onrecord.records import Attribution, Span, hull


def parents(attributions: list[Attribution]) -> list[int | None]:
    """For each attribution the index of the smallest other one whose content holds it, or None.

    An attribution is held when its content and its source, if it has one, lie in one stretch of the other's
    content, which is larger than its own. Linear but for deeply nested texts (sweep over starts).
    """
    extents = [hull((*a.content, *a.source)) for a in attributions]
    stretches = sorted(
        ((span, i) for i, a in enumerate(attributions) for span in a.content),
        key=lambda item: (item[0].start, -item[0].end),
    )
    order = sorted(range(len(attributions)), key=lambda i: (extents[i].start, -extents[i].end))
    found: list[int | None] = [None] * len(attributions)
    open_stretches: list[tuple[Span, int]] = []
    position = 0
    for i in order:
        while position < len(stretches) and stretches[position][0].start <= extents[i].start:
            open_stretches.append(stretches[position])
            position += 1
        open_stretches = [s for s in open_stretches if s[0].end > extents[i].start]
        holding = [
            (span.end - span.start, other)
            for span, other in open_stretches
            if other != i and span.contains(extents[i]) and span not in attributions[i].content
        ]
        found[i] = min(holding)[1] if holding else None
    return found
