"""The SQLite archive: schema, migrations, search."""

from __future__ import annotations
