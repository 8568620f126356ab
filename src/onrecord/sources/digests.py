"""Texts that gather articles without a rule between them: press reviews, logs of a station, front pages.

Each of their articles begins alike: a headline and, near it, its paper with a page or a day, or who wrote
it; in a log with the hour before it, in a bulletin with its number. What stands above the first says the day
of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.languages.furniture import DAY, FUNCTION_WORDS, NAME_PARTICLES, OUTLET_WORDS, PAPER_WORDS
from onrecord.records import Span
from onrecord.sources.digest_heads import heads_alike

_DAY = re.compile(DAY, re.IGNORECASE)
_YEAR = re.compile(r"\d{4}|[’']\d\d\b|[./-]\d\d\b")
_PAGE = re.compile(
    r"\b(?:pages?|pp?|pg|seite|s|side|sid|p[áa]g)\b[. ]{1,2}[A-Z]{0,2}\d{1,3}\b", re.IGNORECASE
)
_NAME = re.compile(r"[ \t]*([A-ZÀ-Þ][^,|·(\t\n]{1,50}?)(?:[,|·(\t]|\s[–—-]\s|\s{2,})")
_BY = re.compile(r"[ \t]*(?:By|BY) (?:[A-ZÀ-Þ][\w.’'-]*(?:,? |$)|(?:and|de|van|von|af) ){2,8}")
_TIMED = re.compile(r"[ \t]*\d{4}[ \t]{2,}(?=[A-ZÀ-Þ])")
_NUMBER = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]+(?=[A-ZÀ-Þ\"“])")
_COUNT = re.compile(r"(?:\d{1,2}[.)]|\d{4})\s+")
_IMPRINT = re.compile(r"(.{8,300}?)(?:\s*+[(\[](?=[^()\[\]]+[)\]]$)|\s++[–—|-]\s+)([^()\[\]]+)[)\]]?")
_SENTENCE = re.compile(r"[.!?][\"”’)]?\s*$")
# A line in Markdown's slanted or fat type, as some write the paper and the day.
_EMPHASIS = re.compile(r"([*_]{1,3})([^*_\s][^*_]{0,200})\1")
_WORD = re.compile(r"[^\W\d_]+")
_MARK_WORDS, _TITLE_WORDS, _NAME_WORDS = 14, 28, 7
# What each article has at least, and a line above the first that is one of a text.
_SHORTEST = 160
_PROSE_WORDS = 30
# Lines that a head has above its paper's: headline, the line below it, who wrote.
_HEAD = 3
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
    for named, finder in _FINDERS:
        starts = finder(lines)
        pieces = _pieces(text, region, lines, starts) if len(starts) > 1 else []
        titles = {_title(lines, n) for n, _ in pieces}  # the same line again is a caption or a page's head
        if len(titles) == len(pieces) > 1:
            first = pieces[0][0]
            return [Piece(span, _said(lines, first, n, named=named)) for n, span in pieces]
    return []


def _lines(text: str, region: Span) -> Iterator[_Line]:
    start = region.start
    for words in region.of(text).split("\n"):
        marked = _EMPHASIS.fullmatch(words)
        yield _Line(start, marked[2] if marked else words)
        start += len(words) + 1


def _title(lines: Sequence[_Line], at: int) -> str:
    """The first line of the article that begins ``at``, without its number or hour."""
    return _COUNT.sub("", lines[at].words.strip())


def _by_paper(lines: Sequence[_Line]) -> list[int]:
    """Where heads begin that have a paper with a page or a day, all of them above it or all below."""
    marks = [n for n, line in enumerate(lines) if _is_paper(line.words)]
    found = [_headline_above(lines, n) for n in marks]
    above = [n for n in found if n is not None]
    if len(above) == len(found):
        return sorted(set(above))
    if not all(_sounds(lines[n].words) for n in marks):
        return above
    if all(_headline_below(lines, n) for n in marks):
        return marks
    if all(_is_foot(lines, n) for n in marks) and marks[-1] >= _last(lines):
        return [_filled(lines, n + 1) for n in (-1, *marks[:-1])]
    return above


def _headline_above(lines: Sequence[_Line], mark: int) -> int | None:
    """The first line of the head that ``mark`` ends: of its own block, else of the one above a blank line."""
    top = _top(lines, mark)
    if top == mark:
        last = _above(lines, mark)
        top = _top(lines, last + 1) if 0 <= last < mark - 1 else mark
        if top <= last and last - top >= _HEAD:
            return None
    return top if top < mark and not (top and lines[top - 1].words.strip()) else None


def _top(lines: Sequence[_Line], end: int) -> int:
    """The first of the lines right above ``end`` that are no sentence, at most so many as heads have."""
    top = end
    while top and end - top < _HEAD and _is_short(lines[top - 1].words):
        top -= 1
    return top


def _headline_below(lines: Sequence[_Line], mark: int) -> bool:
    """Whether a headline stands under ``mark``, which begins a block."""
    below = _filled(lines, mark + 1)
    return (
        (mark == 0 or not lines[mark - 1].words.strip())
        and below < len(lines)
        and _is_short(lines[below].words)
    )


def _is_foot(lines: Sequence[_Line], mark: int) -> bool:
    """Whether ``mark`` stands under a text and above a headline, or ends all."""
    above, below = _above(lines, mark), _filled(lines, mark + 1)
    return (
        above >= 0
        and _SENTENCE.search(lines[above].words) is not None
        and (below == len(lines) or _is_short(lines[below].words))
    )


def _above(lines: Sequence[_Line], at: int) -> int:
    return next((n for n in range(at - 1, -1, -1) if lines[n].words.strip()), -1)


def _filled(lines: Sequence[_Line], at: int) -> int:
    return next((n for n in range(at, len(lines)) if lines[n].words.strip()), len(lines))


def _last(lines: Sequence[_Line]) -> int:
    """The last line of a text."""
    return max((n for n, line in enumerate(lines) if _SENTENCE.search(line.words)), default=len(lines))


def _by_writer(lines: Sequence[_Line]) -> list[int]:
    """Where a headline stands and, under it, who wrote the article."""
    return [n for n in range(len(lines)) if _is_title(lines, n) and _BY.match(lines[n + 1].words)]


def _by_imprint(lines: Sequence[_Line]) -> list[int]:
    """Where paper and day stand behind the headline: "Ferry laid up (Olm Herald, 4 March 2031)"."""
    found = ((n, _IMPRINT.fullmatch(line.words.strip())) for n, line in enumerate(lines))
    return [
        n
        for n, match in found
        if match and _is_short(match[1]) and (n == 0 or not lines[n - 1].words.strip())
        if _is_paper(match[2])
    ]


def _by_hour(lines: Sequence[_Line]) -> list[int]:
    """Where an hour and a headline stand, on a line of their own."""
    return [n for n in range(len(lines)) if _TIMED.match(lines[n].words) and _is_alone(lines, n)]


def _by_number(lines: Sequence[_Line]) -> list[int]:
    """Where headlines stand that are counted from one, under the head of what gathers them.

    Without a paper's day or name above them they are the parts of an article.
    """
    found = [(n, m) for n, m in ((n, _NUMBER.match(line.words)) for n, line in enumerate(lines)) if m]
    alone = [(n, int(match[1])) for n, match in found if _is_alone(lines, n)]
    starts, counted = [n for n, _ in alone], [number for _, number in alone]
    above = [line.words for line in lines[: starts[0]]] if starts else []
    if counted != list(range(1, len(counted) + 1)) or any(map(_SENTENCE.search, above)):
        return []
    return starts if any(map(_day_in, above)) or any(map(_paper_in, above)) else []


def _by_head(lines: Sequence[_Line]) -> list[int]:
    """Where heads of one shape begin, each under the last sentence of the article before."""
    return heads_alike([line.words for line in lines])


def _is_alone(lines: Sequence[_Line], at: int) -> bool:
    """Whether a headline's words stand between blank lines."""
    blank_above = at == 0 or not lines[at - 1].words.strip()
    blank_below = at + 1 < len(lines) and not lines[at + 1].words.strip()
    return blank_above and blank_below and not _SENTENCE.search(lines[at].words)


_FINDERS = (
    (True, _by_paper),
    (True, _by_imprint),
    (False, _by_writer),
    (False, _by_hour),
    (False, _by_number),
    (True, _by_head),
)


def _is_short(words: str) -> bool:
    """Whether a line can be one of a head: it has letters, is no paragraph and no sentence."""
    words = words.strip()
    return any(map(str.isalpha, words)) and len(words.split()) <= _TITLE_WORDS and not _SENTENCE.search(words)


def _is_title(lines: Sequence[_Line], at: int) -> bool:
    return at + 1 < len(lines) and not (at and lines[at - 1].words.strip()) and _is_short(lines[at].words)


def _is_paper(words: str) -> bool:
    """Whether a line is a paper's name with a page or a whole day: not a sentence that tells of one."""
    name = _NAME.match(words)
    if name is None or len(words.split()) > _MARK_WORDS or _SENTENCE.search(words.rstrip(" .")):
        return False
    small = (w for w in _WORD.findall(name[1]) if not w[0].isupper())
    if len(name[1].split()) > _NAME_WORDS or any(w not in NAME_PARTICLES | _IN_NAMES for w in small):
        return False
    return _PAGE.search(words, name.end(1)) is not None or _day_in(words[name.end(1) :]) is not None


def _sounds(words: str) -> bool:
    """Whether what a line begins with has a word that papers bear."""
    name = _NAME.match(words)
    known = OUTLET_WORDS | PAPER_WORDS
    return name is not None and not known.isdisjoint(w.lower() for w in _WORD.findall(name[1]))


_IN_NAMES = frozenset(("of", "the", "and", "for")) & FUNCTION_WORDS


def _day_in(words: str) -> str | None:
    return next((m.group() for m in _DAY.finditer(words) if _YEAR.search(m.group())), None)


def _pieces(text: str, region: Span, lines: Sequence[_Line], starts: Sequence[int]) -> list[tuple[int, Span]]:
    """The parts of the text that begin there; none where one is no article, or a text stands above.

    What a list of contents has above the first is no article's.
    """
    ends = [lines[n].start for n in starts[1:]]
    spans = [Span(lines[n].start, end) for n, end in zip(starts, [*ends, region.end], strict=True)]
    spans = [*(Span(each.start, _before_section(text, each)) for each in spans[:-1]), spans[-1]]
    first = next((n for n, each in enumerate(spans) if _is_article(text, each)), len(spans))
    if first == len(spans) or any(len(x.words.split()) >= _PROSE_WORDS for x in lines[: starts[first]]):
        return []
    pieces = list(zip(starts[first:], spans[first:], strict=True))
    return pieces if all(_is_article(text, each) for _, each in pieces) else []


def _before_section(text: str, piece: Span) -> int:
    """Where a piece ends, but for the names of the next one's section below it."""
    end = piece.end
    while True:
        while end > piece.start and text[end - 1].isspace():
            end -= 1
        line = max(piece.start, text.rfind("\n", piece.start, end) + 1)
        words = text[line:end]
        apart = text[max(piece.start, line - 3) : line].endswith(("\n\n", "\n \n"))
        if not apart or len(words.split()) > _SECTION_WORDS or _SENTENCE.search(words):
            return end
        end = line


def _is_article(text: str, piece: Span) -> bool:
    body = piece.of(text).partition("\n")[2]
    return len(body) >= _SHORTEST and any(_SENTENCE.search(line) for line in body.split("\n"))


def _said(lines: Sequence[_Line], first: int, at: int, *, named: bool) -> dict[str, str]:
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
