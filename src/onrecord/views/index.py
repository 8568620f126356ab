"""The index: storylines with their coverage, filtered; and the speakers by how much they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.queries import Queries
from onrecord.records import Story, Voice
from onrecord.reports.brief.wording import dated, listed
from onrecord.store.listing import Line, Wanted
from onrecord.views.histogram import Histogram, histogram
from onrecord.views.links import line_page, speaker_page, story_page

ROWS = 40
MOST_STORIES = 6  # of one storyline, in the index


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of a storyline."""

    title: str
    href: str
    when: str
    articles: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """One storyline: its story with most articles leads."""

    title: str
    href: str
    when: str
    articles: int
    outlets: str
    stories: tuple[StoryRow, ...]
    more: int
    line_href: str


@dataclass(frozen=True, slots=True)
class Index:
    """One page of the index."""

    rows: tuple[LineRow, ...]
    total: int
    page: int
    pages: int
    totals: Mapping[str, int]
    outlets: tuple[tuple[str, int], ...]
    over_time: Histogram | None
    undated: int


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One speaker."""

    name: str
    href: str
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Voices:
    """One page of the speakers."""

    rows: tuple[VoiceRow, ...]
    total: int
    page: int
    pages: int


def index(queries: Queries, wanted: Wanted, *, order: str, page: int) -> Index:
    """The ``page``-th page, counted from 1, of the storylines that are ``wanted``."""
    lines, total = queries.lines(wanted, order=order, limit=ROWS, offset=ROWS * (page - 1))
    stories = queries.stories_by_id([s for line in lines for s in line.stories])
    names = queries.outlets_of([a for s in stories.values() for a in s.article_ids])
    return Index(
        rows=tuple(_row(line, [stories[s] for s in line.stories if s in stories], names) for line in lines),
        total=total,
        page=page,
        pages=max(1, -(-total // ROWS)),
        totals=queries.totals(),
        outlets=tuple(queries.outlets()),
        over_time=histogram(queries.beginnings()),
        undated=queries.undated_lines(wanted),
    )


def voices(queries: Queries, words: str, *, page: int) -> Voices:
    """The ``page``-th page, counted from 1, of the speakers whose name holds ``words``."""
    found, total = queries.voices(words, limit=2 * ROWS, offset=2 * ROWS * (page - 1))
    return Voices(tuple(map(_voice, found)), total, page, max(1, -(-total // (2 * ROWS))))


def _voice(voice: Voice) -> VoiceRow:
    return VoiceRow(
        voice.name or "source not named", speaker_page(voice.id), voice.statements, voice.articles
    )


def _row(line: Line, stories: Sequence[Story], names: Mapping[str, str]) -> LineRow:
    ordered = sorted(stories, key=lambda s: (-len(s.article_ids), s.first_published or "9999", s.id))
    told = [names[a] for s in ordered for a in s.article_ids if a in names]
    rows = tuple(_story(s) for s in ordered)
    return LineRow(
        title=rows[0].title,
        href=rows[0].href,
        when=days(line.first, line.last),
        articles=line.articles,
        outlets=listed(list(dict.fromkeys(told)), 4),
        stories=rows[1 : MOST_STORIES + 1],
        more=max(0, len(rows) - MOST_STORIES - 1),
        line_href=line_page(line.id),
    )


def _story(story: Story) -> StoryRow:
    when = days(story.first_published, story.last_published)
    return StoryRow(story.title, story_page(story.id), when, len(story.article_ids))


def days(first: str | None, last: str | None) -> str:
    """From one day to another in words; that it is not known, where it is not."""
    if not first and not last:
        return "not dated"
    return dated(first or last) if first == last or not (first and last) else dated(f"{first}/{last}")
