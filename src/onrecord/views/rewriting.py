"""The brief and tables that lie beside an archive, written again once what they show is no longer so."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.queries import Queries
from onrecord.records import Progress


def write_anew(queries: Queries, tell: Callable[[Progress], None] = lambda _: None) -> bool:
    """Write them again where there are any, ``tell`` being told how far it is; whether there were."""
    folder = queries.path.parent
    if not (folder / "brief.html").exists():
        return False
    from onrecord import reports  # noqa: PLC0415 - tables and exports, which pages do without

    corpus = queries.corpus(tell)
    reports.write_tables(corpus, folder)
    reports.write_brief(corpus, folder, tell=tell)
    return True
