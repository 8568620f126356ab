"""A document is kept in what its article's text leaves of it, and whole wherever that text is not."""

from __future__ import annotations

import hashlib
import json
from contextlib import closing
from dataclasses import replace

import pytest

import builders
from onrecord import store
from onrecord.errors import ArchiveError
from onrecord.records import AnnotatedArticle, Span, Statement
from onrecord.store import raw, spans
from onrecord.verification.database import check_search

TEXT = " ".join(f"Ida Torv counted {n} boats in the harbour of Velm, and said they leak." for n in range(30))
DATA = json.dumps({"id": "7", "outlet": "Velm Courier", "text": TEXT}).encode()
SHA = hashlib.sha256(DATA).hexdigest()
KEPT = raw.KeptRaw(SHA, "application/json", len(DATA), DATA, 0, TEXT)


def annotated(key="art-1", path="in/a.jsonl", text=TEXT):
    article = builders.article(text, key, path=path, sha256=SHA)
    statement = Statement(
        *(f"st-{key}", key, "indirect", "speech", "assert"),
        *((Span(0, 8),), (Span(9, 16),), (Span(17, 24), Span(40, 45)), 0.9, "Ida Torv"),
    )
    return AnnotatedArticle(article, timexes=(), names=(), statements=(statement,), speakers=())


@pytest.fixture
def database(tmp_path):
    with closing(store.Database(tmp_path / "onrecord.db")) as opened:
        yield opened


def put(database, item, kept=KEPT):
    with database.transaction() as connection:
        reading = store.copies.next_reading(connection)
        return store.tables.put_article(connection, item, story_keys="{}", reading=reading, raw=kept)


def held(database):
    return database.connection.execute("SELECT told, length(data) FROM raw_documents").fetchall()


def test_a_document_takes_its_articles_text_for_a_dictionary(database):
    put(database, annotated())
    ((told, size),) = held(database)
    assert told == "art-1"
    assert size < len(raw._pack(DATA, b"")) / 2
    assert raw.load_data(database.connection, SHA) == DATA
    assert raw.load_raw(database.connection, "art-1") == KEPT
    assert raw.is_whole(database.connection, SHA)


def test_it_is_written_so_at_once(database):
    """What is written and made smaller then leaves half of each page empty."""
    asked = []
    database.connection.set_trace_callback(asked.append)
    put(database, annotated())
    assert not [sql for sql in asked if "UPDATE raw_documents" in sql and not sql.startswith("--")]
    with database.transaction() as connection:
        again = replace(annotated(), statements=())
        store.tables.replace_article(connection, again, story_keys="{}", placed_by="")
    assert [sql for sql in asked if "UPDATE raw_documents" in sql and not sql.startswith("--")]


def test_it_stands_alone_while_another_of_its_articles_is_there_without_the_first(database):
    put(database, annotated())
    put(database, annotated("art-2", text="Two more boats came."))
    with database.transaction() as connection:
        connection.execute("DELETE FROM articles WHERE id = 'art-1'")
    assert [told for told, _ in held(database)] == [None]
    assert raw.load_raw(database.connection, "art-2") == KEPT


def test_an_article_written_anew_gives_its_text_again(database):
    put(database, annotated())
    before = held(database)
    with database.transaction() as connection:
        item = annotated()
        again = replace(item, statements=())
        assert store.tables.replace_article(connection, again, story_keys="{}", placed_by="")
    assert held(database) == before
    assert raw.load_data(database.connection, SHA) == DATA


def test_a_document_whose_articles_text_was_altered_is_damaged(database):
    put(database, annotated())
    with database.transaction() as connection:
        connection.execute("UPDATE articles SET packed = deflated(inflated(packed) || '.')")
    with pytest.raises(ArchiveError, match="damaged"):
        raw.load_data(database.connection, SHA)
    with pytest.raises(ArchiveError, match="damaged"):
        raw.load_raw(database.connection, "art-1")
    with database.transaction() as connection:  # which nothing mends
        connection.execute("DELETE FROM articles")
    assert raw.load_text(database.connection, store.copies.source_of("in/a.jsonl"), "art-1") is None


def test_a_document_of_which_the_hash_alone_is_kept_takes_none(database):
    put(database, annotated(), raw.KeptRaw(SHA, "application/json", len(DATA), None, 0, TEXT))
    assert held(database) == [(None, None)]
    assert raw.load_data(database.connection, SHA) is None


def test_a_long_document_stands_alone(database, monkeypatch):
    monkeypatch.setattr(raw, "_MOST_TIED", len(DATA) - 1)
    put(database, annotated())
    assert [told for told, _ in held(database)] == [None]
    assert raw.tied(raw._pack(DATA, b""), len(DATA), store.deflate(TEXT)) is None
    assert raw.load_data(database.connection, SHA) == DATA


def test_the_words_of_statements_are_those_of_the_text(database):
    put(database, annotated())
    (statement,) = annotated().statements
    words = statement.content_text(TEXT)
    asked = "SELECT content, length FROM statement_words JOIN statements USING (n)"
    assert database.connection.execute(asked).fetchall() == [(words, len(words))]
    assert [hit.excerpt for hit in store.search.statements(database.connection, "boats")] == [words]


def test_search_forgets_what_articles_said_that_are_gone(database):
    put(database, annotated())
    put(
        database, annotated("art-2", "in/b.jsonl", "One Torv said so, and then much more was said by others.")
    )
    with database.transaction() as connection:
        connection.execute("DELETE FROM articles WHERE id = 'art-1'")
        assert not list(check_search(connection))
    assert store.search.statements(database.connection, "boats") == []


@pytest.mark.parametrize("told", ["", "x", "3", "3-", "1-2-3", "-4", "9-2", "5-99999", "3-x", None, b"\x00"])
def test_spans_that_are_none_give_no_words(told):
    assert spans.said(store.deflate("abc"), told) == ""
    assert spans.spanned(json.dumps(told) if isinstance(told, str) else "[{") == ""


@pytest.mark.parametrize(("new", "parts"), [(1, 6), (2, 1)])
def test_where_much_is_new_the_indexes_of_words_are_folded_into_one(database, monkeypatch, new, parts):
    monkeypatch.setattr(store.search, "_MERGED_PAGES", 0)
    for n in range(6):
        put(database, annotated(f"art-{n}", f"in/{n}.jsonl", f"{TEXT} Boat {n} sank."))
    with database.transaction() as connection:
        store.search.merge(connection, new=new)
    for index in ("article_search", "statement_search"):
        asked = f"SELECT count(DISTINCT segid) FROM {index}_idx"  # noqa: S608 - own names
        assert database.connection.execute(asked).fetchone() == (parts,)
    assert len(store.search.articles(database.connection, "boats")) == 6
