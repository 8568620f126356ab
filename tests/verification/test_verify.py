"""An archive is sound as it was read, and each kind of change to it is named."""

from __future__ import annotations

import sqlite3
import zlib

import pytest

import builders
from onrecord.records import Dating, Place, Rendering, Utterance
from onrecord.store import raw
from onrecord.verification import verify
from onrecord.verification.references import Known, broken


def kinds(report):
    return {fault.kind for fault in report.faults}


def test_an_archive_is_sound_as_it_was_read(archive_file):
    report = verify(archive_file)
    assert report.is_sound, report.faults
    assert report.checked["articles"] == 5
    assert report.checked["statements"] >= 5
    assert report.checked["raw documents"] == 4  # two articles stand in one file
    assert report.raw == {"whole": 5}
    assert report.older == {}


ENDLESS = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n, '' AS made_at, '' AS record FROM c"


def test_a_view_in_a_tables_place_is_named_and_not_asked(archive_file):
    builders.change(archive_file, "DROP TABLE corrections", f"CREATE VIEW corrections AS {ENDLESS}")
    report = verify(archive_file)
    assert [(f.kind, f.where) for f in report.faults] == [("schema", "corrections")]
    builders.change(
        archive_file, "PRAGMA user_version = 3"
    )  # nor while an older archive is brought up to date
    assert not verify(archive_file).is_sound


def test_a_raw_document_that_unpacks_to_more_than_any_is_a_fault(archive_file, monkeypatch):
    monkeypatch.setattr(raw, "_MOST_UNPACKED", 1000)
    connection = sqlite3.connect(archive_file)
    with connection:
        bomb = zlib.compress(b"x" * 100_000)
        connection.execute("UPDATE raw_documents SET data = ?, size = 1000000000000", (bomb,))
    connection.close()
    assert "raw" in kinds(verify(archive_file))


def test_the_bytes_of_every_raw_document_are_those_of_its_file(made, archive_file):
    connection = sqlite3.connect(archive_file)
    lines = (made / "inputs" / "rows.jsonl").read_bytes().splitlines()
    files = [(made / "inputs" / name).read_bytes() for name in ("page.html", "two.txt")]
    held = [raw.load_data(connection, h) for (h,) in connection.execute("SELECT sha256 FROM raw_documents")]
    connection.close()
    assert sorted(held) == sorted(lines + files)


CHANGES = {
    "article's words": (
        "UPDATE articles SET packed = deflated(replace(inflated(packed), 'Nothing', 'Something'))",
        "article",
    ),
    "title": ("UPDATE articles SET record = deflated(json_set(inflated(record), '$.title', 'A'))", "article"),
    "outlet": (
        "UPDATE articles SET record = deflated(json_set(inflated(record), '$.outlet', 'B'))",
        "article",
    ),
    "text cut": ("UPDATE articles SET packed = deflated(substr(inflated(packed), 1, 30))", "article"),
    "statement's words": ("UPDATE statements SET spans = '0-4'", "article"),
    "statement's record": ("UPDATE articles SET statements = zeroblob(9)", "article"),
    "map": (
        "UPDATE articles SET record = deflated(json_set(inflated(record), '$.text_map[0][1]', 7))",
        "raw",
    ),
    "raw hash": (
        "UPDATE articles SET record = deflated(json_set(inflated(record), '$.sha256', 'ff'))",
        "raw",
    ),
    "raw bytes": ("UPDATE raw_documents SET data = zeroblob(30)", "raw"),
    "raw text": ("UPDATE raw_texts SET text = zeroblob(30)", "raw"),
    "derived record": ("UPDATE derived SET records = '[3]' WHERE kind = 'stories'", "derived"),
    "story gone": ("DELETE FROM derived WHERE kind = 'stories'", "derived"),
    "member": (
        "UPDATE derived SET records = deflated(json_set(inflated(records), '$[0].article_ids[0]', 'art-0'))",
        "derived",
    ),
    "ids gone": (
        "DELETE FROM derived_ids WHERE holder IN (SELECT n FROM derived WHERE kind = 'utterances')",
        "derived",
    ),
    "statements gone": ("DELETE FROM statements", "article"),
    "statement gone": ("DELETE FROM statements WHERE n = (SELECT min(n) FROM statements)", "article"),
    "index": ("DROP INDEX copies_given", "schema"),
    "table": ("DROP TABLE made", "schema"),
    "column": ("ALTER TABLE stale ADD COLUMN more TEXT", "schema"),
    "trigger of others": (
        "CREATE TRIGGER evil AFTER INSERT ON runs BEGIN DELETE FROM articles; END",
        "schema",
    ),
    "search": ("INSERT INTO article_search (article_search) VALUES ('delete-all')", "search"),
    "correction": ("INSERT INTO corrections VALUES (9, '2031', '{\"kind\": 3}')", "correction"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_is_named(archive_file, name):
    statement, kind = CHANGES[name]
    builders.change(archive_file, statement)
    assert kind in kinds(verify(archive_file)), verify(archive_file).faults


def test_verifying_changes_nothing(archive_file):
    before = archive_file.read_bytes()
    verify(archive_file)
    assert archive_file.read_bytes() == before


def test_a_file_that_is_no_archive_is_a_fault_of_the_file(tmp_path):
    for content in (b"no archive" * 99, b"", b"SQLite format 3\0" + b"x" * 5000):
        (tmp_path / "a.db").write_bytes(content)
        assert kinds(verify(tmp_path / "a.db")) == {"file"}
        assert (tmp_path / "a.db").read_bytes() == content


def test_a_reference_is_found_however_deep_it_stands():
    rendering = Rendering("t", "a", (), "verbatim", qualifier=Place("a", 5, 11))
    told = Utterance("u", "story-0", None, Dating(), (rendering,))
    known = Known({"article": {"a"}, "statement": {"s"}}, {"a": 10})
    found = list(broken((told,), known))
    assert len(found) == 2
    assert "statement_id names t" in found[0]
    assert "5-11 lies outside" in found[1]
