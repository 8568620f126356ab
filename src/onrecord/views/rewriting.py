"""The brief and tables that lie beside an archive, written again once what they show is no longer so."""

from __future__ import annotations

from onrecord.queries import Queries


def write_anew(queries: Queries) -> bool:
    """Write them again where there are any; whether there were."""
    folder = queries.path.parent
    if not (folder / "brief.html").exists():
        return False
    from onrecord import reports  # noqa: PLC0415 - tables and exports, which pages do without

    corpus = queries.corpus()
    reports.write_tables(corpus, folder)
    reports.write_brief(corpus, folder)
    return True
