"""Articles go in once, are replaced when their file changed, and come out as they went in."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

import builders
from onrecord import store
from onrecord.errors import ArchiveError, RetryError
from onrecord.records import (
    AnnotatedArticle,
    Block,
    Dating,
    LocalSpeaker,
    Mention,
    Name,
    Office,
    Place,
    Rendering,
    Span,
    Statement,
    Story,
    Timex,
    Utterance,
)
from onrecord.store.migrations import MIGRATIONS

TEXT = "Orla Brandt said on Monday that the quay would stay open."


def article(**changes):
    base = builders.article(
        TEXT,
        "art-1",
        given_id="7",
        path="in/a.txt",
        sha256="0" * 64,
        outlet="Harbour Post",
        blocks=(Block("paragraph", 0, len(TEXT)),),
        published=builders.day("2031-03-04", "its date field"),
        fields={"section": "World"},
        producer="articles/1",
    )
    return replace(base, **changes)


def annotated(**changes):
    found = article(**changes)
    return AnnotatedArticle(
        article=found,
        timexes=(Timex(found.id, 20, 26, "DATE", "2031-03-03", "2031-03-03", "2031-03-03", "2031-03-03"),),
        names=(Name(0, 11, "person"),),
        statements=(
            Statement(
                id=f"st-{found.id}",
                article_id=found.id,
                kind="indirect",
                mode="speech",
                stance="assert",
                source=(Span(0, 11),),
                cue=(Span(12, 16),),
                content=(Span(27, 56),),
                confidence=0.9,
                source_text="Orla Brandt",
            ),
        ),
        speakers=(
            LocalSpeaker(
                "loc-1",
                found.id,
                "Orla Brandt",
                "person",
                offices=(Office("harbour master"),),
                mentions=(Mention(found.id, 0, 11),),
            ),
        ),
    )


@pytest.fixture
def database(tmp_path):
    opened = store.Database(tmp_path / "onrecord.db")
    yield opened
    opened.close()


def put(database, item):
    with database.transaction() as connection:
        reading = store.copies.next_reading(connection)
        return store.tables.put_article(connection, item, story_keys="{}", reading=reading)


def test_what_goes_in_comes_out_equal(database):
    put(database, annotated())
    assert list(store.tables.load_articles(database.connection)) == [annotated()]


def test_reading_again_doubles_nothing(database):
    assert put(database, annotated()) == store.Stored(added=1)
    assert put(database, annotated()) == store.Stored(known=1)
    assert len(list(store.tables.load_articles(database.connection))) == 1
    assert len(store.search.statements(database.connection, "quay")) == 1


def test_a_changed_file_replaces_its_older_text(database):
    put(database, annotated())
    newer = annotated(id="art-2", text=TEXT.replace("Monday", "Sunday"))
    assert put(database, newer) == store.Stored(updated=1)
    assert [i.article.id for i in store.tables.load_articles(database.connection)] == ["art-2"]
    assert store.search.articles(database.connection, "Monday") == []


def test_standard_input_never_replaces_what_came_that_way_before(database):
    put(database, annotated(path="<stdin>"))
    put(database, annotated(path="<stdin>", id="art-2"))
    assert len(list(store.tables.load_articles(database.connection))) == 2


def test_a_dating_by_neighbours_keeps_the_articles_own_beside_it(database):
    own = Dating(None, "2031-01-01", None, "after a date it mentions")
    put(database, annotated(published=own))
    dated = annotated(published=Dating("2031-03-04", "2031-03-04", "2031-03-04", "its neighbours"))
    with database.transaction() as connection:
        store.tables.put_dating(connection, dated, by_neighbours=True)
    assert list(store.tables.load_articles(database.connection)) == [dated]
    assert store.tables.load_own_datings(database.connection, ["art-1", "art-2"]) == {"art-1": own}


def test_derived_records_are_replaced_as_a_whole_and_keep_their_order(database):
    stories = [
        Story(f"sto-{n}", "t", ("art-1",), None, None, "line-1", {"art-1": ("named in it",)}) for n in (2, 1)
    ]
    for _ in range(2):
        with database.transaction() as connection:
            store.derived.put_derived(connection, "stories", "line-1", stories)
    assert store.derived.load_derived(database.connection, "stories", Story) == tuple(stories)


def test_nested_records_survive(database):
    rendering = Rendering("st-1", "art-1", (Span(1, 2),), "partial", True, Place("art-2", 3, 9, "but"))
    utterance = Utterance("utt-1", "sto-1", None, Dating(), (rendering,))
    with database.transaction() as connection:
        store.derived.put_derived(connection, "utterances", "sto-1", [utterance])
    assert store.derived.load_derived(database.connection, "utterances", Utterance) == (utterance,)


def test_an_error_inside_a_transaction_leaves_the_archive_as_it_was(database):
    def interrupted():
        with database.transaction() as connection:
            store.tables.put_article(connection, annotated(), story_keys="{}", reading=1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(store.tables.load_articles(database.connection)) == []


def test_a_second_writer_is_told_to_try_again(database, monkeypatch):
    monkeypatch.setattr("onrecord.store.database._BUSY_SECONDS", 0.01)
    other = store.Database(database.path)
    with database.transaction(), pytest.raises(RetryError, match="another process"), other.transaction():
        pass
    other.close()


def test_a_newer_archive_is_refused(tmp_path):
    path = tmp_path / "onrecord.db"
    store.Database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(ArchiveError, match="newer"):
        store.Database(path)


def test_a_file_that_is_no_archive_is_refused_by_name(tmp_path):
    path = tmp_path / "notes.db"
    path.write_bytes(b"these are notes, not a database" * 100)
    with pytest.raises(ArchiveError, match=r"notes\.db"):
        store.Database(path)


def test_an_interrupted_migration_leaves_the_old_state(tmp_path, monkeypatch):
    path = tmp_path / "onrecord.db"
    store.Database(path).close()
    broken = (*MIGRATIONS, "CREATE TABLE fresh (x);\nCREATE TABLE fresh (x);\n")
    monkeypatch.setattr("onrecord.store.schema.MIGRATIONS", broken)
    with pytest.raises(ArchiveError):
        store.Database(path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'fresh'").fetchone() == (0,)
    connection.close()


def test_bringing_an_older_archive_up_to_date_is_told_and_nothing_else_is(tmp_path, monkeypatch):
    path, older, fresh, again = tmp_path / "onrecord.db", [], [], []
    with monkeypatch.context() as before:
        before.setattr("onrecord.store.schema.MIGRATIONS", MIGRATIONS[:-3])
        store.Database(path, on_progress=fresh.append).close()
    store.Database(path, on_progress=older.append).close()
    store.Database(path, on_progress=again.append).close()
    shares = [told.share for told in older]
    assert {told.stage for told in older} == {"bringing the archive up to date"}
    assert shares[0] == 0
    assert shares == sorted(set(shares))
    assert shares[-1] < 1
    assert (fresh, again) == ([], [])


def test_records_of_stories_that_are_no_more_are_dropped(database):
    utterances = [Utterance(f"utt-{n}", f"sto-{n}", None, Dating(), ()) for n in (1, 2)]
    with database.transaction() as connection:
        for utterance in utterances:
            store.derived.put_derived(connection, "utterances", utterance.story_id, [utterance])
        store.derived.drop_owners(connection, ["utterances"], ["sto-1"])
    assert store.derived.load_derived(database.connection, "utterances", Utterance) == (utterances[1],)
