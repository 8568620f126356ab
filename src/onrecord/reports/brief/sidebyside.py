"""Two renderings of one utterance, word for word: what is only here, changed, moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import Comparison, EditKind, Span, Spans, Statement
from onrecord.reports.brief.wording import clip, dating
from onrecord.reports.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one text with what the comparison says of them; ``pair`` numbers a moved phrase."""

    text: str
    kind: EditKind | None
    pair: int | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One of the two texts."""

    statement: Statement
    outlet: str
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Both texts, and the differences as a list of words for those who cannot see the marks."""

    a: Column
    b: Column
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    moved: tuple[tuple[str, str], ...]

    @property
    def same(self) -> bool:
        """Whether no difference was found."""
        return not (self.only_a or self.only_b or self.changed or self.moved)


def side_by_side(lookup: Lookup, comparison: Comparison, shared: Mapping[str, Spans]) -> SideBySide | None:
    """The two columns of ``comparison``; None when a statement is unknown.

    ``shared``: statement id -> the part of it that renders the utterance, which is what is shown.
    """
    a = lookup.statements.get(comparison.a_statement_id)
    b = lookup.statements.get(comparison.b_statement_id)
    if a is None or b is None:
        return None
    name_a, name_b = _names(lookup, a, b)
    texts = tuple(lookup.articles[s.article_id].article.text for s in (a, b))
    moves = {e: n for n, e in enumerate((e for e in comparison.edits if e.kind == "moved"), 1)}
    left = [(e.a, e.kind, moves.get(e)) for e in comparison.edits if e.a is not None]
    right = [(e.b, e.kind, moves.get(e)) for e in comparison.edits if e.b is not None]
    return SideBySide(
        a=Column(a, name_a, tuple(_runs(texts[0], shared.get(a.id) or a.content, left))),
        b=Column(b, name_b, tuple(_runs(texts[1], shared.get(b.id) or b.content, right))),
        only_a=_alone(texts[0], left),
        only_b=_alone(texts[1], right),
        changed=tuple(_pairs(comparison, texts, "changed")),
        moved=tuple(_pairs(comparison, texts, "moved")),
    )


def _alone(text: str, edits: Sequence[tuple[Span, EditKind, int | None]]) -> tuple[str, ...]:
    """The words that only one of the texts has."""
    return tuple(span.of(text) for span, kind, _ in edits if kind == "only_here")


def _pairs(comparison: Comparison, texts: tuple[str, ...], kind: EditKind) -> Iterator[tuple[str, str]]:
    """The words of both texts in the edits of one kind."""
    for edit in comparison.edits:
        if edit.kind == kind and edit.a and edit.b:
            yield clip(edit.a.of(texts[0]), 160), clip(edit.b.of(texts[1]), 160)


def _names(lookup: Lookup, a: Statement, b: Statement) -> tuple[str, str]:
    """What to call the two: the outlets; with the day, or the paragraph, where these are the same."""
    names = [lookup.outlet(s.article_id) for s in (a, b)]
    if names[0] == names[1] and a.article_id != b.article_id:
        days = [dating(lookup.articles[s.article_id].article.published) for s in (a, b)]
        names = [f"{name}, {day}" for name, day in zip(names, days, strict=True)]
    elif names[0] == names[1]:
        starts = [min((c.start for c in s.content), default=0) for s in (a, b)]
        names = [
            f"{name} ¶{lookup.paragraph(a.article_id, at)}" for name, at in zip(names, starts, strict=True)
        ]
    return names[0], names[1]


def _runs(text: str, content: Spans, edits: list[tuple[Span, EditKind, int | None]]) -> Iterator[Run]:
    """The content's characters, cut at the edits; stretches far apart are joined by an ellipsis."""
    for index, stretch in enumerate(sorted(content)):
        if index:
            yield Run(" … ", None)
        at = stretch.start
        for span, kind, pair in sorted(edits, key=lambda e: (e[0].start, e[0].end)):
            start, end = max(span.start, at), min(span.end, stretch.end)
            if start >= end:
                continue
            if at < start:
                yield Run(text[at:start], None)
            yield Run(text[start:end], kind, pair)
            at = end
        if at < stretch.end:
            yield Run(text[at : stretch.end], None)
