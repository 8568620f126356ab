"""The brief and tables that lie beside an archive, written, and again once what they show is no longer so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.queries import Queries
from onrecord.records import Corpus, Progress

if TYPE_CHECKING:
    from onrecord.reports.brief import Gathering


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


def write_anew(queries: Queries, tell: Callable[[Progress], None] = lambda _: None) -> bool:
    """Write them again where there are any, ``tell`` being told how far it is; whether there were."""
    folder = queries.path.parent
    if not (folder / "brief.html").exists():
        return False
    write(queries, folder, tell=tell)
    return True
