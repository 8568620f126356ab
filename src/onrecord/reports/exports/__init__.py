"""The same records for other programs: one module per format, each of which writes files and names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from onrecord.records import AnnotatedArticle, Corpus
from onrecord.reports.exports.annotations import write_annotations
from onrecord.reports.exports.bibtex import write_bibtex
from onrecord.reports.exports.comma_separated import write_csv
from onrecord.reports.exports.csl import write_csl
from onrecord.reports.exports.docx import write_docx
from onrecord.reports.exports.jsonl import write_jsonl_tables
from onrecord.reports.exports.markdown import write_markdown
from onrecord.reports.exports.parquet import write_parquet
from onrecord.reports.exports.schema_org import write_schema_org
from onrecord.reports.exports.tei import write_tei
from onrecord.reports.exports.timelinejs import write_timelinejs
from onrecord.reports.spool import Spool
from onrecord.reports.tables import in_order

Export = Callable[[Corpus, Path], list[Path]]

# Those that need one row at a time, and so take rows that were put on disk part by part.
OF_ROWS: Mapping[str, Callable[[Corpus | Spool, Path], list[Path]]] = {
    "csv": write_csv,
    "jsonl": write_jsonl_tables,
    "parquet": write_parquet,
}
# Those that need one article at a time, in the order of the tables.
OF_ARTICLES: Mapping[str, Callable[[Iterable[AnnotatedArticle], Path], list[Path]]] = {
    "bibtex": write_bibtex,
    "csl": write_csl,
    "web-annotation": write_annotations,
}
# Those that write a file a storyline, and so take one after the other.
OF_LINES: Mapping[str, Callable[[Corpus, Path], list[Path]]] = {"timelinejs": write_timelinejs}


def _whole(write: Callable[[Iterable[AnnotatedArticle], Path], list[Path]]) -> Export:
    return lambda corpus, folder: write(in_order(corpus), folder)


# All of them, from everything at once.
EXPORTS: Mapping[str, Export] = {
    **{name: _whole(write) for name, write in OF_ARTICLES.items()},
    **OF_LINES,
    **OF_ROWS,
    "docx": write_docx,
    "markdown": write_markdown,
    "schema-org": write_schema_org,
    "tei": write_tei,
}

__all__ = ["EXPORTS", "OF_ARTICLES", "OF_LINES", "OF_ROWS"]
