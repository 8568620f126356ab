"""Points: what one statement says, cut at its sentences, so that a part of it can be matched elsewhere.

One outlet prints four sentences of a speech, another the second of them. The unit that is compared across
articles is therefore not the statement but the sentence of it; sentences that always travel together are
put together again after grouping.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.languages.english.words import CLAUSE_OPENERS, CLAUSE_SEAM
from onrecord.languages.quotations import quotations
from onrecord.languages.sentences import sentences
from onrecord.languages.words import fold, is_content, is_negation, plain, words
from onrecord.records import AnnotatedArticle, Article, Span, Spans, Statement, hull

# A sentence with fewer words than this is read with its neighbour ("What is this? A circus?").
SHORTEST_POINT = 4
# A statement is cut into at most this many points; the last one keeps the rest. Speeches printed in
# full are longer, but no reader compares them sentence by sentence through this table.
MOST_POINTS = 200
MOST_GAPS = 20  # ellipses of one sentence that are looked at; a row of dots is no quotation
_AHEAD = 40  # characters after an ellipsis in which its next word is looked for
_GAP = re.compile(r"(?:\.\s?){3,4}|…|\[…\]")
_TERMINAL = ".!?…。！？"
_CLOSERS = "\"'”’»›)]} \n"
_OPENERS = "\"'“‘«‹„([{ \n"
_BETWEEN = 200  # characters before a stretch in which the stop of the sentence before it is looked for


@dataclass(frozen=True, slots=True)
class Point:
    """One sentence of one statement.

    ``spans`` are the point's characters, ``words`` its word spans; ``plain`` and ``keys`` are the words'
    plain and folded forms, ``quoted`` says for each whether it stands within quotation marks. ``content``
    holds the keys that carry meaning, or all keys where none does ("No."). ``around`` is the article's
    sentence that the point stands in, with source and cue. ``index`` counts the points of the statement
    from 0.
    """

    statement: Statement
    article: Article
    index: int
    spans: Spans
    words: Spans
    plain: tuple[str, ...]
    keys: tuple[str, ...]
    quoted: tuple[bool, ...]
    content: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    negations: int
    around: Span

    @property
    def text(self) -> str:
        """The point's own words, stretches joined by a space."""
        return " ".join(span.of(self.article.text) for span in self.spans)

    @property
    def key(self) -> tuple[str, str, int]:
        """What orders points the same way whatever order the articles came in."""
        return (self.article.id, self.statement.id, self.index)


def points(annotated: AnnotatedArticle) -> list[Point]:
    """All points of one article's statements, in the order of the statements."""
    article = annotated.article
    quoted = _Cover([q.inner for q in quotations(article.text)])
    names = _Cover([name.span for name in annotated.names])
    around = sentences(article.text)
    found = []
    for statement in annotated.statements:
        for index, spans in enumerate(_cut(article.text, statement.content)):
            found.append(_point(article, statement, (index, spans), (quoted, names), around))
    return found


def _cut(text: str, content: Spans) -> list[Spans]:
    """The sentences of ``content``; one that goes on after "he said" keeps both of its stretches."""
    pieces: list[list[Span]] = []
    for span in sorted(content):
        if span.end <= span.start:
            continue
        for number, sentence in enumerate(_at_gaps(text, sentences(text, span.start, span.end))):
            runs_on = number == 0 and bool(pieces) and _runs_on(text, pieces[-1][-1], sentence)
            short = bool(pieces) and _size(text, pieces[-1]) < SHORTEST_POINT
            if runs_on or short or len(pieces) >= MOST_POINTS:
                pieces[-1].append(sentence)
            else:
                pieces.append([sentence])
    if len(pieces) > 1 and _size(text, pieces[-1]) < SHORTEST_POINT:
        last = pieces.pop()
        pieces[-1].extend(last)
    return [_joined(text, piece) for piece in pieces]


def _at_gaps(text: str, found: Sequence[Span]) -> list[Span]:
    """``found`` cut where an ellipsis says that words were left out, if enough stands on both sides."""
    out = []
    for span in found:
        start = span.start
        for gap in islice(_GAP.finditer(text, span.start, span.end), MOST_GAPS):
            enough = min(_size(text, [Span(start, gap.start())]), _size(text, [Span(gap.end(), span.end)]))
            if enough >= SHORTEST_POINT and _opens_claim(text, gap.end(), span.end):
                out.append(Span(start, gap.end()))
                start = gap.end()
        out.append(Span(start, span.end))
    return [part for span in out for part in _at_seams(text, span)]


def _at_seams(text: str, span: Span) -> list[Span]:
    """``span`` cut between the claims that one sentence lists: "that A, and that B", "A; B", “A” and “B”."""
    out, start = [], span.start
    for seam in islice(CLAUSE_SEAM.finditer(text, span.start, span.end), MOST_GAPS):
        at = seam.start("after")
        if min(_size(text, [Span(start, seam.start())]), _size(text, [Span(at, span.end)])) >= SHORTEST_POINT:
            out.append(Span(start, seam.end("before")))
            start = at
    return [*out, Span(start, span.end)]


def _opens_claim(text: str, start: int, end: int) -> bool:
    """Whether what follows an ellipsis is a claim of its own."""
    following = words(text, start, min(end, start + _AHEAD))
    word = following[0].of(text) if following else ""
    return word[:1].isupper() or plain(word) in CLAUSE_OPENERS


def _runs_on(text: str, one: Span, two: Span) -> bool:
    """Whether ``two`` goes on with the sentence of ``one``: neither ``one`` nor what is between them ends it.

    ``“It opens,” she said. “We close.”`` is two sentences: the stop after "said" ends the first.
    """
    between = text[max(one.end, two.start - _BETWEEN) : two.start].rstrip(_OPENERS)
    return not (_stops(one.of(text)[-8:]) or _stops(between))


def _stops(text: str) -> bool:
    """Whether ``text`` ends like a sentence."""
    return text.rstrip(_CLOSERS).endswith(tuple(_TERMINAL))


def _size(text: str, spans: Iterable[Span]) -> int:
    return sum(len(words(text, span.start, span.end)) for span in spans)


def _joined(text: str, spans: Sequence[Span]) -> Spans:
    """``spans`` with those that only white space separates made one."""
    out = [spans[0]]
    for span in spans[1:]:
        if text[out[-1].end : span.start].isspace() or out[-1].end == span.start:
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


class _Cover:
    """Which of some spans, possibly nested, cover a position."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.starts = [span.start for span in self.spans]
        ends: list[int] = []
        for span in self.spans:
            ends.append(max(span.end, ends[-1] if ends else 0))
        self.ends = ends

    def holds(self, word: Span) -> bool:
        """Whether ``word`` begins within any of the spans."""
        at = bisect.bisect_right(self.starts, word.start) - 1
        return at >= 0 and word.start < self.ends[at]


def _point(
    article: Article,
    statement: Statement,
    place: tuple[int, Spans],
    covers: tuple[_Cover, _Cover],
    around: Sequence[Span],
) -> Point:
    """Read the words of ``spans``."""
    index, spans = place
    quoted, named = covers
    tokens = [word for span in spans for word in words(article.text, span.start, span.end)]
    raw = [word.of(article.text) for word in tokens]
    keys = tuple(map(fold, raw))
    meant = [is_content(word) for word in raw]
    names = frozenset(key for key, word in zip(keys, tokens, strict=True) if named.holds(word))
    return Point(
        statement=statement,
        article=article,
        index=index,
        spans=spans,
        words=tuple(tokens),
        plain=tuple(map(plain, raw)),
        keys=keys,
        quoted=tuple(quoted.holds(word) for word in tokens),
        content=frozenset(key for key, counts in zip(keys, meant, strict=True) if counts) or frozenset(keys),
        numbers=frozenset(key for key in keys if any(c.isdigit() for c in key)),
        names=names,
        negations=sum(map(is_negation, raw)),
        around=_around(spans, around),
    )


def _around(spans: Spans, found: Sequence[Span]) -> Span:
    """The article's sentence (or sentences) that ``spans`` stand in."""
    whole = hull(spans)
    low = bisect.bisect_right(found, whole.start, key=lambda s: s.start) - 1
    high = bisect.bisect_left(found, whole.end, key=lambda s: s.start) - 1
    low, high = max(low, 0), max(high, 0)
    return Span(min(found[low].start, whole.start), max(found[high].end, whole.end)) if found else whole
