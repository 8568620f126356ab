"""What can be made again is; what only a copy could bring back is named."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest
from training.rules import RuleTagger

import builders
from onrecord.archive import Archive
from onrecord.errors import ArchiveError
from onrecord.verification import repair, verify
from onrecord.verification.salvage import salvage


def contents(path):
    """Everything an archive says, but for its readings."""
    with Archive(path) as archive:
        corpus = archive.corpus()
        return {name: getattr(corpus, name) for name in corpus.__slots__ if name != "run"}


def test_a_sound_archive_is_left_alone(archive_file):
    before = archive_file.read_bytes()
    found = repair(archive_file, tagger=RuleTagger())
    assert (found.done, found.after.faults) == ((), [])
    assert archive_file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO article_search (article_search) VALUES ('delete-all')",
        "DELETE FROM derived",
        "DROP INDEX copies_given",
        "UPDATE articles SET packed = deflated(replace(inflated(packed), 'Nothing', 'Something'))",
        "UPDATE articles SET statements = zeroblob(9)",
        "UPDATE raw_documents SET data = zeroblob(30)",
        "UPDATE articles SET record = deflated(json_set(inflated(record), '$.text_map[0][1]', 7))",
    ],
)
def test_what_was_damaged_is_as_before(made, archive_file, statement):
    builders.change(archive_file, statement)
    found = repair(archive_file, tagger=RuleTagger())
    assert found.before.faults
    assert found.after.faults == []
    assert contents(archive_file) == contents(made / "onrecord.db")


def test_what_has_no_file_any_more_is_named_and_kept(archive_file):
    builders.change(
        archive_file,
        "UPDATE articles SET packed = deflated(replace(inflated(packed), 'Nothing', 'Something'))",
        "UPDATE copies SET source = '/gone' || source",
        "UPDATE raw_texts SET source = '/gone' || source",
    )
    found = repair(archive_file, tagger=RuleTagger())
    assert {fault.kind for fault in found.after.faults} >= {"article"}
    with Archive(archive_file) as archive:
        assert len(list(archive.articles())) == 5


def test_of_a_file_with_a_broken_page_the_rest_is_taken_out(archive_file):
    data = bytearray(archive_file.read_bytes())
    connection = sqlite3.connect(archive_file)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'derived'").fetchone()
    connection.close()
    data[(root - 1) * 4096 : root * 4096] = os.urandom(4096)
    archive_file.write_bytes(data)
    assert {fault.kind for fault in verify(archive_file).faults} == {"file"}
    found = repair(archive_file, tagger=RuleTagger())
    assert found.after.faults == []
    assert found.after.checked["articles"] == 5
    assert archive_file.with_name("onrecord.db.damaged").read_bytes() == bytes(data)


def test_a_row_that_comes_twice_is_counted_once(archive_file, monkeypatch):
    def broken(damaged, table, columns):  # as behind a broken page: what came before it once more
        rows = damaged.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608 - own names
        return iter([*rows, *rows])

    monkeypatch.setattr("onrecord.verification.salvage._rows", broken)
    with closing(sqlite3.connect(archive_file)) as connection:
        held = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
    assert f"took {held} articles, " in salvage(archive_file)


def test_a_file_of_which_nothing_can_be_read_says_so(tmp_path):
    (tmp_path / "a.db").write_bytes(b"no archive" * 999)
    with pytest.raises(ArchiveError, match="restore a copy"):
        repair(tmp_path / "a.db", tagger=RuleTagger())
