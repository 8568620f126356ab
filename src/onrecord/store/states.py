"""What becomes of an older text when its file holds another under the same id or address.

Where the outlet changed its words it stays, as an earlier state of the later article, with which it is
compared (``revisions``). Where the same document was read by newer code, or no word of the article changed,
it goes. Callers hold the transaction.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace

from onrecord.records import Article
from onrecord.store import copies
from onrecord.store.codec import inflate, loads, pack
from onrecord.store.raw import KeptRaw, load_text

# Under this name an earlier state's ``fields`` tell which article took its stead in its file.
LATER = "replaced_by"
_WORD = re.compile(r"\w+")
# What an article says; furniture around it changes with every look at a page.
_SAID = ("headline", "subheadline", "paragraph", "dateline", "heading")


def stays(connection: sqlite3.Connection, copy: copies.Copy, article: Article, raw: KeptRaw | None) -> bool:
    """Whether ``article`` is a later state of the copy's, not the same document read otherwise."""
    if not copy.given or copy.given != copies.given(article) or copies.stands_elsewhere(connection, copy):
        return False
    row = connection.execute(
        "SELECT record, packed FROM articles WHERE id = ?", (copy.article_id,)
    ).fetchone()
    if row is None:
        return False
    older = replace(loads(Article, row[0]), text=inflate(row[1]))
    if older.sha256 == article.sha256 or _said(older) == _said(article):
        return False
    before = load_text(connection, copy.source, copy.article_id)
    # The file changed; its part may not have: a feed moved on, and newer code cleans the same row otherwise.
    return before is not None and raw is not None and _words(before) != _words(raw.text)


def keep(connection: sqlite3.Connection, copy: copies.Copy, later: str) -> None:
    """Let the copy's article stay as a state before ``later``."""
    copies.replace_by(connection, copy.source, copy.article_id, later)
    _mark(connection, copy.article_id, later)


def pass_on(connection: sqlite3.Connection, gone: str, later: str) -> None:
    """``later`` takes the stead of ``gone``, also for the states before that."""
    for source, article_id in copies.replaced_by(connection, gone):
        copies.replace_by(connection, source, article_id, later)
        _mark(connection, article_id, later)


def _mark(connection: sqlite3.Connection, article_id: str, later: str) -> None:
    row = connection.execute("SELECT record FROM articles WHERE id = ?", (article_id,)).fetchone()
    if row is not None:
        article = loads(Article, row[0])
        record = pack(replace(article, fields={**article.fields, LATER: later}))
        connection.execute("UPDATE articles SET record = ? WHERE id = ?", (record, article_id))


def _said(article: Article) -> list[str]:
    return [w for block in article.blocks if block.kind in _SAID for w in _words(block.span.of(article.text))]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
