"""What the line tagger sees of each line: its words by kind, its shape, its place among its neighbours.

Words outside the vocabulary are seen by their shape only (``Capitalised``, ``lower``, ``2,381``), so that
names of people, places and papers say nothing by themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from statistics import median
from string import ascii_lowercase, ascii_uppercase, digits

import numpy as np

from onrecord.articles.datelines import find_dateline
from onrecord.articles.tokens import CASES, CLOCK, tokens_of, word_id
from onrecord.languages.furniture import DAY, FUNCTION_WORDS, READER_WORDS
from onrecord.models.arrays import Floats, Ints
from onrecord.records import Span

# Words of a line that are looked at: so many from its start, so many from its end.
FIRST, LAST = 14, 10
_SEARCHED = 40_000
# Letters of a line from which on its words within another are a quotation of it; of fewer, a name told again.
_SHORT_KEY = 24
_CLOSING = "\"”’'»)]"
_SENTENCE = re.compile(r"[.!?](?<=[a-z0-9)\"”’%]{2}[.!?])[\"”’)]?\s+[\"“‘(]?[A-Z]")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_DATE = re.compile(DAY, re.IGNORECASE)
_SCHEME = re.compile(r"https?://")
_DOMAIN = re.compile(r"\.(?:com|org|net|example|co\.uk|news)\b")
_MAIL = re.compile(r"\w@\w[\w-]*+\.\w")
_HANDLE = re.compile(r"(?:^|\s)[@#]\w")
_BYLINE = re.compile(r"[Bb][Yy][ :] ?[A-ZÀ-Þ]")
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[^\W_]+")
# What every whole day has in it; the pattern itself takes ten times as long.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"\d[./-]\d|\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_MARKS = frozenset("•*–—>▪►·-")
_UPPERS, _DIGITS = ascii_uppercase.encode(), digits.encode()
_ALNUMS = _UPPERS + ascii_lowercase.encode() + _DIGITS
_NOT_ALNUMS = bytes(set(range(128)) - set(_ALNUMS))
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_QUOTES, _BARS, _STEPS = '"“”', "|•·", ">›»/"
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
    if text.isascii():
        return text.encode("ascii").translate(None, _NOT_ALNUMS).decode("ascii").lower()
    return "".join(_PLAIN.findall(text)).casefold()


def see(
    text: str, lines: Sequence[Line], vocabulary: Mapping[str, int], *, title: str | None, width: int
) -> Seen:
    """The features of ``lines``; ``width``: the column at which the text was wrapped, 0 when it was not."""
    contents = [line.span.of(text) for line in lines]
    tokens = [tokens_of(content) for content in contents]
    known = _Known(vocabulary)
    rows = [_padded(found, known) for found in tokens]
    looked = np.array(rows, np.int64).reshape(len(lines), FIRST + LAST)
    own = np.array([_own(c, t) for c, t in zip(contents, tokens, strict=True)], np.float32)
    placed = np.array(_placed(contents, lines, title, width), np.float32)
    numbers = np.concatenate([own, placed], axis=1)
    return Seen(looked // len(CASES), looked % len(CASES), numbers)


class _Known(dict[str, int]):
    """``word_id`` of each word as one number, asked for once a text."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        super().__init__()
        self._vocabulary = vocabulary

    def __missing__(self, token: str) -> int:
        number, case = word_id(token, self._vocabulary)
        found = self[token] = number * len(CASES) + case
        return found


def _padded(tokens: Sequence[str], known: _Known) -> list[int]:
    """What the words of a line's start and end are, those of the end at the end."""
    first = [known[token] for token in tokens[:FIRST]]
    last = [known[token] for token in tokens[-LAST:]]
    return first + [0] * (FIRST + LAST - len(first) - len(last)) + last


def _shares(text: str) -> tuple[int, int, int]:
    """How many characters of ``text`` are capitals, digits, letters or figures."""
    plain = text.encode("ascii", "ignore")
    size = len(plain)
    uppers, figures, alnums = (
        size - len(plain.translate(None, ones)) for ones in (_UPPERS, _DIGITS, _ALNUMS)
    )
    for other in _BEYOND_ASCII.findall(text) if size < len(text) else ():
        uppers += other.isupper()
        figures += other.isdigit()
        alnums += other.isalnum()
    return uppers, figures, alnums


def _ends(text: str) -> bool:
    """Whether ``text`` ends with a mark that ends sentences, closing marks after it apart."""
    return text.rstrip(_CLOSING)[-1:] in (".", "!", "?", "…")


def _has_address(text: str) -> bool:
    lower = text.lower()
    if "www." in lower or ("://" in lower and _SCHEME.search(lower)):
        return True
    return _DOMAIN.search(lower) is not None


def _dates(text: str) -> tuple[float, float, float]:
    """Whether a day, a year, a clock time is told; none is without a digit."""
    if _DIGIT.search(text) is None:
        return 0.0, 0.0, 0.0
    lower = text.lower()
    maybe = any(month in lower for month in _MONTHS) or _NUMBERS.search(lower) is not None
    day, year, clock = _DATE.search(text) if maybe else None, _YEAR.search(text), CLOCK.search(text)
    return float(day is not None), float(year is not None), float(clock is not None)


def _capitalised(words: Sequence[str]) -> int:
    """How many of ``words`` begin with a capital."""
    return sum([word[0].isupper() for word in words])


def _last_mark(content: str) -> list[float]:
    """What a line ends with: a sentence's end, a quotation mark, a colon, a comma, a hyphen."""
    last = content[-1]
    return [
        float(_ends(content)),
        float(last in "\"”’'»"),
        float(last == ":"),
        float(last in ",;"),
        float(last in "-‐"),
    ]


def _first_mark(content: str) -> list[float]:
    """What a line begins with: a small letter, a capital, a digit, a quotation mark, a list's mark."""
    first = content[0]
    return [
        float(first.islower()),
        float(first.isupper()),
        float(first.isdigit()),
        float(first in "\"“‘'«"),
        float(first in _MARKS),
    ]


def _addresses(content: str) -> list[float]:
    """Whether a line holds an address of the web, one of mail, a handle."""
    return [
        float(_has_address(content)),
        float("@" in content and _MAIL.search(content) is not None),
        float(("@" in content or "#" in content) and _HANDLE.search(content) is not None),
    ]


def _count(content: str, marks: str) -> int:
    """How many of its characters are one of ``marks``."""
    return sum([content.count(mark) for mark in marks if mark in content])


def _has_columns(content: str) -> bool:
    """Whether a gap as between columns stands within a line."""
    return ("   " in content or "\t" in content) and _GAP.search(content) is not None


def _own(content: str, tokens: Sequence[str]) -> list[float]:
    """What one line's characters say."""
    words = _LETTERS.findall(content)
    letters = len("".join(words)) or 1
    short = content[:400]
    count = len(words) or 1
    lowered = [word.lower() for word in words[:40]]
    looked = len(lowered) or 1
    long = [word for word in words[1:40] if len(word) >= 4]
    uppers, figures, alnums = _shares(short)
    # The order is that of the model's weights.
    return [
        log1p(len(content)) / 6,
        log1p(len(words)) / 4,
        uppers / min(letters, 400),
        _capitalised(words) / count,
        figures / len(short),
        1 - (alnums + short.count(" ")) / len(short),
        *_last_mark(content),
        *_first_mark(content),
        float(content[0] in "([" and content[-1] in ")]"),
        min(len(_SENTENCE.findall(content)), 5) / 3,
        min(_count(content, _QUOTES), 4) / 4,
        *_addresses(content),
        float("©" in content or "(c)" in content.lower()),
        min(_count(content, _BARS), 3) / 3,
        min(_count(content, _STEPS), 3) / 3,
        *_dates(short),
        float(_BYLINE.match(content) is not None),
        float(find_dateline(content, 0, len(content)) is not None),
        sum(map(FUNCTION_WORDS.__contains__, lowered)) / looked,
        sum(map(READER_WORDS.__contains__, lowered)) / looked,
        float(_has_columns(content)),
        _capitalised(long) / (len(long) or 1),
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
    usual = width or _usual_length(contents)
    rows = []
    for index, (line, key) in enumerate(zip(lines, folded, strict=True)):
        before = contents[index - 1] if index else "."
        is_quoted, is_named = _told_again(key, often[key], everything)
        is_title, is_of_title = _beside_title(key, wanted)
        # The order is that of the model's weights.
        rows.append(
            [
                *_around(line),
                *_position(index, len(lines)),
                min(len(contents[index]) / usual, 2.0),
                float(often[key] > 1),
                float(is_quoted),
                float(is_title),
                float(bool(wanted)),
                float(is_of_title),
                float(len(before) >= 40 and not _ends(before)),
                float(width > 0),
                float(is_named),
            ]
        )
    return rows


def _usual_length(contents: Sequence[str]) -> float:
    """The usual length of the long lines, in characters."""
    long = [len(content) for content in contents if len(content) >= 40]
    return median(long) if long else 40


def _around(line: Line) -> list[float]:
    """The white space around a line."""
    return [min(line.indent, 20) / 20, min(line.above, 2) / 2, min(line.below, 2) / 2, float(line.page)]


def _position(index: int, total: int) -> list[float]:
    """How far a line stands from the first and from the last of ``total``."""
    return [
        1 / (1 + index),
        1 / (total - index),
        index / total,
        min(index, 30) / 30,
        min(total - 1 - index, 30) / 30,
        log1p(total) / 6,
    ]


def _told_again(key: str, often: int, everything: str) -> tuple[bool, bool]:
    """Whether a line's words stand within another line too: as a quotation of it, as a name told again.

    ``key``: the line's words folded; ``often``: how many lines have just these.
    """
    if len(key) >= _SHORT_KEY:
        return often == 1 and everything.count(key) > 1, False
    return False, len(key) >= 4 and everything.count(key) > often


def _beside_title(key: str, wanted: str) -> tuple[bool, bool]:
    """Whether a line is the known title ``wanted``, or a good part of it; neither where none is known."""
    if not wanted or key == wanted:
        return bool(wanted), False
    return False, len(key) > 11 and key in wanted


NUMBERS = 36 + 19
