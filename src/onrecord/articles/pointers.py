"""Lines that send the reader to another piece: a label before its headline, a menu of clips."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from onrecord.articles.features import fold
from onrecord.articles.marked import Marked
from onrecord.languages.furniture import POINTER, POINTER_CALL, POINTER_HEAD

# A menu names each clip twice and how long it runs: "Dam shut now Replay ... MUST WATCH Dam shut now 01:38".
_RUNS = re.compile(r"\s\d{1,2}:\d\d(?::\d\d)?\s*$")
# Labels of lines that a reader of statements sees.
_READ = ("body", "caption")
_LONGEST = 400  # characters
_WORDS = 40
# Words of another piece's headline, in a list of such.
_TITLE = 18
# Words that stand twice in such a line, at least.
_TWICE = 3
# Another piece's headline is one sentence.
_MORE = re.compile(r"[a-z0-9)\"”’][.!?][\"”’)]?\s+[\"“‘(]?[A-ZÀ-Þ]")


def without_pointers(marked: Sequence[Marked], speaks: Sequence[bool]) -> list[Marked]:
    """``marked``, where lines of the body that only point to another piece are "related".

    ``speaks``: which lines belong to a conversation; "MORE:" is somebody there.
    """
    listed = _listed(marked)
    return [
        m.under("related") if m.label in _READ and not said and (n in listed or _points(m.content)) else m
        for n, (m, said) in enumerate(zip(marked, speaks, strict=True))
    ]


def _listed(marked: Sequence[Marked]) -> set[int]:
    """The headlines of other pieces right below a line that says so, in whatever number; not one alone.

    One line without a full stop may be a heading of the story's own.
    """
    found: set[int] = set()
    for head, line in enumerate(marked):
        if POINTER_HEAD.fullmatch(line.content) is None:
            continue
        below = list(takewhile(lambda m: _is_title(m.content), marked[head + 1 :]))
        if len(below) > 1:
            found |= {head, *range(head + 1, head + 1 + len(below))}
    return found


def _is_title(content: str) -> bool:
    return len(content.split()) <= _TITLE and content[0] not in '"“' and content[-1] not in '.!,:;"”'


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
