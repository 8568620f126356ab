"""Writes the brief and tables beside an archive, and rewrites them when they are out of date."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.queries import Queries
from onrecord.records import Corpus, Progress
from onrecord.reports.brief.pages import ONE_FILE

if TYPE_CHECKING:
    from onrecord.reports.brief import Gathering

# Articles up to which each change writes all anew: 640 take some 20 s of processor time, 20,000 ten minutes,
# for one article that is added or one name that is corrected.
MOST_ANEW = 1000
_HEAD = 1024  # bytes of a page in which it tells what it was asked to be


class Beside(Enum):
    """What became of brief and tables: there are none, they were written anew, or left as before."""

    NONE = auto()
    WRITTEN = auto()
    LEFT = auto()


def write(
    queries: Queries,
    folder: Path,
    *,
    one_file: bool = False,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Corpus | Gathering:
    """Write tables and brief in the memory that one storyline takes; a brief of one page is held whole.

    Returns:
        What the brief of one page shows, or what the index of several does.
    """
    from onrecord import parts, reports  # noqa: PLC0415 - tables and exports, which pages do without

    with queries.snapshot():
        with parts.spool(queries, tell) as rows:
            reports.write_tables(rows, folder, tell=tell)
        outline = parts.outline(queries)
        if one_file or reports.fits_one_file(len(outline.articles)):
            corpus = queries.corpus(tell)
            reports.write_brief(corpus, folder, one_file=one_file, tell=tell)
            return corpus
        return reports.write_pages(outline, folder, lambda told: parts.lines_of(queries, told), tell=tell)


def write_anew(queries: Queries, tell: Callable[[Progress], None] = lambda _: None) -> Beside:
    """Write them again where there are any and the archive is not too large for that.

    ``tell`` is told how far it is.
    """
    folder = queries.path.parent
    if not (folder / "brief.html").exists():
        return Beside.NONE
    if queries.totals()["articles"] > MOST_ANEW:
        return Beside.LEFT
    write(queries, folder, one_file=_is_one_file(folder / "brief.html"), tell=tell)
    return Beside.WRITTEN


def _is_one_file(brief: Path) -> bool:
    """Whether a brief was asked for as one page."""
    with brief.open("rb") as page:
        return f'<meta name="{ONE_FILE}"'.encode() in page.read(_HEAD)
