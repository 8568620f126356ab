"""Users' corrections as they were made, and what they put aside so that undoing brings it back.

Callers hold the transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from onrecord.records import AnnotatedArticle, Article, Correction
from onrecord.store import placed, tables
from onrecord.store.codec import dumps, loads, pack
from onrecord.store.noting import Keyed
from onrecord.store.touched import CORRECTIONS

_ALL = Keyed("SELECT n, made_at, record FROM corrections ORDER BY n", CORRECTIONS)


def put(connection: sqlite3.Connection, made_at: str, corrections: Iterable[Correction]) -> None:
    """Add corrections; none is ever changed or removed."""
    connection.executemany(
        "INSERT INTO corrections (made_at, record) VALUES (?, ?)", ((made_at, dumps(c)) for c in corrections)
    )


def load(connection: sqlite3.Connection) -> list[tuple[int, str, Correction]]:
    """All corrections, oldest first: (place, when it was made, correction)."""
    rows = connection.execute(_ALL)
    return [(int(n), str(made), loads(Correction, record)) for n, made, record in rows]


def set_aside(connection: sqlite3.Connection, removed: Iterable[str], keys: type[object]) -> None:
    """Take articles out of the archive, with what it takes to put them back; those not in it are passed over.

    ``keys``: the type of what grouping keeps of an article.
    """
    for article in sorted(removed):
        row = connection.execute("SELECT digest FROM articles WHERE id = ?", (article,)).fetchone()
        item = next(tables.load_alone(connection, [article]), None)
        if row is None or item is None:
            continue
        own = tables.load_own_datings(connection, [article]).get(article, item.article.published)
        item = replace(item, article=replace(item.article, published=own))
        story_keys = dumps(placed.load_keys(connection, keys, article))
        connection.execute(
            "INSERT OR REPLACE INTO removed (article_id, digest, story_keys, item) VALUES (?, ?, ?, ?)",
            (article, row[0], story_keys, pack(item)),
        )
        connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def put_back(connection: sqlite3.Connection, removed: Iterable[str]) -> None:
    """Put articles back that were set aside, but for those of ``removed``; they wait to be compared."""
    rows = connection.execute("SELECT article_id, digest, story_keys, item FROM removed").fetchall()
    kept = frozenset(removed)
    for article, digest, story_keys, item in rows:
        if article in kept:
            continue
        connection.execute("DELETE FROM removed WHERE article_id = ?", (article,))
        if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
            tables.insert(connection, loads(AnnotatedArticle, item), digest, story_keys)


def set_outlets(connection: sqlite3.Connection, outlets: Mapping[str, str]) -> set[str]:
    """Let articles be of the outlets that users gave, all others of their own again: those that changed."""
    changed = _own_outlets(connection, outlets)
    for article, outlet in sorted(outlets.items()):
        row = connection.execute("SELECT outlet FROM articles WHERE id = ?", (article,)).fetchone()
        if row is None or row[0] == (outlet or None):
            continue
        connection.execute(
            "INSERT OR IGNORE INTO own_outlets (article_id, outlet) VALUES (?, ?)", (article, row[0])
        )
        _call(connection, article, outlet or None)
        changed.add(article)
    return changed


def _own_outlets(connection: sqlite3.Connection, outlets: Mapping[str, str]) -> set[str]:
    """Give their own outlets back to articles of which users say nothing any more."""
    rows = connection.execute("SELECT article_id, outlet FROM own_outlets").fetchall()
    gone = {article: outlet for article, outlet in rows if article not in outlets}
    for article, outlet in gone.items():
        _call(connection, article, outlet)
        connection.execute("DELETE FROM own_outlets WHERE article_id = ?", (article,))
    return set(gone)


def _call(connection: sqlite3.Connection, article: str, outlet: str | None) -> None:
    row = connection.execute("SELECT record FROM articles WHERE id = ?", (article,)).fetchone()
    if row is not None:
        record = pack(replace(loads(Article, row[0]), outlet=outlet))
        connection.execute(
            "UPDATE articles SET outlet = ?, record = ? WHERE id = ?", (outlet, record, article)
        )
