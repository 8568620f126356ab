"""No article is lost because another file, or another state of its file, has a text in the same place."""

from __future__ import annotations

import itertools
import json
import random
import sqlite3
from dataclasses import replace

import pytest

import builders
from onrecord import store
from onrecord.archive import Archive
from onrecord.records import AnnotatedArticle
from onrecord.store.copies import alike
from onrecord.store.migrations import MIGRATIONS

HARBOUR = "Orla Brandt said on Monday that the quay would stay open until the last crane is gone."
BRIDGE = "Engineers closed the Kestrel bridge after two bolts fell into the river Aldra at night."
TRAMS = "Tram drivers in Tessin voted for a strike that begins when the market opens next week."


@pytest.fixture
def database(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    opened = store.Database(tmp_path / "onrecord.db")
    yield opened
    opened.close()


def read(database, path, *items):
    """One reading of a file that holds ``items``: texts, or (id, text)."""
    changed = store.Stored()
    with database.transaction() as connection:
        reading = store.copies.next_reading(connection)
        for n, item in enumerate(items):
            given, text = item if isinstance(item, tuple) else (None, item)
            article = builders.article(text, f"art-{given}-{text}", given_id=given, path=path, item=n)
            found = AnnotatedArticle(article)
            changed += store.tables.put_article(connection, found, story_keys="{}", reading=reading)
    return changed


def held(database):
    return {i.article.text for i in store.tables.load_articles(database.connection)}


def shown(database):
    return {(i.article.path, i.article.text) for i in store.tables.load_articles(database.connection)}


def test_the_same_relative_name_in_two_folders_is_two_files(database, tmp_path, monkeypatch):
    for name, text in (("north", HARBOUR), ("south", HARBOUR.replace("crane", "ship"))):
        (tmp_path / name).mkdir()
        monkeypatch.chdir(tmp_path / name)
        assert read(database, "news.txt", text) == store.Stored(added=1)
    assert len(held(database)) == 2


def test_a_link_to_a_file_is_that_file(database, tmp_path):
    (tmp_path / "real.txt").write_text(HARBOUR, "utf-8")
    (tmp_path / "link.txt").symlink_to("real.txt")
    read(database, "real.txt", HARBOUR)
    newer = HARBOUR.replace("Monday", "Tuesday")
    assert read(database, "link.txt", newer) == store.Stored(updated=1)
    assert held(database) == {newer}


@pytest.mark.parametrize("ids", [(None, None, None, None), ("1", "2", "3", "4")])
def test_a_feed_that_moves_on_loses_nothing(database, ids):
    a, b, c = zip(ids[:3], (HARBOUR, BRIDGE, TRAMS), strict=True)
    d = (ids[3], "A ferry ran aground off Sorrel Point with forty passengers and a cargo of pears.")
    read(database, "feed.jsonl", a, b, c)
    assert read(database, "feed.jsonl", d, a, b) == store.Stored(added=1, known=2)
    assert held(database) == {HARBOUR, BRIDGE, TRAMS, d[1]}


def test_in_a_feed_an_article_that_changed_replaces_its_own_older_text(database):
    read(database, "feed.jsonl", ("1", HARBOUR), ("2", BRIDGE))
    read(database, "feed.jsonl", ("3", TRAMS), ("1", "The quay is shut."))
    assert held(database) == {TRAMS, "The quay is shut.", BRIDGE}


def test_an_edited_row_without_an_id_replaces_its_older_text_alone(database):
    read(database, "rows.jsonl", HARBOUR, BRIDGE, TRAMS)
    newer = BRIDGE.replace("two bolts", "three bolts")
    assert read(database, "rows.jsonl", HARBOUR, newer, TRAMS) == store.Stored(updated=1, known=2)
    assert held(database) == {HARBOUR, newer, TRAMS}


def test_a_file_overwritten_with_other_news_keeps_what_it_held(database):
    read(database, "latest.txt", HARBOUR)
    assert read(database, "latest.txt", TRAMS) == store.Stored(added=1)
    assert held(database) == {HARBOUR, TRAMS}


def test_an_id_that_two_texts_of_a_file_share_replaces_neither(database):
    read(database, "rows.jsonl", ("World", HARBOUR), ("World", BRIDGE))
    assert held(database) == {HARBOUR, BRIDGE}
    read(database, "rows.jsonl", ("World", TRAMS), ("World", HARBOUR))
    assert held(database) == {HARBOUR, BRIDGE, TRAMS}


def test_two_bulletins_of_other_days_in_the_same_words_are_two(database):
    for number, day in enumerate(("2031-03-04", "2031-03-05")):
        article = builders.article(
            HARBOUR + str(number), day, given_id=None, path="w.txt", published=builders.day(day)
        )
        with database.transaction() as connection:
            item = AnnotatedArticle(article)
            store.tables.put_article(connection, item, story_keys="{}", reading=number)
    assert len(held(database)) == 2


def test_of_two_copies_one_changes_and_the_other_stays(database, tmp_path):
    newer = HARBOUR.replace("Monday", "Tuesday")
    for first, second in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        for name in (first, second):
            (tmp_path / name).write_text(HARBOUR, "utf-8")
            read(database, name, HARBOUR)
        assert shown(database) == {("a.txt", HARBOUR)}
        read(database, first, newer)
        assert shown(database) == {(first, newer), (second, HARBOUR)}
        read(database, second, newer)
        assert shown(database) == {("a.txt", newer)}
        newer, older = HARBOUR, newer
        read(database, first, newer)
        read(database, second, newer)
        assert held(database) == {HARBOUR}
        newer = older


def test_a_renamed_file_is_shown_by_its_new_name(database, tmp_path):
    (tmp_path / "b.txt").write_text(HARBOUR, "utf-8")
    read(database, "a.txt", HARBOUR)
    assert read(database, "b.txt", HARBOUR) == store.Stored(known=1)
    assert shown(database) == {("b.txt", HARBOUR)}


def test_the_copy_that_is_shown_does_not_depend_on_the_order_of_reading(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    results = set()
    names = ("a.txt", "b.txt", "c.txt")
    for name in names:
        (tmp_path / name).write_text(HARBOUR, "utf-8")
    for n, order in enumerate(itertools.permutations(names)):
        opened = store.Database(tmp_path / f"{n}.db")
        for name in order:
            read(opened, name, HARBOUR)
        results |= shown(opened)
        opened.close()
    assert results == {("a.txt", HARBOUR)}


def test_what_stands_in_a_file_today_is_always_held(database):
    """Random states of three files, with and without ids: no reading loses what any file holds."""
    chance = random.Random(7)  # noqa: S311 - nothing secret
    words = [w + end for w in ("quay", "crane", "bolt", "tram", "pear", "mayor") for end in ("", "s")]
    texts = [" ".join(chance.choices(words, k=12)) for _ in range(8)]
    states: dict[str, tuple[object, ...]] = {}
    for _ in range(60):
        path = chance.choice(("a.jsonl", "b.jsonl", "c.txt"))
        items = chance.sample([*texts, *((str(n), t) for n, t in enumerate(texts))], k=chance.randint(1, 5))
        states[path] = tuple(items)
        read(database, path, *items)
        wanted = {t[1] if isinstance(t, tuple) else t for state in states.values() for t in state}
        assert wanted <= held(database)


def test_an_archive_of_the_third_version_learns_where_its_files_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("onrecord.store.schema.MIGRATIONS", MIGRATIONS[:3])
    (tmp_path / "a.txt").write_text(HARBOUR, "utf-8")
    opened = store.Database(tmp_path / "old.db")
    article = builders.article(HARBOUR, "art-1", given_id=None, path="a.txt")
    row = {
        "id": "art-1",
        "path": "a.txt",
        "item": article.item,
        "text": HARBOUR,
        "digest": "",
        "own_dating": store.dumps(article.published),
        "record": store.dumps(replace(article, text="")),
        "annotations": "{}",
        "speakers": "[]",
        "story_keys": "{}",
    }
    with opened.transaction() as connection:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO articles ({', '.join(row)}) VALUES ({marks})", tuple(row.values()))  # noqa: S608
    opened.close()
    monkeypatch.setattr("onrecord.store.schema.MIGRATIONS", MIGRATIONS)
    opened = store.Database(tmp_path / "old.db")
    assert read(opened, "a.txt", TRAMS) == store.Stored(added=1)
    newer = HARBOUR.replace("Monday", "Tuesday")
    assert read(opened, "a.txt", newer) == store.Stored(updated=1)
    assert held(opened) == {TRAMS, newer}
    opened.close()


def test_a_rolling_feed_through_the_whole_archive(tmp_path):
    feed = tmp_path / "feed.jsonl"

    def write(*texts):
        feed.write_text("".join(json.dumps({"outlet": "Post", "text": t}) + "\n" for t in texts), "utf-8")

    with Archive(tmp_path / "onrecord.db") as archive:
        write(HARBOUR, BRIDGE)
        archive.read([feed])
        write(TRAMS, HARBOUR)
        run = archive.read([feed])
        assert (run.added, run.updated, run.known) == (1, 0, 1)
        assert {i.article.text for i in archive.articles()} == {HARBOUR, BRIDGE, TRAMS}


def test_an_edit_is_alike_and_other_news_is_not():
    assert alike(HARBOUR, HARBOUR.replace("Monday", "Tuesday"))
    assert alike(HARBOUR, HARBOUR + " " + BRIDGE)
    assert not alike(HARBOUR, BRIDGE)
    assert not alike(HARBOUR, TRAMS)


def test_two_first_openings_of_one_archive_do_not_clash(tmp_path, monkeypatch):
    from onrecord.store import schema

    path = tmp_path / "onrecord.db"
    asked = iter([0])
    version = schema._version

    def overtaken(connection):
        """The first look is at an archive that another process migrates right after it."""
        if next(asked, None) is None:
            return version(connection)
        other = sqlite3.connect(path, isolation_level=None)
        schema.migrate(other)
        other.close()
        return 0

    monkeypatch.setattr(schema, "_version", overtaken)
    store.Database(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    connection.close()
