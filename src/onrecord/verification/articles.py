"""One article: its id from its words, its spans within them, its map against the raw document."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord import store
from onrecord.articles import normalise
from onrecord.errors import ArchiveError
from onrecord.records import AnnotatedArticle, Article, Span, Statement, stable_id
from onrecord.verification.faults import Fault


def check_article(connection: sqlite3.Connection, item: AnnotatedArticle) -> Iterator[Fault]:
    """What is wrong with one article and what was read off it."""
    article = item.article
    if _id_of(connection, article) != article.id:
        yield Fault("article", article.id, "its id is not that of its words, title, outlet, day and address")
    for name, span in _spans(item):
        if not 0 <= span.start <= span.end <= len(article.text):
            yield Fault("article", article.id, f"{name}: {span.start}-{span.end} lies outside the text")
    for statement in item.statements:
        yield from _check_columns(connection, article, statement)
    yield from _check_map(connection, article)


def _id_of(connection: sqlite3.Connection, article: Article) -> str:
    """The id as ``articles.clean`` makes it: of the outlet that was read, whatever a user says of it."""
    read = connection.execute("SELECT outlet FROM own_outlets WHERE article_id = ?", (article.id,)).fetchone()
    outlet = article.outlet if read is None else read[0]
    told = (outlet, article.given_id, article.url, article.title, article.fields.get("date"))
    return stable_id("art", *told, article.text)


def _spans(item: AnnotatedArticle) -> Iterator[tuple[str, Span]]:
    """Every span that points into the article's text, with what it is of."""
    article = item.article
    yield from (("a block", block.span) for block in article.blocks)
    if article.dateline_span is not None:
        yield "the dateline", article.dateline_span
    yield from (("a time expression", Span(t.start, t.end)) for t in item.timexes)
    yield from (("a name", Span(n.start, n.end)) for n in item.names)
    for statement in item.statements:
        parts = (*statement.source, *statement.cue, *statement.content)
        yield from ((f"statement {statement.id}", span) for span in parts)
    for chain in item.speakers:
        yield from ((f"a mention of {chain.id}", Span(m.start, m.end)) for m in chain.mentions)


def _check_columns(connection: sqlite3.Connection, article: Article, statement: Statement) -> Iterator[Fault]:
    """The words of a statement as they are searched and listed against those of the text."""
    asked = "SELECT spans, length FROM statements WHERE id = ?"
    row = connection.execute(asked, (statement.id,)).fetchone()
    words = statement.content_text(article.text)
    if row != (store.spans.spans_of(statement), len(words)):
        yield Fault("article", article.id, f"statement {statement.id} is not listed with the words it has")
    if statement.article_id != article.id:
        yield Fault("article", article.id, f"statement {statement.id} says it is of another article")


def _check_map(connection: sqlite3.Connection, article: Article) -> Iterator[Fault]:
    """Each run of the map: inside the text, in order, its characters those of the raw document."""
    last = 0
    for start, raw, length in article.text_map:
        if start < last or length <= 0 or raw < 0 or start + length > len(article.text):
            yield Fault("article", article.id, f"its map has a run that cannot be: {start}, {raw}, {length}")
            return
        last = start + length
    try:
        kept = store.raw.load_raw(connection, article.id)
    except ArchiveError as error:
        yield Fault("raw", article.id, str(error))
        return
    if kept is None:
        return
    if kept.sha256 != article.sha256:
        yield Fault("raw", article.id, "it was read from another document than the one kept beside it")
    for start, raw, length in article.text_map:
        mine = article.text[start : start + length]
        theirs = kept.text[raw - kept.first : raw - kept.first + length] if raw >= kept.first else ""
        if not _equal(mine, normalise(theirs)):
            yield Fault("raw", article.id, f"{start}-{start + length} is not what the raw document has there")
            return


def _equal(mine: str, theirs: str) -> bool:
    """Equal, but for line ends within a paragraph that became spaces."""
    if len(mine) != len(theirs):
        return False
    return mine == theirs or all(
        a == b or (a == " " and b == "\n") for a, b in zip(mine, theirs, strict=True)
    )
