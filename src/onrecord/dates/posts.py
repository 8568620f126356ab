"""Live pages: each post stands under its own time, and what it reports was said by then, that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from onrecord.dates import stamps
from onrecord.records import Dating
from onrecord.text import View

# A day and an hour, and nothing else, on a line: "12 April 2023, 08:05".
_STAMP = re.compile(
    r"(?=.{8,40}$)(?=.*\b\d{4}\b)[\w .,/-]+?[ ,T]+\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
)
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Posts:
    """Where the posts of a live page begin, ascending, and the day of each."""

    starts: tuple[int, ...]
    days: tuple[Dating, ...]

    def dating_at(self, offset: int) -> Dating | None:
        """The day of the post that holds ``offset``; None above the first."""
        index = bisect_right(self.starts, offset) - 1
        return self.days[index] if index >= 0 else None


def posts_of(view: View) -> Posts:
    """The posts of an article; none where fewer than two lines give a day and an hour."""
    found = [(start, day) for start, line in _stamp_lines(view) if (day := _dating(view, line)) is not None]
    if len(found) < _FEWEST:
        return Posts((), ())
    return Posts(tuple(start for start, _ in found), tuple(day for _, day in found))


def _stamp_lines(view: View) -> list[tuple[int, str]]:
    """Lines among the paragraphs that are a day and an hour, with where they begin."""
    blocks = view.article.blocks
    lines = [(block.start, block.span.of(view.text)) for block in blocks if block.kind == "furniture"]
    return [line for line in lines if _STAMP.fullmatch(line[1])]


def _dating(view: View, line: str) -> Dating | None:
    stamp = stamps.read(line, view.language)
    if stamp is None or stamp.day is None:
        return None
    day = stamp.day.isoformat()
    return Dating(day, day, day, f"the time of the post that reports it: “{line}”")
