"""What networks answered, kept beside an archive: bounded, held to checksums, made anew where it is damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from onrecord.store.answers import Answers, beside, recalling

TOLD = {b"the gates": b"stay shut", b"the ferry": b"stays"}


@pytest.fixture
def path(tmp_path):
    return beside(tmp_path / "onrecord.db")


def kept(path, told=TOLD, day="2031-03-03", **named):
    with Answers(path, **named) as answers:
        answers.keep(told, day)


def recalled(path, keys=tuple(TOLD)):
    with recalling(path) as memory:
        return {key: value for key in keys if (value := memory.get(key)) is not None}


def test_what_was_kept_is_recalled_and_what_was_not_is_none(path):
    kept(path)
    assert recalled(path, (*TOLD, b"the mayor")) == TOLD


def test_without_answers_there_is_no_file_and_nothing_is_recalled(path):
    kept(path, {})
    assert not path.exists()
    assert recalled(path) == recalled(None) == {}


def test_what_was_put_is_recalled_at_once_and_fresh(path):
    kept(path)
    with recalling(path) as memory:
        memory.put(b"the mayor", b"resigns")
        assert memory.get(b"the mayor") == b"resigns"
        assert memory.get(b"the ferry") == b"stays"
        assert memory.fresh == {b"the mayor": b"resigns"}


@pytest.mark.parametrize("value", [b"stays", b"", b"\0" * 13, None, 7])
def test_an_answer_that_fails_its_checksum_is_none(path, value):
    kept(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE OR IGNORE answers SET value = ? WHERE key = ?", (value or b"", b"the ferry")
        )
    assert recalled(path) == {b"the gates": b"stay shut"}


def test_the_answer_to_another_question_is_none(path):
    kept(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        (gates,) = connection.execute("SELECT value FROM answers WHERE key = ?", (b"the gates",)).fetchone()
        connection.execute("UPDATE answers SET value = ? WHERE key = ?", (gates, b"the ferry"))
    assert recalled(path) == {b"the gates": b"stay shut"}


def damage(path, what):
    """Something that is not what was kept."""
    content = path.read_bytes()
    if what == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif what == "overwritten":
        path.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    elif what == "of a format to come":
        path.write_bytes(content[:18] + b"\x09\x01" + content[20:])  # which SQLite reads and does not write
    elif what == "no archive":
        path.write_text("The gates stay shut.\n" * 50, "utf-8")
    elif what == "a trigger":
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TRIGGER t AFTER INSERT ON answers BEGIN DELETE FROM answers; END")
    elif what == "another table":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TABLE answers (key, value)")
            connection.execute("INSERT INTO answers VALUES (?, ?)", (b"the ferry", b"sinks"))


@pytest.mark.parametrize(
    "what", ["cut", "overwritten", "of a format to come", "no archive", "a trigger", "another table"]
)
def test_a_damaged_file_gives_nothing_wrong_and_is_made_anew(path, what):
    kept(path)
    damage(path, what)
    assert recalled(path).items() <= TOLD.items()
    more = TOLD | {b"the mayor": b"resigns"}
    kept(path, more)
    kept(path, more)  # some damage is met only when something is written
    assert recalled(path, tuple(more)) == more


def test_a_link_is_removed_and_what_it_points_to_is_left_alone(path, tmp_path):
    other = tmp_path / "other.db"
    kept(other)
    before = other.read_bytes()
    path.symlink_to(other)
    kept(path, {b"the mayor": b"resigns"})
    assert not path.is_symlink()
    assert other.read_bytes() == before


def test_a_folder_in_its_place_is_no_error(path):
    path.mkdir()
    kept(path)
    assert recalled(path) == {}


@pytest.mark.parametrize("days", [range(1, 21), range(20, 0, -1)], ids=["in order", "backwards"])
def test_answers_about_the_oldest_days_go_when_there_is_no_more_room(path, days):
    most = 40 * 16_384
    for day in days:
        told = {f"{day}-{n}".encode(): bytes(1500) for n in range(100)}
        kept(path, told, f"2031-03-{day:02}", most=most)
    assert path.stat().st_size <= 2 * most
    assert recalled(path, (b"1-0",)) == {}
    assert recalled(path, (b"20-99",)) == {b"20-99": bytes(1500)}
