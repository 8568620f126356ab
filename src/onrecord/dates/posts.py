"""Live pages: each post stands under its own time, and what it reports was said by then, that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onrecord.dates import stamps
from onrecord.dates.finder import Scan, find
from onrecord.records import Block, Dating, Timex
from onrecord.text import View

# A day and an hour in either order, and no more: "12 April 2023, 08:05", "8:05 a.m. ET, April 12".
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?"
_STAMP = re.compile(
    rf"(?=.{{8,44}}$)(?=.*[A-Za-z]{{3}}|.*\b\d{{4}}\b)"
    rf"(?:[\w .,/-]+?[ ,T]+(?:at )?{_CLOCK}|(?:\w+ (?:at )?)?{_CLOCK}[ ,]+[\w .,/-]+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
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

    def day_at(self, offset: int) -> str | None:
        """The ISO day of the post that holds ``offset``."""
        dating = self.dating_at(offset)
        return dating.day if dating is not None else None


def posts_of(view: View, published: Dating | None = None) -> Posts:
    """The posts of an article; none where fewer than two lines give a day and an hour.

    ``published``: when the page was, which tells the year where a line does not.
    """
    published = view.article.published if published is None else published
    found = [
        (block.start, day)
        for block in _stamps(view)
        if (day := _dating(view, block.span.of(view.text), published)) is not None
    ]
    if len(found) < _FEWEST:
        return Posts((), ())
    return Posts(tuple(start for start, _ in found), tuple(day for _, day in found))


def _stamps(view: View) -> Iterator[Block]:
    """Lines that are a day and an hour, each above words that no other such line stands nearer to."""
    lines = [
        (block, stamped)
        for block in view.article.blocks
        if (stamped := _is_stamp(view, block)) or block.kind != "furniture"
    ]
    return (above for (above, stamped), (_, again) in pairwise(lines) if stamped and not again)


def _is_stamp(view: View, block: Block) -> bool:
    return block.kind == "furniture" and _STAMP.fullmatch(block.span.of(view.text)) is not None


def _dating(view: View, line: str, published: Dating) -> Dating | None:
    """The day that a line gives; without a year the one of that name nearest to the page's own day."""
    lines = [line]
    if published.latest and not _YEAR.search(line):
        lines = [f"{line} {int(published.latest[:4]) + years}" for years in (0, -1, 1)]
    found = (stamp.day for each in lines if (stamp := stamps.read(each, view.language)) is not None)
    days = [day for day in found if day is not None]
    if not days:
        return None
    near = date.fromisoformat(published.latest) if published.latest else days[0]
    day = min(days, key=lambda d: abs(d - near)).isoformat()
    return Dating(day, day, day, f"the time of the post that reports it: “{line}”")


def find_in_posts(view: View, posts: Posts, timexes: Sequence[Timex], scan: Scan) -> tuple[Timex, ...]:
    """``timexes`` of a page; in its posts "Friday" is one before the post's day, not before the page's.

    ``scan``: of the page's text.
    """
    days = {dating.day: dating for dating in posts.days}
    if not days:
        return tuple(timexes)
    found = {None: timexes} | {day: find(view, dating, scan) for day, dating in days.items()}
    kept = (t for day, each in found.items() for t in each if posts.day_at(t.start) == day)
    return tuple(sorted(kept, key=lambda t: t.start))
