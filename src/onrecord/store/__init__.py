"""The SQLite archive: schema, migrations, tables, search."""

from __future__ import annotations

from onrecord.store import copies, derived, joined, made, placed, search, tables
from onrecord.store.codec import dumps, loads
from onrecord.store.database import Database
from onrecord.store.tables import Stored

__all__ = [
    "Database",
    "Stored",
    "copies",
    "derived",
    "dumps",
    "joined",
    "loads",
    "made",
    "placed",
    "search",
    "tables",
]
