"""The same records for other programs: one module per format, each ``(corpus, folder) -> paths``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from onrecord.records import Corpus
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

EXPORTS: Mapping[str, Callable[[Corpus, Path], list[Path]]] = {
    "bibtex": write_bibtex,
    "csl": write_csl,
    "csv": write_csv,
    "docx": write_docx,
    "jsonl": write_jsonl_tables,
    "markdown": write_markdown,
    "parquet": write_parquet,
    "schema-org": write_schema_org,
    "tei": write_tei,
    "timelinejs": write_timelinejs,
    "web-annotation": write_annotations,
}

# Those that need one row at a time, and so take rows that were put on disk part by part.
OF_ROWS: Mapping[str, Callable[[Corpus | Spool, Path], list[Path]]] = {
    "csv": write_csv,
    "jsonl": write_jsonl_tables,
    "parquet": write_parquet,
}

__all__ = ["EXPORTS", "OF_ROWS"]
