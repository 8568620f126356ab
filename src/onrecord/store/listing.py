"""Lists that pages show a part of, counted and filtered by SQLite: storylines, speakers, what these say."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.records import Story
from onrecord.store.filters import forms_query, fts_query, name_query
from onrecord.store.noting import Keyed, Matching


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which stories to list; what is empty asks for nothing.

    ``words`` stand in an article of the story or are a speaker's name; ``outlet`` has an article of it; it
    was published on or after ``since`` and not after ``until``, ISO days.
    """

    words: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One storyline: its stories' ids, how many articles tell them, its first and last day where known."""

    id: str
    stories: tuple[str, ...]
    articles: int
    first: str | None
    last: str | None


_ORDERS = {
    "articles": "articles DESC, last DESC",
    "newest": "last IS NULL, last DESC, articles DESC",
    "oldest": "first IS NULL, first, articles DESC",
}

_LINES = """
SELECT line, group_concat(story, ' '), sum(articles) AS articles, min(first) AS first, max(last) AS last
FROM listed WHERE {} GROUP BY line
"""
# Without putting each together: a fifteenth of the time.
_COUNTED = "SELECT count(DISTINCT line) FROM listed WHERE {}"
# Articles of no story yet, of stories to be compared, of storylines to be followed: none mostly, and so found
# in a moment where what waits is looked at first.
_WAITING = """
SELECT count(*) FROM (
    SELECT id FROM articles WHERE NOT compared UNION SELECT id FROM articles WHERE NOT joined
    UNION SELECT member FROM waiting CROSS JOIN members USING (owner) WHERE why IN ('anew', 'named', 'code')
    UNION SELECT a.member FROM waiting AS w CROSS JOIN members AS s ON s.owner = w.owner AND why = 'line'
    CROSS JOIN members AS a ON a.owner = s.member
)
"""
_SAID_BY = Keyed(
    "SELECT id FROM statements WHERE speaker_id = ?"
    " ORDER BY coalesce(earliest, latest, '9999'), n LIMIT ? OFFSET ?"
)
_NUMBER_BY = Keyed("SELECT count(*) FROM statements WHERE speaker_id = ?")
_NUMBER_IN = Keyed("SELECT count(*) FROM statements WHERE article_id = ?")
_SAID_OF = Matching(
    "SELECT s.id FROM statement_search JOIN statements s ON s.n = statement_search.rowid"
    " WHERE statement_search MATCH ? AND s.speaker_id IS NOT ?"
    " ORDER BY coalesce(s.earliest, s.latest, '9999'), s.n LIMIT ?",
    "statement_search",
)
_ARTICLES_OF = Keyed(
    "SELECT article_id FROM statements WHERE speaker_id = ?"
    " GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT ?"
)
_SOURCES = Keyed("SELECT source FROM copies WHERE article_id = ? ORDER BY record IS NOT NULL, path, item")
_OUTLETS = Keyed(
    "SELECT id, outlet FROM articles WHERE id IN (SELECT value FROM json_each(?)) AND outlet IS NOT NULL"
)
_OF_MEMBER = (
    "story IN (SELECT m.owner FROM members m JOIN articles a ON a.id = m.member WHERE NOT m.gone AND {})"
)


def lines(
    connection: sqlite3.Connection, wanted: Wanted, *, order: str, limit: int, offset: int
) -> tuple[list[Line], int]:
    """Storylines with the stories asked for, ``limit`` from ``offset``, and how many there are.

    ``order``: "articles" (most first), "newest" or "oldest"; anything else is "articles".
    """
    where, values = _conditions(wanted)
    asked = _LINES.format(" AND ".join(where) or "1")
    total = connection.execute(_COUNTED.format(" AND ".join(where) or "1"), values).fetchone()[0]
    ordered = f"{asked} ORDER BY {_ORDERS.get(order, _ORDERS['articles'])}, line LIMIT ? OFFSET ?"
    rows = connection.execute(ordered, (*values, limit, offset))
    return [Line(line, tuple(ids.split()), n, first, last) for line, ids, n, first, last in rows], int(total)


def largest(connection: sqlite3.Connection, wanted: Wanted, limit: int) -> list[str]:
    """Ids of the stories asked for, those that most articles tell first."""
    where, values = _conditions(wanted)
    asked = f"SELECT story FROM listed WHERE {' AND '.join(where) or '1'}"  # noqa: S608 - own text
    rows = connection.execute(f"{asked} ORDER BY articles DESC, story LIMIT ?", (*values, limit))
    return [str(story) for (story,) in rows]


def undated(connection: sqlite3.Connection, wanted: Wanted) -> int:
    """How many storylines would be wanted, were it known when their stories were published."""
    if not (wanted.since or wanted.until):
        return 0
    where, values = _conditions(Wanted(wanted.words, wanted.outlet))
    asked = _COUNTED.format(" AND ".join((*where, "first IS NULL")))
    return int(connection.execute(asked, values).fetchone()[0])


def put_story(connection: sqlite3.Connection, story: Story) -> None:
    """List a story, or list it anew."""
    connection.execute(
        "INSERT OR REPLACE INTO listed (story, line, articles, first, last, title) VALUES (?, ?, ?, ?, ?, ?)",
        (
            story.id,
            story.storyline_id,
            len(story.article_ids),
            story.first_published,
            story.last_published,
            story.title,
        ),
    )


def drop_stories(connection: sqlite3.Connection, stories: Iterable[str]) -> None:
    """List stories no more."""
    connection.executemany("DELETE FROM listed WHERE story = ?", ((story,) for story in stories))


def _conditions(wanted: Wanted) -> tuple[list[str], list[str]]:
    where: list[str] = []
    values: list[str] = []
    if wanted.words:
        where.append(
            _OF_MEMBER.format(
                "(a.n IN (SELECT rowid FROM article_search WHERE article_search MATCH ?) OR a.id IN (SELECT"
                " s.article_id FROM statement_search JOIN statements s ON s.n = statement_search.rowid"
                " WHERE statement_search MATCH ?))"
            )
        )
        query = forms_query(wanted.words)
        values += [query, f"speaker : ({query})"]
    if wanted.outlet:
        where.append(_OF_MEMBER.format("a.outlet = ?"))
        values.append(wanted.outlet)
    if wanted.since:
        where.append("last >= ?")
        values.append(wanted.since)
    if wanted.until:
        where.append("first <= ?")
        values.append(wanted.until)
    return where, values


def outlets(connection: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    """Outlets with their number of articles, most first."""
    asked = (
        "SELECT outlet, count(*) FROM articles WHERE outlet IS NOT NULL"
        " GROUP BY outlet ORDER BY 2 DESC, 1 LIMIT ?"
    )
    return [(str(name), int(number)) for name, number in connection.execute(asked, (limit,))]


def beginnings(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """ISO days on which stories began to be published, in order, with how many."""
    asked = "SELECT first, count(*) FROM listed WHERE first IS NOT NULL GROUP BY first ORDER BY first"
    return [(str(day), int(number)) for day, number in connection.execute(asked)]


def said_by(
    connection: sqlite3.Connection, speaker: str, *, limit: int, offset: int
) -> tuple[list[str], int]:
    """Ids of a speaker's statements, in the order in which they were said, and how many there are."""
    rows = connection.execute(_SAID_BY, (speaker, limit, offset))
    found = [str(key) for (key,) in rows]
    counted = connection.execute(_NUMBER_BY, (speaker,))
    return found, int(counted.fetchone()[0])


def said_of(connection: sqlite3.Connection, speaker: str, names: Sequence[str], limit: int) -> list[str]:
    """Ids of others' statements that call somebody by one of ``names``, in the order of their being said."""
    queries = [query for name in names if (query := fts_query(f'"{name}"')) != '""']
    if not queries:
        return []
    rows = connection.execute(_SAID_OF, (f"content : ({' OR '.join(queries)})", speaker, limit))
    return [str(key) for (key,) in rows]


def articles_of(connection: sqlite3.Connection, speaker: str, limit: int) -> list[str]:
    """Ids of the articles in which a speaker says something, those with most first."""
    rows = connection.execute(_ARTICLES_OF, (speaker, limit))
    return [str(key) for (key,) in rows]


def lines_of(connection: sqlite3.Connection, speaker: str, limit: int) -> list[str]:
    """Ids of the storylines in which a speaker says something, those with most first."""
    rows = connection.execute(
        "SELECT line.owner FROM statements s JOIN members m ON m.member = s.article_id"
        " JOIN members line ON line.member = m.owner WHERE s.speaker_id = ?"
        " GROUP BY line.owner ORDER BY count(*) DESC, line.owner LIMIT ?",
        (speaker, limit),
    )
    return [str(key) for (key,) in rows]


def sources_of(connection: sqlite3.Connection, article: str) -> list[str]:
    """The files that an article stands in, the one that is shown first."""
    rows = connection.execute(_SOURCES, (article,))
    return [str(source) for (source,) in rows]


def statements_in(connection: sqlite3.Connection, articles: Sequence[str]) -> int:
    """How many statements articles hold."""
    return sum(int(connection.execute(_NUMBER_IN, (key,)).fetchone()[0]) for key in articles)


def stories_as_called(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Id and title of every story, by first day, the undated last."""
    asked = "SELECT story, title FROM listed ORDER BY coalesce(first, '9999'), story"
    return connection.execute(asked).fetchall()


def speakers_as_shown(connection: sqlite3.Connection) -> list[tuple[str, str | None, int]]:
    """Id, shown name and number of statements of everybody who says something, the loudest first."""
    asked = (
        "SELECT speaker_id, min(speaker), count(*) FROM statements WHERE speaker_id IS NOT NULL"
        " GROUP BY speaker_id ORDER BY count(*) DESC, speaker_id"
    )
    return connection.execute(asked).fetchall()


def speakers_named(connection: sqlite3.Connection, told: str) -> list[tuple[str, str | None, int]]:
    """The same of those whose id is ``told``, or whose name has words that begin as its words do."""
    asked = (
        "SELECT speaker_id, min(speaker), count(*) FROM statements WHERE speaker_id IN (SELECT speaker_id"
        " FROM statements WHERE speaker_id = :told OR n IN (SELECT rowid FROM statement_search"
        " WHERE statement_search MATCH :name)) GROUP BY speaker_id ORDER BY count(*) DESC, speaker_id"
    )
    return connection.execute(asked, {"told": told, "name": name_query(told)}).fetchall()


def articles_as_called(
    connection: sqlite3.Connection,
) -> list[tuple[str, str | None, str | None, str | None]]:
    """Id, path, title and given id or address of every article in each of its files."""
    return connection.execute(
        "SELECT DISTINCT a.id, a.path, a.title, c.given FROM articles AS a"
        " LEFT JOIN copies AS c ON c.article_id = a.id ORDER BY a.id"
    ).fetchall()


def totals(connection: sqlite3.Connection) -> dict[str, int]:
    """How much there is: articles, statements, stories; of the articles how many wait to be compared."""
    return {
        name: int(connection.execute(asked).fetchone()[0])
        for name, asked in (
            ("articles", "SELECT count(*) FROM articles"),
            ("statements", "SELECT count(*) FROM statements"),
            ("stories", "SELECT count(*) FROM listed"),
            ("waiting", _WAITING),
        )
    }


def outlets_of(connection: sqlite3.Connection, articles: Sequence[str]) -> dict[str, str]:
    """Article id -> outlet, for those that have one."""
    return dict(connection.execute(_OUTLETS, (json.dumps(articles),)))
