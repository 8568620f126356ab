"""The tables as JSONL: the same files that reading writes."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import Corpus
from onrecord.reports.spool import Spool
from onrecord.reports.tables import TABLES, write_tables


def write_jsonl_tables(corpus: Corpus | Spool, folder: Path) -> list[Path]:
    """Write ``<table>.jsonl`` for every table, and ``run.json``; returns their paths."""
    write_tables(corpus, folder)
    return [*(folder / f"{name}.jsonl" for name in TABLES), folder / "run.json"]
