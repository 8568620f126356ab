"""An article with its marks, and beside it the file that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.records import AnnotatedArticle, Article, Statement, Story
from onrecord.reports.brief.coverage import Covered, covered
from onrecord.reports.brief.marks import Paragraph, paragraphs
from onrecord.reports.brief.variorum import speaker_name
from onrecord.reports.brief.wording import clip, stance_of
from onrecord.reports.lookup import Lookup
from onrecord.store.raw import KeptRaw
from onrecord.views.correcting import shown_on
from onrecord.views.correcting import told as said
from onrecord.views.links import PageLinks, article_page, speaker_page, story_page
from onrecord.views.revised import Revised, revised
from onrecord.views.speaker import bare

# A raw document is shown up to here; more would be no page but a file.
MOST_RAW = 400_000
_MOST_OTHERS = 8


@dataclass(frozen=True, slots=True)
class Note:
    """A statement beside the text."""

    who: str
    who_href: str | None
    stance: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the raw document; ``kept``: they stand in the article's text, too.

    ``said``: the statement whose words they are; ``first``: they are its first ones.
    """

    text: str
    kept: bool
    said: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """The file that an article was read from: its text in stretches, or ``missing``: why it is not shown."""

    stretches: tuple[Stretch, ...]
    missing: str = ""


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article; ``story`` is None while it waits to be compared."""

    article: Article
    covered: Covered
    story: Story | None
    story_href: str | None
    others: tuple[tuple[str, str], ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    files: tuple[str, ...]
    corrected: tuple[tuple[int, str], ...]
    revised: tuple[Revised, ...]
    raw: Raw | None


def article(queries: Queries, article_id: str, *, raw: bool) -> ArticlePage:
    """An article, with its file beside it when ``raw``.

    Raises:
        ArchiveError: the archive holds no such article.
    """
    story = queries.story_of(article_id)
    lookup = Lookup.of(queries.marked_of(story, article_id) if story else bare([queries.article(article_id)]))
    item = lookup.articles[article_id]
    links = PageLinks(lookup, Lazy[str, str](article_page), article_page(article_id))
    told = lookup.story_of[article_id]
    files = tuple(queries.files_of(article_id))
    numbers = [
        (p.start, p.end)
        for f in lookup.facts.get(told.id, ())
        for p in f.places
        if p.article_id == article_id
    ]
    return ArticlePage(
        article=item.article,
        covered=next(c for c in covered(lookup, links, told) if c.article.id == article_id),
        story=story,
        story_href=story_page(story.id) if story else None,
        others=_others(queries, story, article_id),
        paragraphs=tuple(paragraphs(lookup, links, article_id, numbers)),
        notes=tuple(_note(lookup, links, s) for s in lookup.statements_of(article_id)),
        files=files,
        corrected=tuple((kept.number, said(queries, kept)) for kept in shown_on(queries, [article_id])),
        revised=revised(queries, story, article_id),
        raw=raw_of(item, queries.raw_of(article_id)) if raw else None,
    )


def _note(lookup: Lookup, links: PageLinks, statement: Statement) -> Note:
    who, _ = speaker_name(lookup, statement.speaker_id, [statement])
    known = lookup.speakers.get(statement.speaker_id or "")
    href = speaker_page(known.id) if known else None
    article = lookup.articles[statement.article_id].article
    words = clip(statement.content_text(article.text), 90)
    return Note(who, href, stance_of(statement, article), words, links.span(statement))


def _others(queries: Queries, story: Story | None, article_id: str) -> tuple[tuple[str, str], ...]:
    """The other articles of its story that there is room for: (id, outlet or file)."""
    ids = [a for a in (story.article_ids if story else ()) if a != article_id][:_MOST_OTHERS]
    names = queries.outlets_of(ids)
    return tuple((a, names.get(a) or _file(queries, a)) for a in ids)


def _file(queries: Queries, article_id: str) -> str:
    """What to call an article whose outlet is not known: the name of its file."""
    return next(
        (path.replace("\\", "/").rsplit("/", 1)[-1] for path in queries.files_of(article_id)), article_id
    )


def raw_of(found: AnnotatedArticle, kept: KeptRaw | None) -> Raw:
    """The document that an article was made from, as the archive keeps it, with what is said marked."""
    if kept is None:
        return Raw((), "this archive is older than its keeping of files; read the file again")
    return Raw(_stretches(found, kept))


def _stretches(found: AnnotatedArticle, kept: KeptRaw) -> tuple[Stretch, ...]:
    """The item's part of the raw text, what became of the article apart from what was left out."""
    end = min(len(kept.text), MOST_RAW)
    words = _Words(found.statements)
    out, at = [], 0
    for stands, begins, length in sorted(found.article.text_map, key=lambda run: run[1]):
        low, high = max(begins - kept.first, at), min(begins - kept.first + length, end)
        if low >= high:
            continue
        if at < low:
            out.append(Stretch(kept.text[at:low], kept=False))
        shift = stands - (begins - kept.first)  # from the raw text to the article's
        for start, stop, key, first in words.over(low + shift, high + shift):
            out.append(Stretch(kept.text[start - shift : stop - shift], kept=True, said=key, first=first))
        at = high
    if at < end:
        out.append(Stretch(kept.text[at:end], kept=False))
    return tuple(out)


class _Words:
    """Where statements' words are in a text; of nested statements, only the outer one."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._spans: list[tuple[int, int, str]] = []
        self._begun: set[str] = set()
        reach = 0
        spans = ((s.start, -s.end, told.id) for told in statements for s in told.content)
        for start, last, key in sorted(spans):
            if max(start, reach) < -last:
                self._spans.append((max(start, reach), -last, key))
                reach = -last
        self._ends = [end for _, end, _ in self._spans]

    def over(self, low: int, high: int) -> Iterator[tuple[int, int, str, bool]]:
        """Stretches from ``low`` to ``high``: start, end, whose words, and whether these are the first."""
        for start, end, key in self._spans[bisect_right(self._ends, low) :]:
            if start >= high:
                break
            if low < start:
                yield low, start, "", False
            yield max(low, start), min(end, high), key, key not in self._begun
            self._begun.add(key)
            low = min(end, high)
        if low < high:
            yield low, high, "", False
