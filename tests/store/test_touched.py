"""What is written is logged by its ids, so that what was made of other rows is known to hold."""

from __future__ import annotations

import json

import pytest

import onrecord
from onrecord.store.noting import Keyed
from onrecord.store.touched import written_since

VENN = '"The rent will fall," Ilka Venn said on Monday.'
OSK = '"The ferry is late," Osk Tal said on Tuesday.'
OF_SPEAKER = Keyed("SELECT count(*) FROM statements WHERE speaker_id = ?")


def put(home, name, text, outlet="Quay Gazette"):
    row = {"outlet": outlet, "date": "2031-03-04", "text": text}
    (home / name).write_text(json.dumps(row) + "\n", "utf-8")
    return home / name


@pytest.fixture
def archive(tmp_path):
    with onrecord.open(tmp_path / "a.db", create=True) as opened:
        opened.read([put(tmp_path, "venn.jsonl", VENN)])
        yield opened


@pytest.fixture
def noted(archive):
    """A question by a speaker's id, and the notes of it."""
    database = archive.database
    (venn,) = (s.id for s in archive.speakers() if s.name == "Ilka Venn")
    with database.noting() as notes, database.reading() as connection:
        assert connection.execute(OF_SPEAKER, (venn,)).fetchone() == (1,)
    return notes


@pytest.mark.parametrize(("text", "holds"), [(OSK, True), (VENN.replace("fall", "rise"), False)])
def test_what_is_found_by_ids_holds_until_one_of_them_is_written(archive, noted, tmp_path, text, holds):
    archive.read([put(tmp_path, "more.jsonl", text, "Coastal Wire")])
    assert archive.database.answers_as(noted) is holds


def test_what_is_written_again_as_it_was_is_no_change(archive, noted):
    connection = archive.database.connection
    before = noted.upto
    with archive.database.transaction():
        for table in ("members", "forms", "profiles"):
            connection.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")  # noqa: S608 - own names
    assert written_since(connection, before).ids == frozenset()
    with archive.database.transaction():
        connection.execute("UPDATE members SET owner = owner || '-2'")
    assert written_since(connection, before).ids


def test_where_the_log_no_longer_reaches_back_nothing_is_known_to_hold(archive, noted):
    with archive.database.transaction() as connection:
        connection.executemany("INSERT INTO touched (key) VALUES (?)", (("ferry",) for _ in range(100)))
    assert archive.database.answers_as(noted)
    noted.upto = 0
    assert not archive.database.answers_as(noted)  # its own article is among what was written
    with archive.database.transaction() as connection:
        connection.execute("DELETE FROM touched WHERE n <= 10")
    assert written_since(connection, 0) is None
    assert written_since(connection, 10) is not None


def test_the_log_is_bounded(archive):
    with archive.database.transaction() as connection:
        connection.executemany("INSERT INTO touched (key) VALUES (?)", (("ferry",) for _ in range(60_000)))
    (held,) = connection.execute("SELECT count(*) FROM touched").fetchone()
    assert held <= 16_384 + 4096


def of_ferries(archive):
    """What a search for a word was answered, and the notes of it."""
    with archive.database.noting() as notes:
        found = archive.articles_with("ferry")
    return found, notes


def test_a_search_is_asked_again_only_where_what_was_written_matches(archive, tmp_path):
    _, notes = of_ferries(archive)
    asked = []
    archive.database.connection.set_trace_callback(asked.append)
    archive.read([put(tmp_path, "rent.jsonl", VENN.replace("fall", "rise"), "Coastal Wire")])
    asked.clear()
    assert archive.database.answers_as(notes)
    assert not any("bm25" in sql for sql in asked)
    archive.read([put(tmp_path, "osk.jsonl", OSK)])
    assert not archive.database.answers_as(notes)


def test_a_search_does_not_hold_once_an_article_is_gone(archive, tmp_path):
    archive.read([put(tmp_path, "osk.jsonl", OSK)])
    found, notes = of_ferries(archive)
    assert len(found) == 1
    with archive.database.transaction() as connection:
        connection.execute("DELETE FROM articles WHERE id = ?", (found[0].article_id,))
    assert not archive.database.answers_as(notes)
