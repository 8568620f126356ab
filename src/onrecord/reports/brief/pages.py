"""Which story goes on which page, so that a brief opens at once however many articles it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.records import Story
from onrecord.reports.lookup import Lookup

# One self-contained file up to here: about 1 MB of HTML, which opens within a second on a small laptop.
ONE_FILE_ARTICLES = 24
ONE_FILE_STORYLINES = 8
ONE_FILE_LETTERS = 400_000
# A storyline of more articles is split by story; stories of one article share pages.
PAGE_ARTICLES = 40
SINGLES = 20
INDEX_ROWS = 1000
# By this name a page tells that it was asked to hold everything: it does so when it is written again, too.
ONE_FILE = "onrecord-one-file"

Chapters = tuple[tuple[str, tuple[Story, ...]], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML file: its path below the folder, and the (storyline id, stories) it shows.

    ``alone``: it was asked for that it holds everything.
    """

    path: str
    chapters: Chapters
    alone: bool = False


def fits_one_file(articles: int) -> bool:
    """Whether so many articles may stand on one page."""
    return articles <= ONE_FILE_ARTICLES


def plan(lookup: Lookup, *, one_file: bool = False) -> list[Page]:
    """The pages of a brief: ``brief.html`` alone, or pages to which ``brief.html`` is the index.

    ``one_file``: everything in ``brief.html``, however much it is. Of more articles than fit one file
    nothing that stands in them is looked at.
    """
    lines = tuple(lookup.storylines().items())
    if one_file or _fits(lookup, lines):
        return [Page("brief.html", lines, alone=one_file)]
    several = [(key, stories) for key, stories in lines if _size(stories) > 1]
    singles = [(key, stories) for key, stories in lines if _size(stories) == 1]
    pages = [page for key, stories in several for page in _of_storyline(key, stories)]
    chunks = [tuple(singles[i : i + SINGLES]) for i in range(0, len(singles), SINGLES)]
    return pages + [Page(f"stories/single-{n:04}.html", chunk) for n, chunk in enumerate(chunks, 1)]


def _fits(lookup: Lookup, lines: Chapters) -> bool:
    """Whether one page opens at once with all of it."""
    if not fits_one_file(len(lookup.articles)) or len(lines) > ONE_FILE_STORYLINES:
        return False
    letters = sum(len(a.article.text) for a in lookup.articles.values())
    return letters <= ONE_FILE_LETTERS or len(lines) == 1


def _size(stories: Sequence[Story]) -> int:
    return sum(len(s.article_ids) for s in stories)


def _of_storyline(key: str, stories: tuple[Story, ...]) -> Iterator[Page]:
    if _size(stories) <= PAGE_ARTICLES:
        yield Page(f"stories/{_file(stories[0].id)}.html", ((key, stories),))
        return
    for story in stories:
        yield Page(f"stories/{_file(story.id)}.html", ((key, (story,)),))


def _file(name: str) -> str:
    """A record's id as a file name."""
    return re.sub(r"[^\w-]", "_", name)[:80]
