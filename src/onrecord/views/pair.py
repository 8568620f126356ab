"""Any two articles laid beside each other: the words that both have, and what somebody says in both."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.queries import Queries
from onrecord.records import Article, Span, Story
from onrecord.records.schema import Row as SchemaRow
from onrecord.reports.brief.sidebyside import Run
from onrecord.reports.brief.variorum import Row, Witness, rows
from onrecord.reports.brief.wording import dating
from onrecord.reports.lookup import Lookup
from onrecord.text import View
from onrecord.views.links import article_page, story_page
from onrecord.views.renderings import align, beside
from onrecord.views.speaker import bare
from onrecord.views.story import look

# Fewer words in a row that two articles share are the language's, not each other's.
SHARED_WORDS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one text; ``number`` of the passage that the other has, too."""

    text: str
    number: int | None
    first: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two articles, in paragraphs."""

    article: Article
    outlet: str
    title: str
    href: str
    paragraphs: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles; ``share``: how much of the shorter one's words stand in passages of the other."""

    a: Side
    b: Side
    share: float
    passages: int
    both: tuple[Row, ...]
    story_href: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several articles that something may mean."""

    id: str
    outlet: str
    title: str
    published: str


def choices(queries: Queries, told: str) -> tuple[Choice, ...]:
    """The articles that somebody who writes ``told`` may mean: an id, a file, words of a title, an outlet."""
    found = queries.articles_called(told) if told else []
    return tuple(
        Choice(a.id, a.outlet or "outlet not named", a.title or a.path, dating(a.published)) for a in found
    )


def pair(queries: Queries, a: str, b: str) -> Pair:
    """Two articles side by side.

    Raises:
        ArchiveError: the archive does not hold both.
    """
    items = [queries.article(a), queries.article(b)]
    lookup = Lookup.of(bare({i.article.id: i for i in items}.values()))
    views = [View(i.article) for i in items]
    edits = align(views[0], views[0].words, views[1].words)
    found = [
        (e.a, e.b)
        for e in edits
        if e.kind in ("same", "moved") and e.a and e.b and len(views[0].words_in(e.a)) >= SHARED_WORDS
    ]
    common = sum(len(views[0].words_in(x)) for x, _ in found)
    shorter = min(len(v.words) for v in views)
    told, story = _told_by_both(queries, a, b)
    return Pair(
        _side(lookup, views[0], [x for x, _ in found]),
        _side(lookup, views[1], [y for _, y in found]),
        share=common / shorter if shorter else 0.0,
        passages=len(found),
        both=told,
        story_href=story_page(story.id) if story else None,
    )


def both_rows(found: Pair) -> list[SchemaRow]:
    """A row for each statement of one article beside each of the other that renders the same utterance."""
    return [
        {
            "speaker": row.who,
            "when": row.when,
            **_told("a", found.a, one),
            **_told("b", found.b, other),
            "utterance_id": row.utterance.id,
        }
        for row in found.both
        for one in _of(row, found.a.article.id)
        for other in _of(row, found.b.article.id)
    ]


def _of(row: Row, article_id: str) -> list[Witness]:
    return [w for w in row.witnesses if w.statement.article_id == article_id]


def _told(name: str, side: Side, witness: Witness) -> SchemaRow:
    told = {"outlet": side.outlet, "words": witness.words, "label": witness.label, "id": witness.statement.id}
    return {f"{name}_{key}": value for key, value in told.items()}


def shared_words(found: Pair) -> list[str]:
    """The passages that both articles have, in the order of the first one."""
    told: dict[int, str] = {}
    for piece in (piece for paragraph in found.a.paragraphs for piece in paragraph):
        if piece.number is not None:
            told[piece.number] = told.get(piece.number, "") + piece.text
    return list(told.values())


def _told_by_both(queries: Queries, a: str, b: str) -> tuple[tuple[Row, ...], Story | None]:
    """The utterances that both articles render, and the story that both tell."""
    story = queries.story_of(a)
    if story is None or b not in story.article_ids or a == b:
        return (), None
    lookup, links = look(queries, [story], story_page(story.id))
    told = (r for r in rows(lookup, links, story) if {a, b} <= _carriers(r))
    return tuple(_marked(lookup, row, a, b) for row in told), story


def _carriers(row: Row) -> set[str]:
    return {witness.statement.article_id for witness in row.witnesses}


def _marked(lookup: Lookup, row: Row, a: str, b: str) -> Row:
    """The row of these two articles alone, their fullest wordings marked against each other.

    Elsewhere every wording is marked against the fullest of all, which may be a third article's.
    """
    one, other = (max(_of(row, key), key=_fullness) for key in (a, b))
    (side,) = beside(lookup, row, one.statement, [other.statement])
    runs = {one.statement.id: side.a.runs, other.statement.id: side.b.runs}

    def marked(witness: Witness) -> Witness:
        return replace(witness, runs=runs.get(witness.statement.id, (Run(witness.words, None),)))

    held = (cell for cell in row.cells if cell.article_id in (a, b))
    cells = tuple(replace(cell, witnesses=tuple(map(marked, cell.witnesses))) for cell in held)
    return replace(row, cells=cells, comparisons=())


def _fullness(witness: Witness) -> tuple[bool, bool, int]:
    return not witness.statement.headline, witness.label != "paraphrase", len(witness.words)


def _side(lookup: Lookup, view: View, passages: Sequence[Span]) -> Side:
    name = view.article.id
    return Side(
        view.article,
        lookup.outlet(name),
        lookup.title(name),
        article_page(name),
        tuple(_paragraphs(view.text, lookup.line_starts(name), passages)),
    )


def _paragraphs(text: str, starts: Sequence[int], passages: Sequence[Span]) -> list[tuple[Piece, ...]]:
    """The lines of a text, cut at the passages, which are numbered from 1."""
    ordered = sorted((p.start, p.end, number) for number, p in enumerate(passages, 1))
    cuts = sorted({edge for start, end, _ in ordered for edge in (start, end)})
    out = []
    for start in starts:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        edges = pairwise([start, *inner, end])
        out.append(tuple(_piece(text, low, high, ordered) for low, high in edges if low < high))
    return out


def _piece(text: str, low: int, high: int, ordered: Sequence[tuple[int, int, int]]) -> Piece:
    at = bisect_right(ordered, (low, len(text) + 1, 0)) - 1
    if at >= 0 and ordered[at][0] <= low < ordered[at][1]:
        return Piece(text[low:high], ordered[at][2], first=low == ordered[at][0])
    return Piece(text[low:high], None)
