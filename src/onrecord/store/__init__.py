"""The SQLite archive: schema, migrations, tables, search."""

from __future__ import annotations

from onrecord.store import (
    answers,
    copies,
    corrections,
    derived,
    feeds,
    filters,
    joined,
    listing,
    made,
    pages,
    placed,
    raw,
    search,
    spans,
    tables,
    waiting,
    watches,
)
from onrecord.store.codec import convert, deflate, dumps, inflate, key_of, loads, pack
from onrecord.store.database import Database
from onrecord.store.tables import Stored

__all__ = [
    "Database",
    "Stored",
    "answers",
    "convert",
    "copies",
    "corrections",
    "deflate",
    "derived",
    "dumps",
    "feeds",
    "filters",
    "inflate",
    "joined",
    "key_of",
    "listing",
    "loads",
    "made",
    "pack",
    "pages",
    "placed",
    "raw",
    "search",
    "spans",
    "tables",
    "waiting",
    "watches",
]
