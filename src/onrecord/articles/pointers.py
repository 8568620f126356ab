"""Lines that send the reader to another piece: a label before its headline, a menu of clips."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.features import fold
from onrecord.articles.marked import Marked
from onrecord.languages.furniture import POINTER, POINTER_CALL

# A menu names each clip twice and how long it runs: "Dam shut now Replay ... MUST WATCH Dam shut now 01:38".
_RUNS = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?\s*$")
# Labels of lines that a reader of statements sees.
_READ = ("body", "caption")
_LONGEST = 400  # characters
_WORDS = 40
# Words that stand twice in such a line, at least.
_TWICE = 3
# Another piece's headline is one sentence.
_MORE = re.compile(r"[a-z0-9)\"”’][.!?][\"”’)]?\s+[\"“‘(]?[A-ZÀ-Þ]")


def without_pointers(marked: Sequence[Marked], speaks: Sequence[bool]) -> list[Marked]:
    """``marked``, where lines of the body that only point to another piece are "related".

    ``speaks``: which lines belong to a conversation; "MORE:" is somebody there.
    """
    return [
        m.under("related") if m.label in _READ and not said and _points(m.content) else m
        for m, said in zip(marked, speaks, strict=True)
    ]


def _points(content: str) -> bool:
    if len(content) > _LONGEST or len(content.split()) > _WORDS:
        return False
    if _RUNS.search(content) and _says_twice(content):
        return True
    if _MORE.search(content):
        return False
    called = POINTER_CALL.match(content)
    if called is not None:
        return content[-1] not in ".!,;" and not content.isupper()
    return POINTER.match(content) is not None


def _says_twice(content: str) -> bool:
    """Whether the words at the line's end, its running time aside, stand in it before."""
    words = [folded for word in _RUNS.sub("", content).split() if (folded := fold(word))]
    for size in range(len(words) // 2, _TWICE - 1, -1):
        last = words[-size:]
        if any(words[n : n + size] == last for n in range(len(words) - 2 * size + 1)):
            return True
    return False
