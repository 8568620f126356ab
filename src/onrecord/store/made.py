"""By which code, and from what, the records of each story were made; which stories wait to be made again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping


def put_made(
    connection: sqlite3.Connection, story: str, chains: Mapping[str, str], given: Mapping[str, str]
) -> None:
    """Keep stage -> chain of digests for a story whose records were just made, and digests of what of."""
    connection.execute(
        "INSERT OR REPLACE INTO made (story, made_by, given) VALUES (?, ?, ?)",
        (story, _made_by(connection, chains), _packed(given)),
    )


def load_made(connection: sqlite3.Connection, story: str) -> tuple[dict[str, str], dict[str, str]]:
    """Stage -> chain of digests, and digests of what a story was made of; empty where nobody knows."""
    asked = "SELECT chains, given FROM made JOIN made_by ON n = made_by WHERE story = ?"
    row = connection.execute(asked, (story,)).fetchone()
    return ({}, {}) if row is None else (json.loads(row[0]), json.loads(row[1]))


def drop_made(connection: sqlite3.Connection, stories: Collection[str]) -> None:
    """Forget stories that are no more."""
    for table in ("made", "stale"):
        connection.executemany(f"DELETE FROM {table} WHERE story = ?", ((story,) for story in stories))  # noqa: S608 - own names


def mark_stale(connection: sqlite3.Connection, article: str, chains: Mapping[str, str]) -> None:
    """Let the story of an article that was read again wait, unless it was made by these very chains."""
    connection.execute(
        "INSERT OR IGNORE INTO stale SELECT owner FROM members WHERE member = ?1 AND NOT gone"
        " AND NOT EXISTS (SELECT 1 FROM made JOIN made_by ON n = made_by"
        " WHERE made.story = members.owner AND chains = ?2)",
        (article, _packed(chains)),
    )


def unmake(connection: sqlite3.Connection, gone: Collection[str]) -> None:
    """Let every story wait to be made again, from the stages ``gone`` on; none of these alone is kept."""
    for number, chains in connection.execute("SELECT n, chains FROM made_by").fetchall():
        kept = {stage: made for stage, made in json.loads(chains).items() if stage not in gone}
        now = _made_by(connection, kept)
        connection.execute("UPDATE made SET made_by = ? WHERE made_by = ?", (now, number))
    connection.execute("INSERT OR IGNORE INTO stale SELECT owner FROM derived WHERE kind = 'stories'")


def load_stale(connection: sqlite3.Connection) -> list[str]:
    """The stories that wait to be made again, by id."""
    return [story for (story,) in connection.execute("SELECT story FROM stale ORDER BY story")]


def take_stale(connection: sqlite3.Connection) -> list[str]:
    """The same, which from then on wait no longer."""
    stories = load_stale(connection)
    connection.execute("DELETE FROM stale")
    return stories


def _made_by(connection: sqlite3.Connection, chains: Mapping[str, str]) -> int:
    """By what number stories name chains of digests."""
    told = (_packed(chains),)
    connection.execute("INSERT OR IGNORE INTO made_by (chains) VALUES (?)", told)
    return int(connection.execute("SELECT n FROM made_by WHERE chains = ?", told).fetchone()[0])


def _packed(chains: Mapping[str, str]) -> str:
    return json.dumps(dict(chains), sort_keys=True)
