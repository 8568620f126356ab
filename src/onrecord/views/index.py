"""The index: storylines with their coverage, filtered; and the speakers by how much they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.queries import Queries
from onrecord.records import Finding, Story, Voice
from onrecord.reports.brief.findings import in_a_line, sort_of
from onrecord.reports.brief.links import part
from onrecord.reports.brief.wording import dated, dating, listed
from onrecord.reports.lookup import Lookup
from onrecord.store.listing import Line, Wanted
from onrecord.views.histogram import Histogram, histogram
from onrecord.views.links import article_page, line_page, speaker_page, story_page
from onrecord.views.speaker import bare

ROWS = 40
MOST_STORIES = 6  # of one storyline, in the index
MOST_DIFFERENCES = 4


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of a storyline."""

    title: str
    href: str
    when: str
    articles: int


@dataclass(frozen=True, slots=True)
class LineRow:
    """One storyline: its story with most articles leads; ``differs``: what sorts of differences it has."""

    title: str
    href: str
    when: str
    articles: int
    outlets: str
    stories: tuple[StoryRow, ...]
    more: int
    line_href: str
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference in the open: what sort it is, who says what otherwise, in which story."""

    sort: str
    text: str
    story: str
    href: str


@dataclass(frozen=True, slots=True)
class Index:
    """One page of the index; ``differences``: the first of what differs in its stories."""

    rows: tuple[LineRow, ...]
    differences: tuple[Difference, ...]
    total: int
    page: int
    pages: int
    totals: Mapping[str, int]
    outlets: tuple[tuple[str, int], ...]
    over_time: Histogram | None
    undated: int


@dataclass(frozen=True, slots=True)
class Added:
    """An article that was added, and its story."""

    title: str
    href: str
    outlet: str
    published: str
    story_href: str | None


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
    found = {line.id: [f for f in queries.differences_in(line.id) if f.story_id in stories] for line in lines}
    return Index(
        rows=tuple(
            _row(line, [stories[s] for s in line.stories if s in stories], names, found[line.id])
            for line in lines
        ),
        differences=tuple(_differences(queries, stories, [f for of_line in found.values() for f in of_line])),
        total=total,
        page=page,
        pages=max(1, -(-total // ROWS)),
        totals=queries.totals(),
        outlets=tuple(queries.outlets()),
        over_time=histogram(queries.beginnings()),
        undated=queries.undated_lines(wanted),
    )


def read_from(queries: Queries, paths: Sequence[str], *, most: int = 20) -> list[Added]:
    """The first of the articles that were read from some files, with their stories."""
    called = ((path, a) for path in paths for a in queries.articles_called(path, limit=most))
    found = {a.id: a for path, a in called if a.path.endswith(path.rpartition("/")[2])}
    articles = list(found.values())[:most]
    stories = queries.groups_of([a.id for a in articles])
    return [
        Added(
            a.title or a.path,
            article_page(a.id),
            a.outlet or "outlet not named",
            dating(a.published),
            story_page(stories[a.id]) if a.id in stories else None,
        )
        for a in articles
    ]


def voices(queries: Queries, words: str, *, page: int) -> Voices:
    """The ``page``-th page, counted from 1, of the speakers whose name holds ``words``."""
    found, total = queries.voices(words, limit=2 * ROWS, offset=2 * ROWS * (page - 1))
    return Voices(tuple(map(_voice, found)), total, page, max(1, -(-total // (2 * ROWS))))


def _voice(voice: Voice) -> VoiceRow:
    return VoiceRow(
        voice.name or "source not named", speaker_page(voice.id), voice.statements, voice.articles
    )


def _differences(
    queries: Queries, stories: Mapping[str, Story], found: Sequence[Finding]
) -> Iterator[Difference]:
    """The first of what differs: of each storyline, in their order, what is to be looked at first."""
    first = sorted(found, key=lambda f: f.rank)[:MOST_DIFFERENCES]
    lookup = Lookup.of(bare(queries.articles_by_id({p.article_id for f in first for p in f.places}).values()))
    for finding in first:
        story = stories[finding.story_id]
        href = f"{story_page(story.id)}#{part(finding.id)}"
        yield Difference(sort_of(finding), in_a_line(lookup, finding), story.title, href)


def _row(line: Line, stories: Sequence[Story], names: Mapping[str, str], found: Sequence[Finding]) -> LineRow:
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
        differs=tuple(dict.fromkeys(map(sort_of, found))),
    )


def _story(story: Story) -> StoryRow:
    when = days(story.first_published, story.last_published)
    return StoryRow(story.title, story_page(story.id), when, len(story.article_ids))


def days(first: str | None, last: str | None) -> str:
    """From one day to another in words; that it is not known, where it is not."""
    if not first and not last:
        return "not dated"
    return dated(first or last) if first == last or not (first and last) else dated(f"{first}/{last}")
