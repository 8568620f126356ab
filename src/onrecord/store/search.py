"""Full-text search over articles and statements (SQLite FTS5)."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from typing import TYPE_CHECKING

from onrecord.records import Facet, Filter, SearchResult
from onrecord.store import filters
from onrecord.store.codec import dumps, holding
from onrecord.store.derived import load_derived
from onrecord.store.filters import forms_query, fts_query
from onrecord.store.noting import Connection, Matching

if TYPE_CHECKING:
    from onrecord.store.columns import Columns

# Facets are counted over at most so many matches: a person narrows what is more.
MOST = 20_000
# Characters below which a statement is a fragment ("it", "government shutdown") and stands behind what tells
# something: of two that hold a word as often, the shorter is the better match. An eighth of the statements of
# 1,510 news articles are; of the first twenty for each of eight words 75 of 160 were while the bound was 12.
_FRAGMENT = 30
# Whether a statement holds the words in other forms than they were asked for.
_OTHER_FORM = "n NOT IN (SELECT rowid FROM statement_search WHERE statement_search MATCH :written)"
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
    """Statements whose speaker or content holds every word of ``query`` in any form, as written first."""
    return _hits(connection, _HELD_BY_STATEMENTS, query, limit)


def articles(connection: sqlite3.Connection, query: str, *, limit: int = 50) -> list[Hit]:
    """Articles whose title or text holds every word of ``query`` in any form, as written first."""
    return _hits(connection, _HELD_BY_ARTICLES, query, limit)


# The best are chosen first: an excerpt of each match would take ten times as long as finding them.
_HELD_BY_STATEMENTS = """
WITH best AS MATERIALIZED (
    SELECT s.n, s.id, bm25(statement_search) AS score,
        s.n NOT IN (SELECT rowid FROM statement_search WHERE statement_search MATCH ?3) AS other
    FROM statement_search JOIN statements s ON s.n = statement_search.rowid
    WHERE statement_search MATCH ?1 ORDER BY other, score, s.id LIMIT ?2
)
SELECT s.article_id, s.id, a.outlet, a.title, s.speaker, a.earliest,
    snippet(statement_search, 1, '', '', '…', 40)
FROM best CROSS JOIN statement_search ON statement_search.rowid = best.n
JOIN statements s ON s.n = best.n JOIN articles a ON a.id = s.article_id
WHERE statement_search MATCH ?1 ORDER BY best.other, best.score, best.id
"""
_HELD_BY_ARTICLES = Matching(
    """
WITH best AS MATERIALIZED (
    SELECT a.n, a.id, bm25(article_search, 4.0, 1.0) AS score,
        a.n NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?3) AS other
    FROM article_search JOIN articles a ON a.n = article_search.rowid
    WHERE article_search MATCH ?1 ORDER BY other, score, a.id LIMIT ?2
)
SELECT a.id, NULL, a.outlet, a.title, NULL, a.earliest, snippet(article_search, 1, '', '', '…', 40)
FROM best CROSS JOIN article_search ON article_search.rowid = best.n JOIN articles a ON a.n = best.n
WHERE article_search MATCH ?1 ORDER BY best.other, best.score, best.id
""",
    "article_search",
)


def _hits(connection: sqlite3.Connection, asked: str, query: str, limit: int) -> list[Hit]:
    return [Hit(*row) for row in connection.execute(asked, (forms_query(query), limit, fts_query(query)))]


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


# Pages of an index that one reading rewrites at most, 8 MB, unless so large a part of the articles is new.
_MERGED_PAGES, _NEW_PART = 2000, 4
_FACETS = ("speaker", "outlet", "kind", "mode", "stance", "said", "published", "story")
# The facets of a statement, and those of its article, in the order of the columns in all questions.
# Without the index, SQLite would read past the whole text of an article to its day.
OF_STATEMENTS, OF_ARTICLES = ("speaker", "kind", "mode", "stance", "said"), ("outlet", "published", "story")
_TOLD = """
SELECT article_id, speaker, speaker_id, kind, mode, stance, substr(earliest, 1, 4) FROM statements
WHERE {} LIMIT :most
"""
_TOLD_BY_ARTICLES = """
SELECT a.id, a.outlet, substr(a.earliest, 1, 4), t.owner FROM json_each(?) AS i
JOIN articles AS a INDEXED BY articles_told ON a.id = i.value
LEFT JOIN members AS t ON t.member = a.id AND NOT t.gone
"""
# The numbers of those that hold words, as one text: as rows they take three times as long.
_NUMBERS = "SELECT group_concat(rowid) FROM statement_search WHERE statement_search MATCH ?"
_NAMES = (
    "SELECT speaker_id, max(speaker) FROM statements WHERE n IN (SELECT value FROM json_each(?))"
    " GROUP BY speaker_id"
)
_NOTED = 20_000  # bytes that facets take, of eight times twenty values
# The best of those that hold words, so many looked at for each that is asked for: an eighth are fragments.
_LOOKED_AT, _MOST_LOOKED_AT = 4, 1000
_RANKED = f"""
SELECT id, length < {_FRAGMENT}, other, score FROM (
    SELECT rowid AS number, bm25(statement_search) AS score,
        rowid NOT IN (SELECT rowid FROM statement_search WHERE statement_search MATCH :written) AS other
    FROM statement_search WHERE statement_search MATCH :words ORDER BY other, score LIMIT :most
) JOIN statements ON n = number ORDER BY other, score, id
"""


def merge(connection: sqlite3.Connection, *, new: int) -> None:
    """Fold what was added to the indexes since into what they held, for ``new`` articles.

    Statements are written twice, before and after their speakers are joined: left alone, the words of the
    first time stay in the index. After few articles a bounded part is folded at a time; where much of the
    archive is new, all is: of 19,400 articles read in one go half of the index were words of the first time.
    """
    (held,) = connection.execute("SELECT count(*) FROM articles").fetchone()
    for table in ("article_search", "statement_search"):
        if new * _NEW_PART >= held:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
        else:
            asked = f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)"
            connection.execute(asked, (_MERGED_PAGES,))


def find(
    connection: Connection,
    asked: Filter,
    *,
    offset: int = 0,
    limit: int = 20,
    columns: Callable[[], Columns] | None = None,
) -> SearchResult:
    """Statements that meet a filter: the best from ``offset`` on, and facets over all.

    With words the best come first, without them the oldest. ``columns``: gives those of the archive, where
    it is asked so often that they are kept.
    """
    if columns is not None and asked == Filter(words=asked.words) and asked.words is not None:
        held, words = columns(), forms_query(asked.words)
        matches = connection.worked_out(lambda now: _matches(now, asked, held), words, _NOTED)
        # Which is the best follows from which there are: how long all statements are on average, by which it
        # is measured too, moves with every article, but hardly any place.
        with connection.unnoted():
            best = _best(connection, asked, offset, limit)
    else:
        matches = _counted(connection, filters.on_statements(connection, asked))
        best = _best(connection, asked, offset, limit)
    return SearchResult(
        statement_ids=tuple(best),
        total=min(matches.total, MOST),
        complete=matches.total <= MOST,
        perhaps=perhaps(connection, asked),
        facets=matches.facets,
    )


@dataclass(frozen=True, slots=True)
class _Matches:
    """How many there are, at most one more than are counted; which, as a digest, where that is known."""

    total: int
    facets: Mapping[str, tuple[Facet, ...]]
    which: bytes = b""


def _matches(connection: Connection, asked: Filter, columns: Columns) -> tuple[_Matches, array[int]]:
    """``_counted`` of the statements that hold the words of ``asked``, by columns; their numbers."""
    (told,) = connection.execute(_NUMBERS, (forms_query(asked.words or ""),)).fetchone()
    numbers = list(map(int, told.split(","))) if told else []
    counted = columns.counted(connection, numbers[: MOST + 1])
    if counted is None:
        return _counted(connection, filters.on_statements(connection, asked)), array("I", numbers)
    facets = {facet: _facet(counted.counts[facet]) for facet in _FACETS}
    said = counted.of_speakers(f.value for f in facets["speaker"])
    facets["speaker"] = _named(facets["speaker"], dict(connection.execute(_NAMES, (json.dumps(said),))))
    which = hashlib.blake2b((told or "").encode(), digest_size=16).digest()
    return _Matches(min(len(numbers), MOST + 1), facets, which), array("I", numbers)


def _named(speakers: Iterable[Facet], names: Mapping[str | None, str | None]) -> tuple[Facet, ...]:
    return tuple(replace(f, name=names.get(f.value) or f.value) for f in speakers)


def _counted(connection: sqlite3.Connection, where: filters.Conditions) -> _Matches:
    """How many statements meet the conditions, and what they can be narrowed to."""
    rows = connection.execute(_TOLD.format(where.sql), where.values | {"most": MOST + 1}).fetchall()
    articles, names, *columns = zip(*rows, strict=True) if rows else ((),) * (len(OF_STATEMENTS) + 2)
    counts = {facet: Counter(values) for facet, values in zip(OF_STATEMENTS, columns, strict=True)}
    counts |= _by_article(connection, Counter(articles))
    facets = {facet: _facet(counts[facet]) for facet in _FACETS}
    called = _called_most(columns[0], names, {f.value for f in facets["speaker"]})
    facets["speaker"] = _named(facets["speaker"], called)
    return _Matches(len(rows), facets)


def _by_article(
    connection: sqlite3.Connection, articles: Mapping[str, int]
) -> dict[str, Counter[str | None]]:
    """What articles, each with how many matches it holds, tell of facets: they are fewer than these."""
    counts = {facet: Counter[str | None]() for facet in OF_ARTICLES}
    for key, *told in connection.execute(_TOLD_BY_ARTICLES, (json.dumps(sorted(articles)),)):
        for counted, value in zip(counts.values(), told, strict=True):
            counted[value] += articles[key]
    return counts


def _called_most(
    speakers: Iterable[str | None], names: Iterable[str | None], wanted: Container[str | None]
) -> dict[str | None, str]:
    """The last by the alphabet of the names of each speaker that is wanted."""
    found: dict[str | None, str] = {}
    for speaker, name in zip(speakers, names, strict=True):
        if speaker in wanted:
            found[speaker] = max(name or "", found.get(speaker, ""))
    return found


def _facet(counts: Mapping[str | None, int]) -> tuple[Facet, ...]:
    """The values that most matches have, by how many."""
    counted = ((-count, value) for value, count in counts.items() if value is not None)
    return tuple(Facet(value, -count, value) for count, value in nsmallest(_VALUES, counted))


def _best(connection: sqlite3.Connection, asked: Filter, offset: int, limit: int) -> list[str]:
    where = filters.on_statements(connection, replace(asked, words=None))  # these are looked up here, once
    values: dict[str, object] = {"offset": offset, "limit": limit}
    if asked.words is None:
        found = f"SELECT id FROM statements WHERE {where.sql} ORDER BY coalesce(earliest, latest, '9999'), id"
    else:
        values |= {"words": forms_query(asked.words), "written": fts_query(asked.words)}
        if not where.values and (ranked := _ranked(connection, values, offset + limit)) is not None:
            return ranked[offset:]
        found = (
            "SELECT id FROM statement_search CROSS JOIN statements ON n = statement_search.rowid"
            f" WHERE statement_search MATCH :words AND {where.sql}"
            f" ORDER BY statements.length < {_FRAGMENT}, {_OTHER_FORM}, bm25(statement_search), id"
        )
    rows = connection.execute(f"{found} LIMIT :limit OFFSET :offset", where.values | values)
    return [str(key) for (key,) in rows]


def _ranked(connection: sqlite3.Connection, words: dict[str, object], most: int) -> list[str] | None:
    """The first of the statements that hold words, as many as are asked for; None where more must be seen.

    To look up how long each match is takes as long as ranking them: only the best are looked up.
    """
    if (seen := _LOOKED_AT * most) > _MOST_LOOKED_AT:
        return None
    rows = connection.execute(_RANKED, words | {"most": seen}).fetchall()
    # Of those that are ranked as the last seen is, there may be more.
    sure = [key for key, fragment, *rank in rows if not fragment and tuple(rank) != rows[-1][2:]]
    return sure[:most] if len(sure) >= most else None


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


@dataclass(frozen=True, slots=True)
class _Rendering:
    """Of a rendering where it stands."""

    statement_id: str
    article_id: str


@dataclass(frozen=True, slots=True)
class _Claim:
    """Of an utterance where it is rendered."""

    id: str
    renderings: tuple[_Rendering, ...]


def shared_in(connection: sqlite3.Connection, story: str) -> int:
    """How many utterances of a story are reported by more than one article."""
    told = load_derived(connection, "utterances", _Claim, owner=story)
    return sum(len({r.article_id for r in claim.renderings}) > 1 for claim in told)


def claims(connection: sqlite3.Connection, statement_ids: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Statement id -> the utterance that it renders, and how many articles report that."""
    asked = frozenset(statement_ids)
    rows = connection.execute(
        "SELECT records, json_group_array(i.value) FROM json_each(?) AS i JOIN statements s ON s.id = i.value"
        " JOIN members m ON m.member = s.article_id AND NOT m.gone"
        " JOIN derived d ON d.kind = 'utterances' AND d.owner = m.owner GROUP BY d.owner ORDER BY d.owner",
        (json.dumps(sorted(asked)),),
    )
    found: dict[str, tuple[str, int]] = {}
    for packed, ids in rows:
        words = [f'"statement_id":{dumps(key)}' for key in json.loads(ids)]
        for told in holding(_Claim, packed, words):
            articles = len({r.article_id for r in told.renderings})
            found |= {r.statement_id: (told.id, articles) for r in told.renderings if r.statement_id in asked}
    return found
