"""Full-text search over articles and statements (SQLite FTS5)."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.records import Facet, Filter, SearchResult, Utterance
from onrecord.store import derived, filters
from onrecord.store.filters import fts_query

# Facets are counted over at most so many matches: a person narrows what is more.
MOST = 20_000
# Values shown of each facet.
_VALUES = 20


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


_CALLED = (
    """SELECT id FROM articles WHERE id = :told OR title = :told OR path = :told
    OR path LIKE :file ESCAPE '!' ORDER BY path, item LIMIT :most""",
    """SELECT a.id FROM article_search JOIN articles a ON a.n = article_search.rowid
    WHERE article_search MATCH :words ORDER BY bm25(article_search), a.id LIMIT :most""",
    "SELECT id FROM articles WHERE lower(outlet) = lower(:told) ORDER BY earliest DESC, id LIMIT :most",
)


def called(connection: sqlite3.Connection, told: str, *, limit: int) -> list[str]:
    """Ids of the articles of that id, title or file; if there are none, with these words in the title.

    If there are none of these either, those of the outlet of that name.
    """
    file = re.sub(r"([!%_])", r"!\1", told)
    values = {"told": told, "file": f"%/{file}", "words": fts_query(told, "title"), "most": limit}
    for asked in _CALLED:
        if found := [str(key) for (key,) in connection.execute(asked, values)]:
            return found
    return []


# Pages of an index that one reading rewrites at most: 8 MB.
_MERGED_PAGES = 2000
# Facet -> what it groups by, and what a value is called; of the matches ``m`` and their articles ``a``.
_FACETS: Mapping[str, tuple[str, str]] = {
    "speaker": ("m.speaker_id", "max(m.speaker)"),
    "outlet": ("a.outlet", "a.outlet"),
    "kind": ("m.kind", "m.kind"),
    "mode": ("m.mode", "m.mode"),
    "stance": ("m.stance", "m.stance"),
    "said": ("substr(m.earliest, 1, 4)", "substr(m.earliest, 1, 4)"),
    "published": ("substr(a.earliest, 1, 4)", "substr(a.earliest, 1, 4)"),
    "story": ("t.owner", "t.owner"),
}


def merge(connection: sqlite3.Connection) -> None:
    """Fold what was added to the indexes since into what they held, a bounded part at a time.

    Statements are written twice, before and after their speakers are joined: left alone, the words of the
    first time stay in the index, which took three times the room over 150 articles.
    """
    for table in ("article_search", "statement_search"):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (_MERGED_PAGES,))


def find(connection: sqlite3.Connection, asked: Filter, *, offset: int = 0, limit: int = 20) -> SearchResult:
    """Statements that meet a filter: the best from ``offset`` on, and facets over all.

    With words the best come first, without them the oldest.
    """
    where = filters.on_statements(connection, asked)
    values = where.values | {"most": MOST + 1, "offset": offset, "limit": limit}
    connection.execute("DROP TABLE IF EXISTS temp.matched")
    connection.execute(
        "CREATE TEMP TABLE matched (n INTEGER PRIMARY KEY, id, article_id, speaker_id, speaker, kind, mode,"
        " stance, earliest, latest)"
    )
    connection.execute(
        "INSERT INTO matched SELECT n, id, article_id, speaker_id, speaker, kind, mode, stance, earliest,"
        f" latest FROM main.statements WHERE {where.sql} LIMIT :most",
        values,
    )
    try:
        total = int(connection.execute("SELECT count(*) FROM matched").fetchone()[0])
        return SearchResult(
            statement_ids=tuple(key for (key,) in _best(connection, asked, values)),
            total=min(total, MOST),
            complete=total <= MOST,
            perhaps=perhaps(connection, asked),
            facets={name: _facet(connection, *how) for name, how in _FACETS.items()},
        )
    finally:
        connection.execute("DROP TABLE temp.matched")


def _best(connection: sqlite3.Connection, asked: Filter, values: Mapping[str, object]) -> sqlite3.Cursor:
    if asked.words is None:
        return connection.execute(
            "SELECT id FROM matched ORDER BY coalesce(earliest, latest, '9999'), id"
            " LIMIT :limit OFFSET :offset",
            dict(values),
        )
    return connection.execute(
        "SELECT m.id FROM statement_search CROSS JOIN matched m ON m.n = statement_search.rowid"
        " WHERE statement_search MATCH :words ORDER BY bm25(statement_search), m.id"
        " LIMIT :limit OFFSET :offset",
        dict(values),
    )


def _facet(connection: sqlite3.Connection, group: str, name: str) -> tuple[Facet, ...]:
    rows = connection.execute(
        f"SELECT {group}, count(*), {name} FROM matched m JOIN articles a ON a.id = m.article_id"
        " LEFT JOIN members t ON t.member = m.article_id AND NOT t.gone"
        f" WHERE {group} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_VALUES}"
    )
    return tuple(Facet(value, count, name or value) for value, count, name in rows)


def perhaps(connection: sqlite3.Connection, asked: Filter) -> int:
    """How many more statements may meet the filter, their days being open."""
    wide, narrow = filters.possibly(connection, asked), filters.on_statements(connection, asked)
    return _more(connection, "statements", wide, narrow)


def articles_perhaps(connection: sqlite3.Connection, asked: Filter) -> int:
    """How many more articles may meet the filter, their days or those of what they hold being open."""
    wide, narrow = filters.articles_possibly(connection, asked), filters.on_articles(connection, asked)
    return _more(connection, "articles", wide, narrow)


def _more(
    connection: sqlite3.Connection, table: str, wide: filters.Conditions | None, narrow: filters.Conditions
) -> int:
    if wide is None:
        return 0
    counted = f"SELECT count(*) FROM {table} WHERE {{}}"
    more, sure = (connection.execute(counted.format(c.sql), c.values).fetchone()[0] for c in (wide, narrow))
    return int(more) - int(sure)


def claims(connection: sqlite3.Connection, statement_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Statement id -> the utterance that it renders, and in how many articles that is told."""
    asked = frozenset(statement_ids)
    ids = json.dumps(sorted(asked))
    stories = connection.execute(
        "SELECT DISTINCT m.owner FROM json_each(?) AS i JOIN statements s ON s.id = i.value"
        " JOIN members m ON m.member = s.article_id AND NOT m.gone",
        (ids,),
    ).fetchall()
    found: dict[str, tuple[str, int]] = {}
    for (story,) in stories:
        for told in derived.load_derived(connection, "utterances", Utterance, owner=story):
            articles = len({r.article_id for r in told.renderings})
            found |= {r.statement_id: (told.id, articles) for r in told.renderings if r.statement_id in asked}
    return found
