"""An article's text cut into words once, with what the rest of the stage asks of every word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from onrecord.languages.quotations import quotations
from onrecord.languages.sentences import sentences
from onrecord.records import Article, Span

# Initials with stops, words joined by hyphen or apostrophe, a lone "&"; possessive endings stay outside.
_WORD = re.compile(
    r"(?:[^\W\d_]{2,12}[-‐])?(?:[^\W\d_]\.){2,}|[^\W_]+(?:[&'’‐‑-](?![sS]\b(?![-'’]))[^\W_]+)*|&",
)
_NO_PROSE = frozenset({"headline", "subheadline", "dateline", "furniture"})
# A line counts as set in title case when this share of its longer words is capitalised.
_TITLE_CASE = 0.7
_TITLE_WORDS = 4
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Page:
    """Words of one article in columns: ``words[i]`` is ``text[starts[i]:ends[i]]``.

    ``sentence[i]`` numbers the sentence of a word, ``beat[i]`` the same without sentences that begin inside
    a quotation (a long quotation takes nobody out of mind), ``first[i]`` tells a sentence's first word;
    ``quoted[i]`` whether it stands in quotation marks, ``headline[i]`` whether its line is a headline, set
    like one, or a dateline.
    ``plain``: words that the article also writes without a capital; ``times``: how often each lower-case word
    stands in it. All tuples and lists have equal length.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lower: list[str]
    sentence: list[int]
    beat: list[int]
    first: list[bool]
    quoted: list[bool]
    headline: list[bool]
    plain: frozenset[str]
    times: Counter[str]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, offset: int) -> int:
        """The index of the word that holds ``offset``, or of the first one after it."""
        return bisect_right(self.ends, offset)

    def inside(self, span: Span) -> range:
        """The words that share a character with ``span``."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))

    def gap(self, index: int) -> str:
        """What stands between word ``index`` and the next one."""
        return self.text[self.ends[index] : self.starts[index + 1]] if index + 1 < len(self.words) else "\n"


def page(article: Article) -> Page:
    """``article`` as columns of words."""
    text = article.text
    matches = list(_WORD.finditer(text))
    starts, ends = [m.start() for m in matches], [m.end() for m in matches]
    words = [m.group() for m in matches]
    lower = [w.casefold().replace("’", "'") for w in words]
    sentence, first = _sentences(text, starts)
    quoted = _flags(starts, [Span(q.start, q.end) for q in quotations(text) if not q.single])
    furniture = [b.span for b in article.blocks if b.kind in _NO_PROSE]
    furniture += [article.dateline_span] if article.dateline_span else []
    headline = _flags(starts, furniture + _title_case_lines(text))
    plain = frozenset(w for w in words if w.islower())
    beat = list(accumulate(int(new and not inside) for new, inside in zip(first, quoted, strict=True)))
    times = Counter(lower)
    return Page(text, starts, ends, words, lower, sentence, beat, first, quoted, headline, plain, times)


def _sentences(text: str, starts: list[int]) -> tuple[list[int], list[bool]]:
    begins = [s.start for s in sentences(text)]
    numbers: list[int] = []
    first: list[bool] = []
    number = 0
    for start in starts:
        new = not numbers
        while number < len(begins) and begins[number] <= start:
            number += 1
            new = True
        numbers.append(number)
        first.append(new)
    return numbers, first


def _flags(starts: list[int], spans: list[Span]) -> list[bool]:
    flags = [False] * len(starts)
    for span in spans:
        low, high = bisect_left(starts, span.start), bisect_left(starts, span.end)
        flags[low:high] = [True] * (high - low)
    return flags


def _title_case_lines(text: str) -> list[Span]:
    found: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if len(line) < 200:
            long = [w for w in line.split() if len(w) >= _LONG_WORD and w[0].isalpha()]
            capital = sum(w[0].isupper() for w in long)
            ends_open = not line.rstrip().endswith((".", ".”", '."'))
            if ends_open and len(long) >= _TITLE_WORDS and capital >= _TITLE_CASE * len(long):
                found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found
