"""An article as paragraphs of pieces: source, cue, content and dates marked, every pointed-at place anchored.

Marks may overlap and nest; pieces do not. Each piece knows all marks over it and links to the innermost
statement, so that the page needs no nested elements.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from onrecord.records import BlockKind, Span, Statement
from onrecord.reports.brief.links import Links, anchor, in_text
from onrecord.reports.lookup import Lookup

# Below this, the taggers' own figure says that a statement is as likely wrong as right.
LOW_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters under the same marks. ``ids``: anchors that begin here; ``first``: begins its mark."""

    text: str
    classes: str
    href: str | None
    ids: tuple[str, ...]
    first: bool
    title: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of an article; ``kind`` is its block's, ``number`` counts from 1."""

    kind: BlockKind
    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    statement: Statement | None


def paragraphs(
    lookup: Lookup, links: Links, article_id: str, also: Collection[tuple[int, int]] = ()
) -> list[Paragraph]:
    """The lines of an article, marked; anchored for every record that points here and for ``also``."""
    text = lookup.articles[article_id].article.text
    lines = list(_lines(lookup, article_id))
    marks = _marks(lookup, article_id)
    places = {*lookup.places.get(article_id, ()), *also}
    ids = _anchors(lookup, article_id, lines, places)
    ends = {end for _, end in places}
    cuts = sorted({m.start for m in marks} | {m.end for m in marks} | ids.keys() | ends)
    sweep = _Sweep(marks)
    out = []
    for number, (start, end, kind) in enumerate(lines, 1):
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        pieces = tuple(
            _piece(Span(a, b).of(text), a, sweep.at(a), tuple(ids.get(a, ())), links)
            for a, b in pairwise([start, *inner, end])
            if a < b
        )
        out.append(Paragraph(kind, number, pieces or (Piece("", "", None, tuple(ids[start]), False, ""),)))
    return out


def _lines(lookup: Lookup, article_id: str) -> Iterator[tuple[int, int, BlockKind]]:
    """Start, end and kind of every non-empty line."""
    article = lookup.articles[article_id].article
    starts = [b.start for b in article.blocks]
    for start in lookup.line_starts(article_id):
        end = article.text.find("\n", start)
        end = len(article.text) if end < 0 else end
        kind: BlockKind = "paragraph"
        index = bisect_right(starts, start) - 1
        if index >= 0 and start < article.blocks[index].end:
            kind = article.blocks[index].kind
        yield start, end, kind


def _marks(lookup: Lookup, article_id: str) -> list[_Mark]:
    """All marks of an article, by start; longer ones first, so that the last active one is innermost."""
    annotated = lookup.articles[article_id]
    marks = [
        _Mark(span.start, span.end, kind, statement)
        for statement in annotated.statements
        for kind, spans in (("c", statement.content), ("s", statement.source), ("q", statement.cue))
        for span in spans
    ]
    marks += [_Mark(t.start, t.end, "t", None) for t in annotated.timexes]
    return sorted((m for m in marks if m.start < m.end), key=lambda m: (m.start, -m.end, m.kind))


def _anchors(
    lookup: Lookup,
    article_id: str,
    lines: list[tuple[int, int, BlockKind]],
    places: Collection[tuple[int, int]],
) -> dict[int, list[str]]:
    """Offset -> ids that begin there: statements at their first mark, and every place pointed to.

    An offset between lines moves to the next line's start, one after them all to the last line's.
    """
    ids: dict[int, list[str]] = defaultdict(list)
    ends = [end for _, end, _ in lines]

    def put(offset: int, name: str) -> None:
        start, end, _ = lines[min(bisect_right(ends, offset), len(lines) - 1)]
        ids[offset if start <= offset < end else start].append(name)

    for statement in lookup.statements_of(article_id):
        put(
            min((s.start for s in (*statement.content, *statement.cue, *statement.source)), default=0),
            in_text(statement),
        )
    for start, end in sorted(places):
        put(start, anchor(article_id, start, end))
    return ids


@dataclass(slots=True)
class _Sweep:
    """Goes over an article once, from left to right, and knows which marks lie over each place."""

    marks: list[_Mark]
    active: list[_Mark] = field(default_factory=list)
    upcoming: int = 0

    def at(self, offset: int) -> list[_Mark]:
        """The marks over ``offset``, which never goes back; the last to begin comes last."""
        while self.upcoming < len(self.marks) and self.marks[self.upcoming].start <= offset:
            self.active.append(self.marks[self.upcoming])
            self.upcoming += 1
        self.active = [m for m in self.active if m.end > offset]
        return self.active


def _piece(text: str, start: int, active: list[_Mark], ids: tuple[str, ...], links: Links) -> Piece:
    classes = {m.kind for m in active}
    if sum(m.kind == "c" for m in active) > 1:
        classes.add("cc")
    stated = [(m.end - m.start, m.kind, m.start, m.statement) for m in active if m.statement is not None]
    if not stated:
        return Piece(text, " ".join(sorted(classes)), None, ids, False, "")
    _, kind, begins, statement = min(stated, key=lambda s: s[:2])
    if statement.confidence < LOW_CONFIDENCE:
        classes.add("low")
    who = statement.speaker or statement.source_text or "source not named"
    first = begins == start and kind == "c"
    return Piece(text, " ".join(sorted(classes)), links.entry(statement), ids, first, who)
