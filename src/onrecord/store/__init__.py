"""The SQLite archive: schema, migrations, search."""

from __future__ import annotations

from onrecord.store import search
from onrecord.store.database import Database
from onrecord.store.tables import (
    DERIVED,
    Stored,
    load_articles,
    load_derived,
    load_own_datings,
    put_article,
    put_statements,
    redate,
    replace_derived,
)

__all__ = [
    "DERIVED",
    "Database",
    "Stored",
    "load_articles",
    "load_derived",
    "load_own_datings",
    "put_article",
    "put_statements",
    "redate",
    "replace_derived",
    "search",
]
