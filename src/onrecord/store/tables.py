"""Articles and statements in and out of the archive; callers hold the transaction."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.records import (
    AnnotatedArticle,
    Article,
    Dating,
    Filter,
    LocalSpeaker,
    Name,
    Statement,
    Timex,
)
from onrecord.store import copies, filters, states
from onrecord.store.codec import deflate, dumps, holding, inflate, loads, pack, pick
from onrecord.store.noting import Keyed
from onrecord.store.raw import KeptRaw, put_raw, tie
from onrecord.store.spans import spans_of

# SQLite's oldest limit on parameters of one statement is 999.
_MANY = 500

_HEADS = Keyed("SELECT record FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
_CHAINS = Keyed("SELECT id, speakers FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
_SAID = Keyed("SELECT id, statements FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id")
_WHERE_SAID = Keyed("SELECT id, article_id FROM statements WHERE id IN (SELECT value FROM json_each(?))")

_Chains = tuple[LocalSpeaker, ...]
_Statements = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class _Annotations:
    """What one column holds of an article."""

    timexes: tuple[Timex, ...]
    names: tuple[Name, ...]


_NO_ANNOTATIONS = _Annotations((), ())


@dataclass(frozen=True, slots=True)
class Stored:
    """What a write changed: articles that are new, replaced an older text, or were there already."""

    added: int = 0
    updated: int = 0
    known: int = 0

    @property
    def read(self) -> int:
        """All of them."""
        return self.added + self.updated + self.known

    def __add__(self, other: Stored) -> Stored:
        return Stored(self.added + other.added, self.updated + other.updated, self.known + other.known)


def put_article(
    connection: sqlite3.Connection,
    item: AnnotatedArticle,
    *,
    story_keys: str,
    reading: int,
    placed_by: str = "",
    made_of: str = "",
    raw: KeptRaw | None = None,
) -> Stored:
    """Add one article, or replace it and what was read off it.

    The same text is one article however often and in however many files it is read, and where nothing new was
    read off it, nothing is written. A text that changed in its file replaces the older one there
    (``copies``). ``reading`` is the number of this reading, as ``copies.next_reading`` gives it;
    ``placed_by`` the code that groups articles and joins speakers: what other code placed is placed again.
    ``made_of``: digest of all that the article was made of, by which the next reading may know it. ``raw``:
    what the article was read from, to be kept beside it.
    """
    article, digest = item.article, _digest(item, story_keys, placed_by)
    if copies.seen(connection, article, reading):
        return Stored(known=1)
    if connection.execute("SELECT 1 FROM removed WHERE article_id = ?", (article.id,)).fetchone():
        return Stored(known=1)  # a user removed it, whatever file it stands in
    known = connection.execute("SELECT digest, record FROM articles WHERE id = ?", (article.id,)).fetchone()
    revived = copies.revive(connection, article.id)
    shown = copies.is_shown(connection, article)
    record = pack(replace(article, text=""))
    if shown and known is not None:
        copies.put_aside(connection, article.id, known[1])
    outdated = copies.put_copy(connection, article, reading)
    if raw is not None:
        put_raw(connection, article, raw)
    for copy in outdated:
        if states.stays(connection, copy, article, raw):
            states.keep(connection, copy, article.id)
        else:
            _release(connection, copy)
            states.pass_on(connection, copy.article_id, article.id)
    if not shown:
        copies.put_aside(connection, article.id, record, copies.source_of(article.path))
    elif known is None or known[0] != digest or revived:
        connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
        insert(connection, item, digest, story_keys)
    if shown:
        connection.execute(
            "UPDATE articles SET made_of = ?1 WHERE id = ?2 AND made_of <> ?1", (made_of, article.id)
        )
    return Stored(known=1) if known else Stored(updated=1) if outdated else Stored(added=1)


def replace_article(
    connection: sqlite3.Connection, item: AnnotatedArticle, *, story_keys: str, placed_by: str
) -> bool:
    """Replace what was read off an article that is there, if it differs: whether it did.

    The files that it stands in stay what they are. It waits to be compared, as a new one does.
    """
    digest = _digest(item, story_keys, placed_by)
    held = connection.execute("SELECT digest FROM articles WHERE id = ?", (item.article.id,)).fetchone()
    if held is None or held[0] == digest:
        return False
    connection.execute("DELETE FROM articles WHERE id = ?", (item.article.id,))
    insert(connection, item, digest, story_keys)
    return True


def load_alone(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[AnnotatedArticle]:
    """Articles as ``load_articles`` gives them, but with outlets and spans as read, whatever users say."""
    asked = "SELECT outlet FROM own_outlets WHERE article_id = ?"
    for item in load_articles(connection, ids):
        own = connection.execute(asked, (item.article.id,)).fetchone()
        article = item.article if own is None else replace(item.article, outlet=own[0])
        yield replace(item, article=article, statements=tuple(s.read_as or s for s in item.statements))


def insert(connection: sqlite3.Connection, item: AnnotatedArticle, digest: str, story_keys: str) -> None:
    """Add one article that is not there; it waits to be compared."""
    article = item.article
    row = {
        "id": article.id,
        "path": article.path,
        "item": article.item,
        "outlet": article.outlet,
        "title": article.title,
        "packed": deflate(article.text),
        "earliest": article.published.earliest,
        "latest": article.published.latest,
        "digest": digest,
        "own_dating": dumps(article.published),
        "record": pack(replace(article, text="")),
        "annotations": _annotations(item),
        "speakers": pack(item.speakers),
        "story_keys": deflate(story_keys),
    }
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO articles ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
    put_statements(connection, item)
    tie(connection, article.id, article.text)


def _release(connection: sqlite3.Connection, copy: copies.Copy) -> None:
    """Another text stands in the stead of an article in one file; where that was the last, it goes."""
    if copies.release(connection, copy):
        connection.execute("DELETE FROM articles WHERE id = ?", (copy.article_id,))
        return
    first = copies.take_first(connection, copy.article_id)
    if first is None:
        return
    held = connection.execute("SELECT record FROM articles WHERE id = ?", (copy.article_id,)).fetchone()
    published = loads(Article, held[0]).published  # what its neighbours tell of its day stays
    article = replace(loads(Article, first), published=published)
    connection.execute(
        "UPDATE articles SET path = ?, item = ?, record = ? WHERE id = ?",
        (article.path, article.item, pack(article), article.id),
    )


def put_dating(connection: sqlite3.Connection, item: AnnotatedArticle, *, by_neighbours: bool) -> None:
    """Replace an article's dating and what was resolved against it; its own dating stays beside.

    ``by_neighbours`` says whose dating this is: that of its story's other articles, or its own again.
    """
    article = item.article
    connection.execute(
        "UPDATE articles SET redated = ?, earliest = ?, latest = ?, record = ?, annotations = ? WHERE id = ?",
        (
            int(by_neighbours),
            article.published.earliest,
            article.published.latest,
            pack(replace(article, text="")),
            _annotations(item),
            article.id,
        ),
    )


def put_statements(connection: sqlite3.Connection, item: AnnotatedArticle) -> None:
    """Replace the statements of one article (their speakers or dates became known)."""
    text = item.article.text
    told = once(item.statements)
    connection.execute("DELETE FROM statements WHERE article_id = ?", (item.article.id,))
    connection.execute("UPDATE articles SET statements = ? WHERE id = ?", (pack(told), item.article.id))
    # A number is never given again: whoever has read the row of one has read all that it will ever tell.
    (last,) = connection.execute("SELECT last FROM numbered").fetchone()
    connection.execute("UPDATE numbered SET last = ?", (last + len(told),))
    connection.executemany(
        "INSERT INTO statements"
        " (n, id, article_id, speaker_id, speaker, spans, length, earliest, latest, kind, mode, stance,"
        " confidence)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                n,
                s.id,
                s.article_id,
                s.speaker_id,
                s.speaker or s.source_text,
                spans_of(s),
                len(s.content_text(text)),
                s.said.earliest,
                s.said.latest,
                s.kind,
                s.mode,
                s.stance,
                s.confidence,
            )
            for n, s in enumerate(told, last + 1)
        ),
    )


def once(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Each once: an equal id is an equal statement, and a tagger that finds it twice adds nothing."""
    return tuple(reversed({s.id: s for s in reversed(statements)}.values()))


def load_articles(
    connection: sqlite3.Connection, ids: Iterable[str] | None = None, *, annotated: bool = True
) -> Iterator[AnnotatedArticle]:
    """Articles with what was read off them, by id; all of them, or those of ``ids``.

    Not ``annotated``: without time expressions and names.
    """
    if ids is None:
        ids = [row[0] for row in connection.execute("SELECT id FROM articles")]
    wanted = sorted(ids)
    for start in range(0, len(wanted), _MANY):
        yield from _load_some(connection, wanted[start : start + _MANY], annotated=annotated)


def load_heads(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> Iterator[Article]:
    """Articles by id, all or those of ``ids``, without what grows with their length."""
    if ids is None:
        rows = connection.execute("SELECT record FROM articles ORDER BY id")
    else:
        rows = connection.execute(_HEADS, (json.dumps(sorted(ids)),))
    for (record,) in rows:
        yield replace(loads(Article, record), text_map=(), blocks=(), parts=(), fields={})


def _load_some(
    connection: sqlite3.Connection, ids: list[str], *, annotated: bool
) -> Iterator[AnnotatedArticle]:
    marks = ", ".join("?" * len(ids))
    read_off = "annotations" if annotated else "NULL"
    asked = f"SELECT packed, record, {read_off}, statements, speakers FROM articles WHERE id IN ({marks})"  # noqa: S608
    rows = connection.execute(Keyed(f"{asked} ORDER BY id"), ids)
    for packed, record, read, statements, speakers in rows:
        found = loads(_Annotations, read) if annotated else _NO_ANNOTATIONS
        yield AnnotatedArticle(
            article=replace(loads(Article, record), text=inflate(packed)),
            timexes=found.timexes,
            names=found.names,
            statements=loads(_Statements, statements),
            speakers=loads(_Chains, speakers),
        )


def load_own_datings(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Dating]:
    """Article id -> the dating by its own evidence, for those of ``ids`` that their neighbours dated."""
    asked = "SELECT own_dating FROM articles WHERE id = ? AND redated"
    rows = ((key, connection.execute(asked, (key,)).fetchone()) for key in ids)
    return {key: loads(Dating, row[0]) for key, row in rows if row is not None}


def load_local_speakers(
    connection: sqlite3.Connection,
    ids: Iterable[str] | None = None,
    *,
    named: Collection[str] = (),
    saying: Mapping[str, Collection[str]] | None = None,
) -> Iterator[LocalSpeaker]:
    """The chains of all articles, or of those of ``ids``, by article, without reading the articles.

    ``named``, ``saying``: all that bear one of these names or make one of the statements of their article,
    and perhaps others; where neither is told, every chain.
    """
    names = [f'"name":{dumps(name)}' for name in named]
    if ids is None:
        ids = [row[0] for row in connection.execute("SELECT id FROM articles")]
    wanted = sorted(ids)
    for start in range(0, len(wanted), _MANY):
        for key, speakers in connection.execute(_CHAINS, (json.dumps(wanted[start : start + _MANY]),)):
            words = [*names, *map(dumps, (saying or {}).get(key, ()))]
            yield from holding(LocalSpeaker, speakers, words) if words else loads(_Chains, speakers)


def load_statements(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Statement]:
    """Those statements that have one of ``ids``, in that order."""
    wanted = list(ids)
    held = dict(connection.execute(_WHERE_SAID, (json.dumps(wanted),)))
    return told(connection, [(key, held[key]) for key in wanted if key in held])


def find_statements(
    connection: sqlite3.Connection, asked: Filter, limit: int | None, *, perhaps: bool = False
) -> list[Statement]:
    """Statements that meet a filter, in the order of their being said; ``perhaps``: also those that may."""
    where = (filters.possibly(connection, asked) if perhaps else None) or filters.on_statements(
        connection, asked
    )
    rows = connection.execute(
        f"SELECT id, article_id FROM statements WHERE {where.sql}"  # noqa: S608 - own text
        " ORDER BY coalesce(earliest, latest, '9999'), n LIMIT :most",
        where.values | {"most": -1 if limit is None else limit},
    )
    return told(connection, rows.fetchall())


def ids_of(connection: sqlite3.Connection, table: str, asked: Filter) -> frozenset[str]:
    """The ids of the articles or statements that meet a filter."""
    where = (filters.on_articles if table == "articles" else filters.on_statements)(connection, asked)
    rows = connection.execute(f"SELECT id FROM {table} WHERE {where.sql}", where.values)  # noqa: S608 - as above
    return frozenset(key for (key,) in rows)


def told(connection: sqlite3.Connection, wanted: Sequence[tuple[str, str]]) -> list[Statement]:
    """The statements of pairs (statement, its article), in that order."""
    ids: dict[str, list[str]] = {}
    for statement, article in wanted:
        ids.setdefault(article, []).append(statement)
    articles = sorted(ids)
    found: dict[str, Statement] = {}
    for start in range(0, len(articles), _MANY):
        for article, packed in connection.execute(_SAID, (json.dumps(articles[start : start + _MANY]),)):
            found |= {s.id: s for s in pick(Statement, packed, ids[article])}
    return [found[statement] for statement, _ in wanted]


def _annotations(item: AnnotatedArticle) -> bytes:
    return pack(_Annotations(item.timexes, item.names))


def _digest(item: AnnotatedArticle, story_keys: str, placed_by: str) -> str:
    parts = dumps((item.article, item.timexes, item.names, item.statements))
    whole = "\n".join((parts, dumps(item.speakers), story_keys, placed_by))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
