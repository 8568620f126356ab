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
from itertools import compress, islice

from onrecord.languages.grammar import WordGrammar
from onrecord.records import AnnotatedArticle, Article, Span, Spans, Statement, hull
from onrecord.text import View

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
    view: View
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
    def article(self) -> Article:
        """The article it stands in."""
        return self.view.article

    @property
    def text(self) -> str:
        """The point's own words, stretches joined by a space."""
        return " ".join(span.of(self.article.text) for span in self.spans)

    @property
    def key(self) -> tuple[str, str, int]:
        """What orders points the same way whatever order the articles came in."""
        return (self.article.id, self.statement.id, self.index)


def points(annotated: AnnotatedArticle, view: View) -> list[Point]:
    """All points of one article's statements, in the order of the statements."""
    covers = _Covers(
        names=_Cover(name.span for name in annotated.names),
        quoted=_Cover(quotation.inner for quotation in view.quotations_at_level(0)),
    )
    return [
        _point(view, statement, index, spans, covers)
        for statement in annotated.statements
        for index, spans in enumerate(_cut(view, statement.content))
    ]


def _cut(view: View, content: Spans) -> list[Spans]:
    """The sentences of ``content``; one that goes on after "he said" keeps both of its stretches."""
    pieces: list[list[Span]] = []
    for span in sorted(s for s in content if s.end > s.start):
        for number, sentence in enumerate(_claims(view, span)):
            if pieces and (
                len(pieces) >= MOST_POINTS  # asked first: the last one may grow long
                or _size(view, pieces[-1]) < SHORTEST_POINT
                or (number == 0 and _runs_on(view.text, pieces[-1][-1], sentence))
            ):
                pieces[-1].append(sentence)
            else:
                pieces.append([sentence])
    if len(pieces) > 1 and _size(view, pieces[-1]) < SHORTEST_POINT:
        last = pieces.pop()
        pieces[-1].extend(last)
    return [_joined(view.text, piece) for piece in pieces]


def _claims(view: View, span: Span) -> list[Span]:
    """The sentences of ``span``, cut at ellipses and between the claims that one sentence lists."""
    parts = (part for sentence in view.cut(span) for part in _at_gaps(view, sentence))
    return [claim for part in parts for claim in _at_seams(view, part)]


def _at_gaps(view: View, span: Span) -> list[Span]:
    """``span`` cut where an ellipsis says that words were left out, if enough stands on both sides."""
    out, start = [], span.start
    for gap in islice(_GAP.finditer(view.text, span.start, span.end), MOST_GAPS):
        before, after = Span(start, gap.start()), Span(gap.end(), span.end)
        if _are_long(view, before, after) and _opens_claim(view, after):
            out.append(Span(start, gap.end()))
            start = gap.end()
    return [*out, Span(start, span.end)]


def _at_seams(view: View, span: Span) -> list[Span]:
    """``span`` cut between the claims that one sentence lists: "that A, and that B", "A; B", “A” and “B”."""
    seams = view.language.grammar(WordGrammar).clause_seam
    out, start = [], span.start
    for seam in islice(seams.finditer(view.text, span.start, span.end), MOST_GAPS):
        at = seam.start("after")
        if _are_long(view, Span(start, seam.start()), Span(at, span.end)):
            out.append(Span(start, seam.end("before")))
            start = at
    return [*out, Span(start, span.end)]


def _are_long(view: View, one: Span, two: Span) -> bool:
    """Whether both stretches are long enough to be points."""
    return min(_size(view, [one]), _size(view, [two])) >= SHORTEST_POINT


def _opens_claim(view: View, following: Span) -> bool:
    """Whether what follows an ellipsis is a claim of its own."""
    ahead = Span(following.start, min(following.end, following.start + _AHEAD))
    word = next(iter(view.words_in(ahead)), None)
    if word is None:
        return False
    return word.written[0].isupper() or word.plain in view.language.grammar(WordGrammar).clause_openers


def _runs_on(text: str, one: Span, two: Span) -> bool:
    """Whether ``two`` goes on with the sentence of ``one``: neither ``one`` nor what is between them ends it.

    ``“It opens,” she said. “We close.”`` is two sentences: the stop after "said" ends the first.
    """
    between = text[max(one.end, two.start - _BETWEEN) : two.start].rstrip(_OPENERS)
    return not (_stops(one.of(text)[-8:]) or _stops(between))


def _stops(text: str) -> bool:
    """Whether ``text`` ends like a sentence."""
    return text.rstrip(_CLOSERS).endswith(tuple(_TERMINAL))


def _size(view: View, spans: Iterable[Span]) -> int:
    return sum(len(view.words_in(span)) for span in spans)


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

    def held(self, words: Spans) -> tuple[bool, ...]:
        """For each of ``words`` whether it begins within any of the spans."""
        return tuple(map(self.holds, words))


@dataclass(frozen=True, slots=True)
class _Covers:
    """What the words of an article may be part of."""

    names: _Cover
    quoted: _Cover


def _point(view: View, statement: Statement, index: int, spans: Spans, covers: _Covers) -> Point:
    """Read the words of ``spans``."""
    words = [word for span in spans for word in view.words_in(span)]
    places, keys = tuple(word.span for word in words), tuple(word.key for word in words)
    return Point(
        statement=statement,
        view=view,
        index=index,
        spans=spans,
        words=places,
        plain=tuple(word.plain for word in words),
        keys=keys,
        quoted=covers.quoted.held(places),
        content=frozenset(word.key for word in words if word.content) or frozenset(keys),
        numbers=frozenset(filter(_has_digit, keys)),
        names=frozenset(compress(keys, covers.names.held(places))),
        negations=sum(view.language.is_negation(word.written) for word in words),
        around=_around(view, spans),
    )


def _has_digit(key: str) -> bool:
    return any(c.isdigit() for c in key)


def _around(view: View, spans: Spans) -> Span:
    """The article's sentence (or sentences) that ``spans`` stand in."""
    whole = hull(spans)
    if not view.sentences:
        return whole
    first, last = (max(view.sentence_index(at), 0) for at in (whole.start, whole.end - 1))
    return Span(
        min(view.sentences[first].span.start, whole.start), max(view.sentences[last].span.end, whole.end)
    )
