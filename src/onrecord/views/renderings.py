"""One utterance in all its renderings, each laid beside whichever the reader chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import ArchiveError
from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.records import Comparison, Span, Spans, Statement, Story, WordEdit
from onrecord.reports.brief.sidebyside import SideBySide, side_by_side
from onrecord.reports.brief.variorum import Row, Witness, rows_of
from onrecord.reports.lookup import Lookup
from onrecord.text import View, Word
from onrecord.views.links import PageLinks, article_page, story_page


@dataclass(frozen=True, slots=True)
class Renderings:
    """One utterance: its row, the story it belongs to, the rendering laid beside the others, and how."""

    row: Row
    story: Story
    base: Witness
    sides: tuple[SideBySide, ...]


def renderings(queries: Queries, story_id: str, utterance_id: str, base: str | None) -> Renderings:
    """All renderings of an utterance; ``base``: the id of the statement to lay the others beside.

    Raises:
        ArchiveError: the archive holds no such story, or the story no such utterance.
    """
    own = queries.story(story_id)
    lookup = Lookup.of(queries.rendered_of(own, utterance_id))
    links = PageLinks(lookup, Lazy[str, str](article_page), story_page(story_id))
    held = lookup.utterances.get(story_id, ())
    row = next((r for story in lookup.stories for r in rows_of(lookup, links, story, held)), None)
    if row is None:
        raise ArchiveError(f"{queries.path}: the story {story_id} has no utterance {utterance_id}")
    chosen = next((w for w in row.witnesses if w.statement.id == base), _fullest(row))
    others = [w.statement for w in row.witnesses if w is not chosen]
    return Renderings(row, own, chosen, tuple(beside(lookup, row, chosen.statement, others)))


def _fullest(row: Row) -> Witness:
    """The rendering that the archive laid the others beside."""
    compared = row.utterance.comparisons
    name = compared[0].a_statement_id if compared else ""
    return next((w for w in row.witnesses if w.statement.id == name), row.witnesses[0])


def beside(lookup: Lookup, row: Row, base: Statement, others: Sequence[Statement]) -> list[SideBySide]:
    """Each of ``others`` beside ``base``: as the archive has it, or aligned now."""
    shared = {r.statement_id: r.content for r in row.utterance.renderings}
    kept = {(c.a_statement_id, c.b_statement_id): c for c in row.utterance.comparisons}
    views = {a: View(lookup.articles[a].article) for a in {s.article_id for s in (base, *others)}}
    found = (
        side_by_side(lookup, kept.get((base.id, o.id)) or _aligned(views, shared, base, o), shared)
        for o in others
    )
    return [side for side in found if side is not None]


def _aligned(
    views: Mapping[str, View], shared: Mapping[str, Spans], a: Statement, b: Statement
) -> Comparison:
    a_words, b_words = (_words(views[s.article_id], shared.get(s.id) or s.content) for s in (a, b))
    return Comparison(a.id, b.id, align(views[a.article_id], a_words, b_words))


def align(view: View, a_words: Sequence[Word], b_words: Sequence[Word]) -> tuple[WordEdit, ...]:
    """Two runs of words side by side; the aligner and its models' libraries are loaded when first needed."""
    from onrecord.utterances.comparing import edits  # noqa: PLC0415 - most pages can do without

    a_keys, b_keys = ([word.key for word in words] for words in (a_words, b_words))
    return edits(_spans(a_words), a_keys, _spans(b_words), b_keys, view.language)


def _words(view: View, spans: Spans) -> list[Word]:
    return [word for span in sorted(spans) for word in view.words_in(span)]


def _spans(words: Sequence[Word]) -> list[Span]:
    return [Span(word.start, word.end) for word in words]
