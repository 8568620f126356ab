"""Where the texts of articles stand: one article may stand in several files, one file may hold many.

An article leaves the archive only when every file that it stood in holds another text in its stead, and not
then where an outlet changed its words under one id or address (``states``). What takes whose stead: the text
with the same given id or address in the same file, or, where none is given, a text at the same index or with
the same title that has most of its words. A text that merely is no longer in its file (a feed moved on, a
file was overwritten with other news) stays. Callers hold the transaction.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from onrecord.records import Article
from onrecord.store.codec import inflate, loads

STDIN = "<stdin>"
# What an archive of the third version knew: the path as it was written, from whatever folder.
_UNRESOLVED = "?:"

# The share of the shorter text's word pairs that the other has, too. In 150 articles of BASIL no two on other
# news share more than 0.15 (11,027 pairs), no two of different outlets on the same news more than 0.40 (148
# pairs); an edited text keeps most of its pairs.
_ALIKE = 0.5

_PUT = (
    "INSERT OR REPLACE INTO copies (source, article_id, item, given, title, path, reading)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One article's text in one file. ``reading`` is the number of the last reading that found it there."""

    source: str
    article_id: str
    given: str
    reading: int


def source_of(path: str) -> str:
    """What identifies a file: its path from the root, links resolved; standard input has one name."""
    return path if path == STDIN else os.path.realpath(path)


def next_reading(connection: sqlite3.Connection) -> int:
    """A number above those of all readings so far, finished or not."""
    return int(connection.execute("SELECT coalesce(max(reading), 0) + 1 FROM copies").fetchone()[0])


def seen(connection: sqlite3.Connection, article: Article, reading: int) -> bool:
    """Whether this reading has already met the article in this file."""
    asked = "SELECT 1 FROM copies WHERE source = ? AND article_id = ? AND reading = ?"
    row = (source_of(article.path), article.id, reading)
    return connection.execute(asked, row).fetchone() is not None


def put_copy(connection: sqlite3.Connection, article: Article, reading: int) -> list[Copy]:
    """Keep that an article stands in its file: the older texts of that file whose stead it takes."""
    source = source_of(article.path)
    held = connection.execute(
        "SELECT 1 FROM copies WHERE source = ? AND article_id = ?", (source, article.id)
    ).fetchone()
    outdated = [] if held is not None or source == STDIN else _outdated(connection, article, source, reading)
    connection.execute(
        "DELETE FROM copies WHERE source = ? AND article_id = ?", (_UNRESOLVED + article.path, article.id)
    )
    title = article.title or ""
    row = (source, article.id, article.item, given(article), title, article.path, reading)
    connection.execute(_PUT, row)
    return outdated


def find_made(connection: sqlite3.Connection, path: str, item: int, made_of: str) -> Article | None:
    """The article that is shown as it stands in a file at an index, if it was made of just this; no text."""
    row = connection.execute(
        "SELECT a.record FROM copies AS c JOIN articles AS a ON a.id = c.article_id"
        " WHERE c.source = ? AND c.item = ? AND c.record IS NULL AND c.replaced_by IS NULL"
        " AND a.made_of = ?",
        (source_of(path), item, made_of),
    ).fetchone()
    return None if row is None else loads(Article, row[0])


def given(article: Article) -> str:
    """The id or address by which whoever made the file calls the article; empty when there is none."""
    return article.given_id or article.url or ""


def _outdated(connection: sqlite3.Connection, article: Article, source: str, reading: int) -> list[Copy]:
    """The older texts of a file whose stead ``article`` takes."""
    name = given(article)
    candidates = _candidates(connection, article, source, reading)
    sure = _of_one_name(candidates, name, source)
    return [c for c in candidates if c in sure or _is_edited(connection, c, article, name)]


def _candidates(connection: sqlite3.Connection, article: Article, source: str, reading: int) -> list[Copy]:
    """The texts that earlier readings found in the file under the article's name, index or title."""
    # One question for each index: with "OR" in one, every copy of a large file would be looked at.
    asked = (
        "SELECT source, article_id, given, reading FROM copies WHERE source IN (?1, ?2) AND reading < ?3"
        " AND replaced_by IS NULL AND "
    )
    known_by = (("given = ?4", given(article)), ("item = ?4", article.item), ("title = ?4", article.title))
    found: dict[str, Copy] = {}
    for condition, value in known_by:
        if value not in (None, ""):
            file = (source, _UNRESOLVED + article.path, reading, value)
            found |= {row[1]: Copy(*row) for row in connection.execute(asked + condition, file)}
    return [copy for copy in found.values() if copy.article_id != article.id]


def _of_one_name(candidates: Sequence[Copy], name: str, source: str) -> list[Copy]:
    """The text with the same name; none if several have it at once, because then it identifies nothing."""
    named = [c for c in candidates if name and c.given == name]
    return [c for c in named if len(named) == 1 and c.source == source]


def _is_edited(connection: sqlite3.Connection, copy: Copy, article: Article, name: str) -> bool:
    """Whether ``article`` is the copy's text after an edit; two names that differ are two articles."""
    if copy.given and name and copy.given != name:
        return False
    return _is_version(connection, copy.article_id, article)


def _is_version(connection: sqlite3.Connection, older: str, article: Article) -> bool:
    """Whether ``article`` is ``older`` after an edit: most of the same words, no other day given."""
    row = connection.execute(
        "SELECT packed, json_extract(own_dating, '$.earliest'), json_extract(own_dating, '$.latest')"
        " FROM articles WHERE id = ?",
        (older,),
    ).fetchone()
    if row is None:
        return False
    packed, earliest, latest = row
    day, own = article.published.day, earliest if earliest == latest else None
    if day is not None and own is not None and day != own:
        return False
    return alike(inflate(packed), article.text)


def alike(one: str, other: str) -> bool:
    """Whether most of the shorter text's neighbouring words stand side by side in the other, too."""
    a, b = (_word_pairs(text.casefold().split()) for text in (one, other))
    return len(a & b) >= _ALIKE * min(len(a), len(b))


def _word_pairs(words: Sequence[str]) -> set[tuple[str, str]]:
    return set(pairwise(("", *words)))


def revive(connection: sqlite3.Connection, article_id: str) -> bool:
    """An article stands in a file again: it is no earlier state any more. Whether it was one."""
    gone = connection.execute(
        "DELETE FROM copies WHERE article_id = ? AND replaced_by IS NOT NULL", (article_id,)
    )
    return gone.rowcount > 0


def replace_by(connection: sqlite3.Connection, source: str, article_id: str, later: str) -> None:
    """Keep that the article ``later`` stands in a file in the stead of an earlier state."""
    connection.execute(
        "UPDATE copies SET replaced_by = ? WHERE source = ? AND article_id = ?", (later, source, article_id)
    )


def replaced_by(connection: sqlite3.Connection, later: str) -> list[tuple[str, str]]:
    """The earlier states in whose stead an article stands: (file, article)."""
    asked = "SELECT source, article_id FROM copies WHERE replaced_by = ? ORDER BY source, article_id"
    return list(connection.execute(asked, (later,)))


def stands_elsewhere(connection: sqlite3.Connection, copy: Copy) -> bool:
    """Whether another file holds the copy's article."""
    asked = "SELECT 1 FROM copies WHERE article_id = ? AND source <> ?"
    return connection.execute(asked, (copy.article_id, copy.source)).fetchone() is not None


def release(connection: sqlite3.Connection, copy: Copy) -> bool:
    """Forget that an article stands in a file: whether it stands in none any more."""
    connection.execute(
        "DELETE FROM copies WHERE source = ? AND article_id = ?", (copy.source, copy.article_id)
    )
    asked = "SELECT 1 FROM copies WHERE article_id = ?"
    return connection.execute(asked, (copy.article_id,)).fetchone() is None


def is_shown(connection: sqlite3.Connection, article: Article) -> bool:
    """Whether the archive shows an article that it holds as it stands in ``article``'s file.

    Of several files the first by path is shown, whatever the order of reading; one that is gone gives way.
    """
    row = connection.execute(
        "SELECT source, path, item FROM copies WHERE article_id = ? AND record IS NULL", (article.id,)
    ).fetchone()
    if row is None:
        return True
    source, *place = row
    same = source in (source_of(article.path), _UNRESOLVED + article.path)
    return same or [article.path, article.item] < place or not Path(source).exists()


def put_aside(connection: sqlite3.Connection, article_id: str, record: bytes, source: str = "") -> None:
    """Keep ``record``, the article as it stands in ``source``, while another of its files is shown.

    Without ``source`` it is the file that was shown until now.
    """
    chosen = "source = ?3" if source else "record IS NULL AND ?3 = ''"
    connection.execute(
        f"UPDATE copies SET record = ?2 WHERE article_id = ?1 AND {chosen}",  # noqa: S608
        (article_id, record, source),
    )


def take_first(connection: sqlite3.Connection, article_id: str) -> bytes | None:
    """The article as it stands in the first of its files, which is shown from now on; None if one is."""
    rows = connection.execute(
        "SELECT source, record FROM copies WHERE article_id = ? ORDER BY path, item", (article_id,)
    ).fetchall()
    if not rows or any(record is None for _, record in rows):
        return None
    source, record = rows[0]
    connection.execute(
        "UPDATE copies SET record = NULL WHERE article_id = ? AND source = ?", (article_id, source)
    )
    return bytes(record)
