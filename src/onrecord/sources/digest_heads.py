"""Where articles begin that stand in one text: heads of one shape, one under the other's last sentence.

A head is a headline with something beside it that only heads have: a day, a paper, an address, a dateline
below, ornaments, a mark of Markdown. What a text has once, or above prose of its own, is no digest's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.languages.furniture import DAY, NAME_PARTICLES, OUTLET_WORDS, PAPER_WORDS, STAMP_WORDS

_DAY = re.compile(DAY, re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|[’']\d\d\b|[./-]\d\d\b")
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+>?")
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][\w .,’'-]{2,40}(?:,\s*\w{3,9}\.? \d{1,2}(?:, \d{4})?)?\s*\([A-Z][\w./ -]{1,25}\)\s*[-–—:]"
)
_ORNAMENT = re.compile(r"[*=~•+#_-]{2,}\s*+(?:[^*=~•+#_-].{2,200}?)\s*[*=~•+#_-]{2,}")
_MARKS = re.compile(r"^[#>*_\s]+|[*_\s]+$")
_TOP = re.compile(r"# +\S")
_SENTENCE = re.compile(r"[.!?…][\"”’)]?\s*$")
_IN_BRACKETS = re.compile(r"\(([^():]{3,40})\)$")
_LEAD = re.compile(r"(?:source|from|via|in)\s*:\s*", re.IGNORECASE)
_BEFORE = re.compile(r"([A-ZÀ-Þ][^:]{2,40}): \S")
_WORD = re.compile(r"[^\W\d_]+")
_FOOT = re.compile(
    r"\W*(?:ends?|30|back to (?:top|contents)|(?:return )?to (?:the )?(?:top|table of contents|contents)"
    r"|(?:©|\(c\)|copyright) .{2,60})\W*",
    re.IGNORECASE,
)
# Small words beside a day: those of stamps and of names.
_BESIDE = STAMP_WORDS | NAME_PARTICLES | {"the", "and", "by", "page", "p"}
_HEAD_LINES, _HEAD_WORDS, _NAME_WORDS, _BESIDE_WORDS, _PROSE_WORDS = 4, 28, 7, 6, 8


def heads_alike(lines: Sequence[str]) -> list[int]:
    """The first lines of heads that all have one shape; none where the text is one article's."""
    heads = [(top, _shape(lines, top, end)) for top, end in _heads(lines)]
    strong = [(top, shape) for top, shape in heads if "T" in shape and set(shape) - {"T"}]
    if len({shape for _, shape in strong}) == 1 < len(strong) and heads[0][0] == strong[0][0]:
        return [top for top, _ in strong]
    return _below_feet(lines, [top for top, _ in heads])


def _heads(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Runs of short lines above prose, blank ones among them: where each begins, and where its prose does."""
    found = []
    for at, line in enumerate(lines):
        if not _is_prose(line):
            continue
        top, taken = at, 0
        n = at - 1
        while n >= 0 and taken < _HEAD_LINES and (not lines[n].strip() or _is_short(lines[n])):
            if lines[n].strip():
                top, taken = n, taken + 1
            n -= 1
        if taken:
            found.append((top, at))
    return found


def _shape(lines: Sequence[str], top: int, end: int) -> str:
    """The kinds of a head's lines in their order; a headline is "T"."""
    kinds = "".join(filter(None, (_kind(line) for line in lines[top:end] if line.strip())))
    return kinds + ("L" if _DATELINE.match(lines[end]) else "")


def _kind(line: str) -> str:
    written = line.strip()
    words = _MARKS.sub("", written)
    if _ADDRESS.fullmatch(words):
        return "U"
    day = next((m for m in _DAY.finditer(words) if _YEAR.search(m.group())), None)
    if day is not None:
        return "D" if _is_stamp(words[: day.start()] + words[day.end() :]) else "T"
    if _is_paper(words.strip("()[]")) or _is_paper(_LEAD.sub("", words)):
        return "P"
    if _ORNAMENT.fullmatch(written):
        return "TO"
    if _TOP.match(written):
        return "TM"
    said = (_IN_BRACKETS.search(words), _BEFORE.match(words))
    return "TP" if any(match and _is_paper(match[1]) for match in said) else "T"


def _is_stamp(beside: str) -> bool:
    """Whether the words beside a day are few and names, so that the line gives a day and tells nothing."""
    words = _WORD.findall(beside)
    return len(words) <= _BESIDE_WORDS and all(word[0].isupper() or word in _BESIDE for word in words)


def _is_paper(words: str) -> bool:
    """Whether words are a paper's name and nothing else."""
    parts = words.split()
    known = OUTLET_WORDS | PAPER_WORDS
    return (
        2 <= len(parts) <= _NAME_WORDS
        and all(part[0].isupper() or part in ("of", "the", "and", "&") for part in parts)
        and not known.isdisjoint(word.lower() for word in _WORD.findall(words))
    )


def _below_feet(lines: Sequence[str], heads: Sequence[int]) -> list[int]:
    """Where heads stand below a line that ends an article, and the first; none where one ends in a text."""
    feet = [n for n, line in enumerate(lines) if _FOOT.fullmatch(line)]
    last = max((n for n, line in enumerate(lines) if _is_prose(line)), default=len(lines))
    if len(feet) < 2 or feet[-1] < last or not heads:
        return []
    starts = [heads[0], *(_filled(lines, foot + 1) for foot in feet[:-1])]
    return starts if len(set(starts)) == len(starts) and set(starts) <= set(heads) else []


def _filled(lines: Sequence[str], at: int) -> int:
    return next((n for n in range(at, len(lines)) if lines[n].strip()), len(lines))


def _is_prose(line: str) -> bool:
    """Whether a line is a paragraph, or the first line of one that is wrapped."""
    words = line.split()
    return len(words) >= _PROSE_WORDS and (
        _SENTENCE.search(line) is not None or len(words) > _HEAD_WORDS or _DATELINE.match(line) is not None
    )


def _is_short(line: str) -> bool:
    words = line.split()
    if not 0 < len(words) <= _HEAD_WORDS or _FOOT.fullmatch(line):
        return False
    return not _SENTENCE.search(line) and any(map(str.isalpha, line))
