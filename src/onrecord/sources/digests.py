"""Texts that gather articles without a rule between them: press reviews, logs of a station, front pages.

Each of their articles begins alike: a headline and, on the line below, its paper with a page or a day, or
who wrote it; in a log with the hour before it. What stands above the first says the day of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.languages.furniture import DAY, FUNCTION_WORDS, NAME_PARTICLES, OUTLET_WORDS, PAPER_WORDS
from onrecord.records import Span

_DAY = re.compile(DAY, re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|[’']\d\d\b|[./-]\d\d\b")
_PAGE = re.compile(
    r"\b(?:pages?|pp?|pg|seite|s|side|sid|p[áa]g)\b[. ]{1,2}[A-Z]{0,2}\d{1,3}\b", re.IGNORECASE
)
_NAME = re.compile(r"[ \t]*([A-ZÀ-Þ][^,|·(\t\n]{1,50}?)(?:[,|·(\t]|\s[–—-]\s|\s{2,})")
_BY = re.compile(r"[ \t]*(?:By|BY) (?:[A-ZÀ-Þ][\w.’'-]*(?:,? |$)|(?:and|de|van|von|af) ){2,8}")
_TIMED = re.compile(r"[ \t]*\d{4}[ \t]{2,}(?=[A-ZÀ-Þ])")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_MARK_WORDS, _TITLE_WORDS, _NAME_WORDS = 14, 28, 7
# What each article has at least, and a line above the first that is one of a text.
_SHORTEST = 160
_PROSE_WORDS = 30
# A line of so few words between two articles is the name of a section, or of the page where one goes on.
_SECTION_WORDS = 4


class _Line(NamedTuple):
    start: int
    words: str


class Piece(NamedTuple):
    """An article of a digest: its part of the text, and what the digest says of it."""

    region: Span
    said: dict[str, str]


def digest(text: str, region: Span) -> list[Piece]:
    """The articles that ``region`` gathers; none unless there are several and all begin alike."""
    lines = list(_lines(text, region))
    for begins in (_under_paper, _under_writer, _timed):
        starts = [n for n in range(len(lines)) if begins(lines, n)]
        titles = {lines[n].words.strip() for n in starts}  # the same line again is a caption or a page's head
        if len(titles) == len(starts) > 1 and (pieces := _pieces(text, region, lines, starts)):
            named = begins is _under_paper
            return [
                Piece(span, _said(lines, starts[0], n, named=named))
                for span, n in zip(pieces, starts, strict=True)
            ]
    return []


def _lines(text: str, region: Span) -> Iterator[_Line]:
    start = region.start
    for words in region.of(text).split("\n"):
        yield _Line(start, words)
        start += len(words) + 1


def _under_paper(lines: list[_Line], at: int) -> bool:
    """Whether a headline stands ``at``, and under it its paper with a page or a day."""
    return _is_title(lines, at) and _is_paper(lines[at + 1].words)


def _under_writer(lines: list[_Line], at: int) -> bool:
    """Whether a headline stands ``at``, and under it who wrote the article."""
    return _is_title(lines, at) and _BY.match(lines[at + 1].words) is not None


def _timed(lines: list[_Line], at: int) -> bool:
    """Whether an hour and a headline stand ``at``, on a line of their own."""
    words = lines[at].words
    alone = at + 1 < len(lines) and not lines[at + 1].words.strip()
    return alone and _TIMED.match(words) is not None and not _SENTENCE.search(words)


def _is_title(lines: list[_Line], at: int) -> bool:
    words = lines[at].words.strip()
    if at + 1 >= len(lines) or (at and lines[at - 1].words.strip()):
        return False
    return any(map(str.isalpha, words)) and len(words.split()) <= _TITLE_WORDS and not _SENTENCE.search(words)


def _is_paper(words: str) -> bool:
    """Whether a line is a paper's name with a page or a whole day: not a sentence that tells of one."""
    name = _NAME.match(words)
    if name is None or len(words.split()) > _MARK_WORDS or _SENTENCE.search(words.rstrip(" .")):
        return False
    small = (w for w in _WORD.findall(name[1]) if not w[0].isupper())
    if len(name[1].split()) > _NAME_WORDS or any(w not in NAME_PARTICLES | _IN_NAMES for w in small):
        return False
    return _PAGE.search(words, name.end(1)) is not None or _day_in(words[name.end(1) :]) is not None


_IN_NAMES = frozenset(("of", "the", "and", "for")) & FUNCTION_WORDS


def _day_in(words: str) -> str | None:
    return next((m.group() for m in _DAY.finditer(words) if _YEAR.search(m.group())), None)


def _pieces(text: str, region: Span, lines: list[_Line], starts: list[int]) -> list[Span]:
    """The parts of the text that begin there; none where one is no article, or a text stands above."""
    if any(len(line.words.split()) >= _PROSE_WORDS for line in lines[: starts[0]]):
        return []
    ends = [lines[n].start for n in starts[1:]]
    spans = [Span(lines[n].start, end) for n, end in zip(starts, [*ends, region.end], strict=True)]
    spans = [*(Span(each.start, _before_section(text, each)) for each in spans[:-1]), spans[-1]]
    return spans if all(_is_article(text, each) for each in spans) else []


def _before_section(text: str, piece: Span) -> int:
    """Where a piece ends, but for the names of the next one's section below it."""
    end = piece.end
    while True:
        kept = text[piece.start : end].rstrip()
        line = kept.rfind("\n") + 1
        words = kept[line:].split()
        apart = kept[:line].endswith(("\n\n", "\n \n"))
        if not apart or len(words) > _SECTION_WORDS or _SENTENCE.search(kept):
            return piece.start + len(kept)
        end = piece.start + line


def _is_article(text: str, piece: Span) -> bool:
    body = piece.of(text).partition("\n")[2]
    return len(body) >= _SHORTEST and any(_SENTENCE.search(line) for line in body.split("\n"))


def _said(lines: list[_Line], first: int, at: int, *, named: bool) -> dict[str, str]:
    """The day that is said of all, and the paper unless each article's is ``named``."""
    said: dict[str, str] = {}
    above = [line.words.strip() for line in lines[:first] if line.words.strip()]
    own = _day_in(" ".join(line.words for line in lines[at : at + 4])) if named else None
    day = next(filter(None, map(_day_in, above)), None)
    if day is not None and own is None:
        said["date"] = day
    paper = next((name for name in map(_paper_in, above) if name), "")
    if paper and not named:
        said["outlet"] = paper
    return said


def _paper_in(words: str) -> str:
    """The paper whose head a line is: "COLDHARBOUR NEWS LETTER", "RADIO OLM  NEWSROOM LOG"."""
    name = re.split(r"\s{2,}|\t|,|\|", _DAY.sub("  ", words))[0].strip()
    known = {word.lower() for word in _WORD.findall(name)} & (OUTLET_WORDS | PAPER_WORDS)
    return name if known and len(name.split()) <= _NAME_WORDS and name[:1].isupper() else ""
