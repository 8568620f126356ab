"""Watches and what they have found; callers hold the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from onrecord.records import Alert, Watch
from onrecord.store.codec import dumps, loads
from onrecord.store.filters import forms_query

_MEMBER = "(SELECT member FROM members WHERE owner = :story AND NOT gone)"
_ASKED = {
    "words": "EXISTS (SELECT 1 FROM article_search JOIN articles a ON a.n = article_search.rowid"
    " WHERE article_search MATCH :words AND a.id IN {})",
    "speaker": "EXISTS (SELECT 1 FROM statements WHERE article_id IN {} AND"
    " (speaker_id = :speaker OR instr(lower(coalesce(speaker, '')), lower(:speaker))))",
    "outlet": "EXISTS (SELECT 1 FROM articles WHERE outlet = :outlet AND id IN {})",
}


def put(connection: sqlite3.Connection, watch: Watch) -> None:
    """Keep a watch, or replace the one of that id."""
    connection.execute(
        "INSERT INTO watches (id, record) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET record = ?2",
        (watch.id, dumps(watch)),
    )


def load(connection: sqlite3.Connection) -> list[Watch]:
    """All watches, the oldest first."""
    rows = connection.execute("SELECT record FROM watches")
    return sorted((loads(Watch, record) for (record,) in rows), key=lambda w: (w.made_at, w.id))


def drop(connection: sqlite3.Connection, watch: str) -> bool:
    """Forget a watch with what it found; whether there was one."""
    return connection.execute("DELETE FROM watches WHERE id = ?", (watch,)).rowcount > 0


def meets(connection: sqlite3.Connection, watch: Watch, story: str) -> bool:
    """Whether a story is one that a watch asks for."""
    asked = [text.format(_MEMBER) for name, text in _ASKED.items() if getattr(watch, name)]
    values = {
        "story": story,
        "words": forms_query(watch.words),
        "speaker": watch.speaker,
        "outlet": watch.outlet,
    }
    row = connection.execute(f"SELECT {' AND '.join(asked) or '1'}", values).fetchone()
    return bool(row[0])


def known(connection: sqlite3.Connection, watch: str, keys: Iterable[str]) -> set[str]:
    """Those of ``keys`` that a watch has met."""
    asked = "SELECT 1 FROM alerts WHERE watch = ? AND key = ?"
    return {key for key in keys if connection.execute(asked, (watch, key)).fetchone() is not None}


def put_met(connection: sqlite3.Connection, watch: str, keys: Iterable[str]) -> None:
    """Keep that a watch has met what needs no telling."""
    connection.executemany(
        "INSERT OR IGNORE INTO alerts (watch, key, record) VALUES (?, ?, '')", ((watch, key) for key in keys)
    )


def put_alerts(connection: sqlite3.Connection, alerts: Iterable[Alert]) -> None:
    """Keep what watches found; what one has met before is passed over."""
    connection.executemany(
        "INSERT OR IGNORE INTO alerts (watch, key, record) VALUES (?, ?, ?)",
        ((alert.watch_id, alert.key, dumps(alert)) for alert in alerts),
    )


def load_alerts(connection: sqlite3.Connection, watch: str | None, limit: int) -> list[Alert]:
    """What watches found, or one of them, the latest first."""
    rows = connection.execute(
        "SELECT record FROM alerts WHERE record <> '' AND (?1 IS NULL OR watch = ?1)"
        " ORDER BY n DESC LIMIT ?2",
        (watch, limit),
    )
    return [loads(Alert, record) for (record,) in rows]
