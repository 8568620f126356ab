"""What the line tagger sees of each line: its words by kind, its shape, its place among its neighbours.

Words outside the vocabulary are seen by their shape only (``Capitalised``, ``lower``, ``2,381``), so that
names of people, places and papers say nothing by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p
from statistics import median

import numpy as np
import numpy.typing as npt

from onrecord.articles.datelines import find_dateline
from onrecord.languages.english.articles import DAY, FUNCTION_WORDS, READER_WORDS
from onrecord.records import Span

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# Words of a line that are looked at: so many from its start, so many from its end.
FIRST, LAST = 14, 10
_SEARCHED = 40_000
SHAPES = (
    "<pad>",
    "<lower>",
    "<Title>",
    "<UPPER>",
    "<Mixed>",
    "<d1>",
    "<d2>",
    "<d4>",
    "<digits>",
    "<code>",
    "<url>",
    "<mail>",
    "<handle>",
    "<clock>",
    "<mark>",
)
CASES = ("none", "lower", "title", "upper")
TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[@#]\w+|\d{1,2}[:.]\d\d(?!\d)"
    r"|\w+(?:['’.,]\w+)*|[^\w\s]"
)
_END = re.compile(r"[.!?…][\"”’'»)\]]*$")
_SENTENCE = re.compile(r"[a-z0-9)\"”’%]{2}[.!?][\"”’)]?\s+[\"“‘(]?[A-Z]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DATE = re.compile(DAY, re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|www\.|\.(?:com|org|net|example|co\.uk|news)\b", re.IGNORECASE)
_MAIL = re.compile(r"\w@\w+[\w-]*\.\w")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w")
_BYLINE = re.compile(r"[Bb][Yy][ :] ?[A-ZÀ-Þ]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"\S(?: {3,}|\t+ ?)\S")


@dataclass(frozen=True, slots=True)
class Line:
    """A line's content without the white space around it; ``page``: a form feed stands before it."""

    span: Span
    indent: int
    above: int
    below: int
    page: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """Features of a text's L lines: word ids and cases ``(L, FIRST + LAST)``, numbers ``(L, NUMBERS)``."""

    words: Ints
    cases: Ints
    numbers: Floats


def lines_of(text: str) -> list[Line]:
    """Every line that is not blank, with the blank lines around it counted."""
    found: list[tuple[Span, int, int, bool]] = []
    start = blank = 0
    page = False
    for raw in text.split("\n"):
        inner = raw.strip()
        page = page or "\f" in raw
        if inner:
            lead = raw.index(inner)
            found.append((Span(start + lead, start + lead + len(inner)), lead, blank, page))
            blank, page = 0, False
        else:
            blank += 1
        start += len(raw) + 1
    belows = [*(line[2] for line in found[1:]), blank][: len(found)]
    return [Line(s, lead, up, down, page) for (s, lead, up, page), down in zip(found, belows, strict=True)]


def fold(text: str) -> str:
    """Letters and digits of ``text``, lower case: "Trump’s Deal." and "Trump's deal" are one headline."""
    return "".join(_PLAIN.findall(text)).casefold()


def see(
    text: str, lines: Sequence[Line], vocabulary: Mapping[str, int], *, title: str | None, width: int
) -> Seen:
    """The features of ``lines``; ``width``: the column at which the text was wrapped, 0 when it was not."""
    contents = [line.span.of(text) for line in lines]
    tokens = [TOKEN.findall(content) for content in contents]
    words = np.zeros((len(lines), FIRST + LAST), np.int64)
    cases = np.zeros((len(lines), FIRST + LAST), np.int64)
    for row, found in enumerate(tokens):
        ids = [word_id(token, vocabulary) for token in (*found[:FIRST], *found[-LAST:])]
        first = min(len(found), FIRST)
        words[row, :first] = [i for i, _ in ids[:first]]
        cases[row, :first] = [c for _, c in ids[:first]]
        last = len(ids) - first
        if last:
            words[row, -last:] = [i for i, _ in ids[first:]]
            cases[row, -last:] = [c for _, c in ids[first:]]
    own = np.array([_own(c, t) for c, t in zip(contents, tokens, strict=True)], np.float32)
    placed = np.array(_placed(contents, lines, title, width), np.float32)
    return Seen(words, cases, np.concatenate([own, placed], axis=1))


def word_id(token: str, vocabulary: Mapping[str, int]) -> tuple[int, int]:
    """A word's number in the vocabulary, else that of its shape; and its case."""
    number = vocabulary.get(token.lower())
    return (number if number is not None else _shape(token)), _case(token)


@cache
def _marks() -> frozenset[str]:
    return frozenset("•*–—>▪►·-")


def _case(token: str) -> int:
    if not token[0].isalpha():
        return 0
    if token.islower():
        return 1
    return 3 if token.isupper() and len(token) > 1 else 2


def _shape(token: str) -> int:
    if not (token[0].isalnum() or token[0] in "@#"):
        return SHAPES.index("<mark>")
    if token[0].isdigit():
        return _number_shape(token)
    if "@" in token or "#" in token:
        return SHAPES.index("<handle>" if token[0] in "@#" else "<mail>")
    if token.startswith(("http", "www.")) or (token.count(".") and token.islower()):
        return SHAPES.index("<url>")
    if any(char.isdigit() for char in token):
        return SHAPES.index("<code>")
    if token.islower():
        return SHAPES.index("<lower>")
    if token.isupper():
        return SHAPES.index("<UPPER>")
    return SHAPES.index("<Title>" if token[1:].islower() else "<Mixed>")


def _number_shape(token: str) -> int:
    if token.isdigit():
        return SHAPES.index({1: "<d1>", 2: "<d2>", 4: "<d4>"}.get(len(token), "<digits>"))
    if _CLOCK.fullmatch(token):
        return SHAPES.index("<clock>")
    return SHAPES.index("<digits>" if not any(map(str.isalpha, token)) else "<code>")


def _own(content: str, tokens: Sequence[str]) -> list[float]:
    """What one line's characters say."""
    words = _LETTERS.findall(content)
    letters = sum(map(len, words)) or 1
    short = content[:400]
    count = len(words) or 1
    lowered = [word.lower() for word in words[:40]]
    looked = len(lowered) or 1
    long = [word for word in words[1:40] if len(word) >= 4]
    return [
        log1p(len(content)) / 6,
        log1p(len(words)) / 4,
        sum(map(str.isupper, short)) / min(letters, 400),
        sum(word[0].isupper() for word in words) / count,
        sum(map(str.isdigit, short)) / len(short),
        1 - (sum(map(str.isalnum, short)) + short.count(" ")) / len(short),
        float(_END.search(content) is not None),
        float(content[-1] in "\"”’'»"),
        float(content[-1] == ":"),
        float(content[-1] in ",;"),
        float(content[-1] in "-‐"),
        float(content[0].islower()),
        float(content[0].isupper()),
        float(content[0].isdigit()),
        float(content[0] in "\"“‘'«"),
        float(content[0] in _marks()),
        float(content[0] in "([" and content[-1] in ")]"),
        min(len(_SENTENCE.findall(content)), 5) / 3,
        min(sum(map(content.count, '"“”')), 4) / 4,
        float(_ADDRESS.search(content) is not None),
        float(_MAIL.search(content) is not None),
        float(_HANDLE.search(content) is not None),
        float("©" in content or "(c)" in content.lower()),
        min(sum(map(content.count, "|•·")), 3) / 3,
        min(sum(map(content.count, ">›»/")), 3) / 3,
        float(_DATE.search(short) is not None),
        float(_YEAR.search(short) is not None),
        float(_CLOCK.search(short) is not None),
        float(_BYLINE.match(content) is not None),
        float(find_dateline(content, 0, len(content)) is not None),
        sum(word in FUNCTION_WORDS for word in lowered) / looked,
        sum(word in READER_WORDS for word in lowered) / looked,
        float(_GAP.search(content) is not None),
        sum(word[0].isupper() for word in long) / (len(long) or 1),
        min(len(tokens), 60) / 60,
        float(not words),
    ]


def _placed(
    contents: Sequence[str], lines: Sequence[Line], title: str | None, width: int
) -> list[list[float]]:
    """What a line's place says: among all lines, beside its neighbours, beside the title."""
    folded = [fold(content) for content in contents]
    often = Counter(folded)
    # Looked through for every line: only texts of a usual length, so that the cost stays linear.
    everything = " ".join(folded) if sum(map(len, folded)) <= _SEARCHED else ""
    wanted = fold(title) if title else ""
    longest = [len(content) for content in contents if len(content) >= 40]
    usual = median(longest) if longest else 40
    total = len(lines)
    rows = []
    for index, (line, key) in enumerate(zip(lines, folded, strict=True)):
        before = contents[index - 1] if index else "."
        inside = len(key) >= 24 and everything.count(key) > 1
        rows.append(
            [
                min(line.indent, 20) / 20,
                min(line.above, 2) / 2,
                min(line.below, 2) / 2,
                float(line.page),
                1 / (1 + index),
                1 / (total - index),
                index / total,
                min(index, 30) / 30,
                min(total - 1 - index, 30) / 30,
                log1p(total) / 6,
                min(len(contents[index]) / (width or usual), 2.0),
                float(often[key] > 1),
                float(inside and often[key] == 1),
                float(bool(wanted) and key == wanted),
                float(bool(wanted)),
                float(bool(wanted) and len(key) > 11 and key in wanted and key != wanted),
                float(_END.search(before) is None and len(before) >= 40),
                float(width > 0),
            ]
        )
    return rows


NUMBERS = 36 + 18
