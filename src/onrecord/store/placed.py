"""What grouping stores: keys and matches of articles, likeness of stories, and the keys both are found by.

Everything is asked for one article or story at a time; callers hold the transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from sys import intern
from typing import TypeVar

from onrecord.store.codec import loads, pack
from onrecord.store.noting import Keyed

R = TypeVar("R")

# What is kept of a place's number: SQLite takes six bytes for it. Two places that share them have what is
# found compared once more.
_BITS = (1 << 47) - 1

_GROUP = Keyed("SELECT owner FROM members WHERE member = ? AND NOT gone")
_GROUPS = Keyed(
    "SELECT member, owner FROM members WHERE member IN (SELECT value FROM json_each(?)) AND NOT gone"
)
_MEMBERS = Keyed("SELECT member FROM members WHERE owner = ? AND NOT gone")


def waiting(connection: sqlite3.Connection) -> list[str]:
    """The articles that wait to be placed, the oldest first: neighbours in time ask for the same rows."""
    asked = "SELECT id FROM articles WHERE NOT compared ORDER BY coalesce(earliest, '9999'), id"
    return [article for (article,) in connection.execute(asked)]


def mark_placed(connection: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Each of these has its story, which waits to be compared."""
    connection.executemany("UPDATE articles SET compared = 1 WHERE id = ?", ((a,) for a in articles))


def load_keys(connection: sqlite3.Connection, kind: type[R], article: str) -> R:
    """The story keys of one article.

    Raises:
        KeyError: the archive holds no such article.
    """
    row = connection.execute("SELECT story_keys FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise KeyError(article)
    return loads(kind, row[0])


def numbered(connection: sqlite3.Connection) -> dict[int, str]:
    """The ids of all articles by number: an index alone is read, where rows lie on a page each."""
    return dict(connection.execute("SELECT n, id FROM articles"))


def load_matches(connection: sqlite3.Connection, article: str, ids: Mapping[int, str]) -> dict[str, float]:
    """The articles that one matches -> how much; ``ids``: what ``numbered`` gives."""
    asked = "SELECT b, score FROM matches WHERE a = ?1 UNION ALL SELECT a, score FROM matches WHERE b = ?1"
    row = connection.execute("SELECT n FROM articles WHERE id = ?", (article,)).fetchone()
    return {ids[n]: score for n, score in connection.execute(asked, row)} if row else {}


def put_matches(connection: sqlite3.Connection, matches: Iterable[tuple[str, str, float]]) -> None:
    """Keep matches: (one article's id, the other's, how much)."""
    connection.executemany(
        "INSERT OR REPLACE INTO matches SELECT one.n, two.n, ?3 FROM articles AS one, articles AS two"
        " WHERE one.id = ?1 AND two.id = ?2",
        matches,
    )


def load_likenesses(connection: sqlite3.Connection, story: str) -> dict[str, float]:
    """The stories that one was found like -> how much."""
    asked = (
        "SELECT other.id, score FROM place_owners AS own JOIN likenesses ON a = own.n"
        " JOIN place_owners AS other ON other.n = b WHERE own.id = ?"
    )
    return dict(connection.execute(asked, (story,)))


def put_likenesses(connection: sqlite3.Connection, story: str, others: Mapping[str, float]) -> None:
    """Keep what a story was found like; each of them has its places."""
    rows = [row for other, score in others.items() for row in ((story, other, score), (other, story, score))]
    connection.executemany(
        "INSERT OR REPLACE INTO likenesses SELECT one.n, two.n, ?3 FROM place_owners AS one,"
        " place_owners AS two WHERE one.id = ?1 AND two.id = ?2",
        rows,
    )


def load_at(connection: sqlite3.Connection, places: Iterable[int]) -> dict[int, set[str]]:
    """Place -> the articles or stories to be found there; without those where none is."""
    kept = {place & _BITS: place for place in places}
    asked = (
        "SELECT place, place_owners.id FROM json_each(?) JOIN places ON place = value"
        " JOIN place_owners ON n = owner"
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for place, owner in connection.execute(asked, (json.dumps(list(kept)),)):
        found[kept[place]].add(intern(owner))
    return dict(found)


def put_places(connection: sqlite3.Connection, owner: str, places: Iterable[int]) -> None:
    """Make an article or a story findable."""
    number, before = _held(connection, owner)
    held = sorted({*before, *(place & _BITS for place in places)})
    if number is None:
        asked = "INSERT INTO place_owners (id, held) VALUES (?, ?)"
        number = connection.execute(asked, (owner, pack(held))).lastrowid
    else:
        connection.execute("UPDATE place_owners SET held = ? WHERE n = ?", (pack(held), number))
    connection.executemany("INSERT OR IGNORE INTO places VALUES (?, ?)", ((place, number) for place in held))


def forget(connection: sqlite3.Connection, story: str) -> list[int]:
    """Drop the places and likenesses of a story; the places."""
    number, found = _held(connection, story)
    gone = ((place, number) for place in found)
    connection.executemany("DELETE FROM places WHERE place = ? AND owner = ?", gone)
    connection.execute("DELETE FROM place_owners WHERE n = ?", (number,))
    others = connection.execute("SELECT b, a FROM likenesses WHERE a = ?", (number,)).fetchall()
    connection.executemany("DELETE FROM likenesses WHERE a = ? AND b = ?", others)
    connection.execute("DELETE FROM likenesses WHERE a = ?", (number,))
    return found


def _held(connection: sqlite3.Connection, owner: str) -> tuple[int | None, list[int]]:
    """By what number places name an article or a story, and its places; None for one that has none."""
    row = connection.execute("SELECT n, held FROM place_owners WHERE id = ?", (owner,)).fetchone()
    return (None, []) if row is None else (int(row[0]), loads(list[int], row[1]))


def group_of(connection: sqlite3.Connection, member: str) -> str | None:
    """The story of an article, the storyline of a story; None when it has none."""
    row = connection.execute(_GROUP, (member,)).fetchone()
    return None if row is None else str(row[0])


def groups_of(connection: sqlite3.Connection, members: Iterable[str]) -> dict[str, str]:
    """The same of several, those left out that have none."""
    return dict(connection.execute(_GROUPS, (json.dumps(sorted(members)),)))


def members_of(connection: sqlite3.Connection, group: str) -> set[str]:
    """The articles of a story, the stories of a storyline."""
    return {member for (member,) in connection.execute(_MEMBERS, (group,))}


def put_members(connection: sqlite3.Connection, members: Iterable[tuple[str, str]]) -> None:
    """Keep (article, its story) or (story, its storyline)."""
    connection.executemany("INSERT OR REPLACE INTO members (member, owner) VALUES (?, ?)", members)


def torn(connection: sqlite3.Connection) -> list[str]:
    """The stories that lost articles since the last comparing."""
    return [owner for (owner,) in connection.execute("SELECT DISTINCT owner FROM members WHERE gone")]


def drop_members(connection: sqlite3.Connection, members: Iterable[str]) -> None:
    """Forget the groups of ``members``, and articles that are no more."""
    connection.executemany("DELETE FROM members WHERE member = ?", ((m,) for m in members))
    connection.execute("DELETE FROM members WHERE gone")
