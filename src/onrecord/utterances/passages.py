"""A point as the cross-encoder reads it: who speaks, the sentence it stands in, and where."""

from __future__ import annotations

from onrecord.records import hull
from onrecord.utterances.points import Point

# Characters; a longer sentence is left out for the point's own words.
_LONGEST = 600
_NAME_WORDS = 8
NOBODY = "?"  # stands for a speaker that the text does not name


def passage(point: Point) -> tuple[str, str, list[tuple[int, int]]]:
    """``(speaker, text, marked)``: ``marked`` are the point's offsets into ``text``."""
    statement, whole = point.statement, hull(point.spans)
    low, high = min(point.around.start, whole.start), max(point.around.end, whole.end)
    if high - low > _LONGEST:
        low, high = whole.start, whole.end
    name = statement.speaker or statement.source_text or NOBODY
    marked = [(span.start - low, span.end - low) for span in point.spans]
    return " ".join(name.split()[:_NAME_WORDS]), point.article.text[low:high], marked
