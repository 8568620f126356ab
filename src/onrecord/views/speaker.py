"""A speaker: what it says, what others say of it, its offices, its positions, and why its names are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.records import AnnotatedArticle, Article, Corpus, Office, Speaker, Statement
from onrecord.reports.brief.links import in_text
from onrecord.reports.brief.positions import PositionView, position_view
from onrecord.reports.brief.variorum import called, is_unsure
from onrecord.reports.brief.wording import dated, dating, held, stance_of, standing_alone
from onrecord.reports.lookup import Lookup
from onrecord.views.links import PageLinks, article_page, speaker_page, story_page

SAID = 50  # statements a page
OF = 30
MOST_LINES = 12  # storylines whose positions are looked at

# Characters of a quotation that says little without what stands around it ("a very good meeting"). What is
# reported ("to do well next spring") never stands alone.
_FRAGMENT = 40
_REACH = 110  # characters shown of that on either side
# Where a sentence begins and ends, as a glance tells; a title's point ("Mr. Quist") shortens what is shown.
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]?[^\W\d_a-z])")
_CLOSED = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One statement with where it was published; of all but whole quotations what stands around, too.

    ``when``: empty where the day is not known. ``unsure``: what the text calls the speaker, where it is
    unclear whether that is the one named.
    """

    statement: Statement
    who: str
    who_href: str | None
    words: str
    before: str
    after: str
    when: str
    stance: str
    outlet: str
    title: str
    published: str
    href: str
    story_href: str | None
    unsure: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker by name."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office, for whom, and when as far as the texts tell."""

    title: str
    organisation: str | None
    when: str


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """One speaker, one page of what it says."""

    speaker: Speaker
    offices: tuple[OfficeRow, ...]
    acts_for: tuple[Named, ...]
    said: tuple[Quoted, ...]
    total: int
    page: int
    pages: int
    of: tuple[Quoted, ...]
    positions: tuple[PositionView, ...]


def speaker(queries: Queries, speaker_id: str, *, page: int) -> SpeakerPage:
    """A speaker, with the ``page``-th page of its statements, counted from 1.

    Raises:
        ArchiveError: no statement of the archive is by such a speaker.
    """
    found, principals = queries.speaker(speaker_id)
    said, total = queries.said_by(speaker_id, limit=SAID, offset=SAID * (page - 1))
    return SpeakerPage(
        speaker=found,
        offices=tuple(map(_office, held(found.offices))),
        acts_for=tuple(Named(p.name, speaker_page(p.id)) for p in principals),
        said=tuple(quoted(queries, said)),
        total=total,
        page=page,
        pages=max(1, -(-total // SAID)),
        of=tuple(quoted(queries, queries.said_of(found, limit=OF))),
        positions=tuple(_positions(queries, found)),
    )


def quoted(queries: Queries, statements: Sequence[Statement]) -> list[Quoted]:
    """Statements with their words, outlets and days, in their order."""
    items = queries.told_of({s.article_id for s in statements})
    return quoted_from(statements, items, queries.groups_of(items))


def quoted_from(
    statements: Sequence[Statement], items: Mapping[str, Article], stories: Mapping[str, str]
) -> list[Quoted]:
    """The same, where their articles are at hand, and the stories of these."""
    lookup = Lookup.of(bare(map(AnnotatedArticle, items.values())))
    return [_quoted(s, lookup, stories.get(s.article_id)) for s in statements if s.article_id in items]


def bare(items: Iterable[AnnotatedArticle]) -> Corpus:
    """Articles without anything that comes from comparing them."""
    return Corpus(tuple(items))


def _quoted(statement: Statement, lookup: Lookup, story: str | None) -> Quoted:
    article = lookup.articles[statement.article_id].article
    words = " ".join(statement.content_text(article.text).split())
    alone = statement.kind == "direct" and len(words) >= _FRAGMENT
    before, after = ("", "") if alone else _around(article.text, statement)
    return Quoted(
        statement=statement,
        who=statement.speaker or statement.source_text or "source not named",
        who_href=speaker_page(statement.speaker_id) if statement.speaker_id else None,
        words=words,
        before=before,
        after=after,
        when=dating(statement.said, weekday=True) if statement.said.edtf else "",
        stance=stance_of(statement, article),
        outlet=lookup.outlet(article.id),
        title=lookup.title(article.id),
        published=dating(article.published),
        href=f"{article_page(article.id)}#{in_text(statement)}",
        story_href=story_page(story) if story else None,
        unsure=called(statement) if is_unsure(statement) else "",
    )


def _around(text: str, statement: Statement) -> tuple[str, str]:
    """The words before and after a statement in its sentence, as far as they fit its line."""
    start = min((s.start for s in statement.content), default=0)
    end = max((s.end for s in statement.content), default=0)
    line = text.rfind("\n", 0, start) + 1
    before = _SENTENCE.split(text[line:start])[-1]
    after = text[end:].partition("\n")[0][: 2 * _REACH]
    closed = _CLOSED.search(after)
    after = after[: closed.end()] if closed else after
    if len(before) > _REACH:
        before = "…" + before[-_REACH:].partition(" ")[2]
    if len(after) > _REACH:
        after = after[:_REACH].rpartition(" ")[0] + "…"
    return before, after


def _office(office: Office) -> OfficeRow:
    first, last = office.earliest, office.latest
    when = dated(f"{first or '..'}/{last or '..'}") if first or last else ""
    return OfficeRow(standing_alone(office.title), office.organisation, when)


def _positions(queries: Queries, found: Speaker) -> list[PositionView]:
    """The speaker's positions in the storylines in which it says most."""
    lines = queries.lines_of(found.id, most=MOST_LINES)
    held = [position for line in lines for position in queries.positions_of(found.id, line)]
    lookup = Lookup.of(queries.stating({e.statement_id for p in held for e in p.entries}))
    links = PageLinks(lookup, Lazy[str, str](article_page), speaker_page(found.id))
    views = (position_view(lookup, links, p) for p in held)
    return [view for view in views if view is not None]
