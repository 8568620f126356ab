"""A story, or all stories of a storyline, as a chapter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.errors import ArchiveError
from onrecord.lazy import Lazy
from onrecord.queries import Queries
from onrecord.records import Story
from onrecord.reports.brief.chapter import Chapter, StoryPart, chapter
from onrecord.reports.brief.pages import PAGE_ARTICLES
from onrecord.reports.brief.timeline import ReadClock, read_clock
from onrecord.reports.lookup import Lookup
from onrecord.views.correcting import shown_on
from onrecord.views.correcting import told as said
from onrecord.views.links import PageLinks, article_page, line_page, story_page

# Articles of a storyline that one page lays side by side. Forty were 2.4 MB of HTML and .6 s of a core, which
# everybody waited for; twelve or seventeen are some 700 KB and .15 s.
_SHOWN_ARTICLES = 16
# Statements that the page of one story shows with all that belongs to them; of more, what several articles
# tell stands first, and all of it is asked for. 600 of 16 articles were 1.1 MB and .19 s of a core.
_SHOWN_STATEMENTS = 250


@dataclass(frozen=True, slots=True)
class Other:
    """A story of the same storyline that a page leads to."""

    title: str
    href: str
    articles: int


@dataclass(frozen=True, slots=True)
class Matter:
    """A story or storyline with what its page shows beside the chapter.

    ``others``: stories of the storyline that its page has no room for, by day.
    """

    chapter: Chapter
    parts: tuple[StoryPart, ...]
    read: ReadClock
    corrected: tuple[tuple[int, str], ...]
    line_href: str | None
    others: tuple[Other, ...] = ()


def story(queries: Queries, story_id: str, *, all_of_it: bool = False, all_dates: bool = False) -> Matter:
    """One story; the others of its storyline are read with it where they are few.

    Of many statements those that several articles tell, unless ``all_of_it`` is asked for.

    Raises:
        ArchiveError: the archive holds no such story.
    """
    own = queries.story(story_id)
    line = queries.stories_of(own.storyline_id)
    near = line if _size(line) <= PAGE_ARTICLES else [own]
    return _matter(
        queries, [own], near, story_page(story_id), all_of_it=all_of_it, all_dates=all_dates or all_of_it
    )


def storyline(queries: Queries, line_id: str, *, all_dates: bool = False) -> Matter:
    """All stories of a storyline; of a long one those with most articles, and what the others are called.

    Of many dates those that matter most, unless ``all_dates`` are asked for.

    Raises:
        ArchiveError: the archive holds no such storyline.
    """
    line = queries.stories_of(line_id)
    if not line:
        raise ArchiveError(f"{queries.path}: no storyline has the id {line_id}")
    shown = _that_fit(line)
    others = (Other(s.title, story_page(s.id), len(s.article_ids)) for s in line if s not in shown)
    found = _matter(queries, shown, line, line_page(line_id), all_dates=all_dates)
    return replace(found, line_href=None, others=tuple(others))


def _matter(
    queries: Queries,
    shown: Sequence[Story],
    at_hand: Sequence[Story],
    page: str,
    *,
    all_of_it: bool = False,
    all_dates: bool,
) -> Matter:
    whole = all_of_it or (len(shown) == 1 and _fits(queries, shown[0]))
    lookup, links = look(queries, shown, page, at_hand, weighed=whole)
    told = [lookup.story_of[s.article_ids[0]] for s in shown if s.article_ids[0] in lookup.articles]
    found = chapter(
        lookup, links, shown[0].storyline_id, told, texts=False, whole=whole, all_dates=all_dates or whole
    )
    several = len(at_hand) > 1 or len(queries.stories_of(shown[0].storyline_id)) > 1
    return Matter(
        chapter=found,
        parts=found.parts,
        read=read_clock(queries.last_read()),
        corrected=tuple(
            (kept.number, said(queries, kept))
            for kept in shown_on(queries, [a for story in told for a in story.article_ids])
        ),
        line_href=line_page(shown[0].storyline_id) if several else None,
    )


def _fits(queries: Queries, story: Story) -> bool:
    """Whether a page has room for all of a story; what one article tells is never cut short."""
    ids = story.article_ids
    return len(ids) == 1 or queries.statements_in(ids) <= _SHOWN_STATEMENTS


def look(
    queries: Queries,
    stories: Sequence[Story],
    page: str,
    at_hand: Sequence[Story] = (),
    *,
    weighed: bool = True,
) -> tuple[Lookup, PageLinks]:
    """The records of some stories of one storyline by id, and the links as seen from ``page``.

    ``at_hand``: these and others of it, of which only is known what the former point to. ``weighed``: with
    what stands without each origin.
    """
    lookup = Lookup.of(queries.shown_of(stories, at_hand or stories, weighed=weighed))
    return lookup, PageLinks(lookup, Lazy[str, str](article_page), page)


def _that_fit(line: Sequence[Story]) -> list[Story]:
    """The stories with most articles that a page can hold, at least one, by day as they were."""
    kept: set[str] = set()
    size = 0
    for story in sorted(line, key=lambda s: (-len(s.article_ids), s.id)):
        if not kept or size + len(story.article_ids) <= _SHOWN_ARTICLES:
            size += len(story.article_ids)
            kept.add(story.id)
    return [s for s in line if s.id in kept]


def _size(stories: Sequence[Story]) -> int:
    return sum(len(s.article_ids) for s in stories)
