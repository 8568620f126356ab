"""Texts that an API cut off after a number of characters: where the last whole sentence ends."""

from __future__ import annotations

import re
from typing import NamedTuple

# "… [+2381 chars]" of news interfaces, "[…]" of feeds.
_MARK = re.compile(
    r"(?:(?<!\s)\s++)?(?:(?:…|\.{3})\s*+)?(?:\[\+\d{1,7} chars?\]|\[(?:…|\.{3}|&hellip;)\])\s*+$"
)
_SENTENCE_END = re.compile(r"[.!?…](?:[\"”’')\]]+)?(?=\s)")


class Edge(NamedTuple):
    """``whole``: where the last whole sentence ends; ``start``: where the cut one begins."""

    whole: int
    start: int


def cut_edge(text: str, start: int, end: int) -> Edge | None:
    """The edge in ``text[start:end]``, or None when it was not cut."""
    block = text[start:end]
    mark = _MARK.search(block)
    if mark is None:
        return None
    ends = [m.end() for m in _SENTENCE_END.finditer(block, 0, mark.start())]
    whole = ends[-1] if ends else 0
    rest = block[whole:]
    return Edge(start + whole, start + whole + len(rest) - len(rest.lstrip()))
