"""Full-text search over articles and statements (SQLite FTS5)."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

_WORD = re.compile(r'"[^"]+"|[^\s"]+')


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result; ``statement_id`` is None where the article's text matched."""

    article_id: str
    statement_id: str | None
    outlet: str | None
    title: str | None
    speaker: str | None
    published: str | None
    excerpt: str


def statements(connection: sqlite3.Connection, query: str, *, limit: int = 50) -> list[Hit]:
    """Statements whose speaker or content holds every word of ``query``, best first."""
    rows = connection.execute(
        "SELECT s.article_id, s.id, a.outlet, a.title, s.speaker, a.earliest,"
        " snippet(statement_search, 1, '', '', '…', 40)"
        " FROM statement_search JOIN statements s ON s.n = statement_search.rowid"
        " JOIN articles a ON a.id = s.article_id"
        " WHERE statement_search MATCH ? ORDER BY bm25(statement_search), s.id LIMIT ?",
        (fts_query(query), limit),
    )
    return [Hit(*row) for row in rows]


def articles(connection: sqlite3.Connection, query: str, *, limit: int = 50) -> list[Hit]:
    """Articles whose title or text holds every word of ``query``, best first."""
    rows = connection.execute(
        "SELECT a.id, NULL, a.outlet, a.title, NULL, a.earliest,"
        " snippet(article_search, 1, '', '', '…', 40)"
        " FROM article_search JOIN articles a ON a.n = article_search.rowid"
        " WHERE article_search MATCH ? ORDER BY bm25(article_search, 4.0, 1.0), a.id LIMIT ?",
        (fts_query(query), limit),
    )
    return [Hit(*row) for row in rows]


def fts_query(text: str) -> str:
    """What a person typed, as an FTS5 query: every word must occur, "quoted words" as a phrase.

    Each term is quoted, so that no character of the input is taken for query syntax; a NUL would end
    the query early.
    """
    terms = [m.group().strip('"').replace('"', "") for m in _WORD.finditer(text.replace("\0", " "))]
    return " ".join(f'"{term}"' for term in terms if any(c.isalnum() for c in term)) or '""'
