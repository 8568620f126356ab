"""Matches counted by columns in memory are those that SQLite counts, whoever has read, written or removed."""

from __future__ import annotations

import json

import pytest

import onrecord
from onrecord.records import Filter
from onrecord.store.columns import Columns

SAID = (
    ("Quay Gazette", "The rent will fall in both harbour districts"),
    ("Quay Gazette", "Rents were never the council's to set"),
    ("Coastal Wire", "Whoever pays rent late pays it twice"),
)


def row(number, outlet, said, speaker="Ilka Venn"):
    text = f'"{said}," {speaker} said on Monday.'
    return json.dumps({"outlet": outlet, "date": f"203{number % 9}-03-04", "text": text}) + "\n"


@pytest.fixture
def rents(tmp_path):
    """The path of an archive of three statements on rents, each in a file of its own."""
    for number, (outlet, said) in enumerate(SAID):
        (tmp_path / f"{number}.jsonl").write_text(row(number, outlet, said), "utf-8")
    with onrecord.open(tmp_path / "a.db", create=True) as archive:
        archive.read(sorted(tmp_path.glob("*.jsonl")))
    return tmp_path / "a.db"


@pytest.fixture
def archive(rents):
    """The archive, counted by columns."""
    with onrecord.open(rents) as opened:
        columns = Columns()
        opened.database.columns = lambda: columns
        yield opened


def counted_by_rows(archive, words):
    with onrecord.open(archive.path) as other:
        return other.find(Filter(words=words))


@pytest.mark.parametrize(("words", "total"), [("rent", 3), ('"rent"', 2), ("venn", 3), ("ferry", 0)])
def test_columns_count_what_rows_count(archive, words, total):
    found = archive.find(Filter(words=words))
    assert found == counted_by_rows(archive, words)
    assert found.total == total


def test_what_was_written_since_is_counted_and_what_went_is_not(archive, tmp_path):
    assert archive.find(Filter(words="rent")).total == len(SAID)
    (tmp_path / "2.jsonl").write_text(row(4, "Coastal Wire", "Rent is paid in advance", "Osk Tal"), "utf-8")
    (tmp_path / "9.jsonl").write_text(
        row(5, "Northern Post", "No rent is due before May", "Osk Tal"), "utf-8"
    )
    with onrecord.open(archive.path) as writer:
        writer.read([tmp_path / "2.jsonl", tmp_path / "9.jsonl"])
    found = archive.find(Filter(words="rent"))
    assert found == counted_by_rows(archive, "rent")
    assert {f.value for f in found.facets["outlet"]} == {"Quay Gazette", "Coastal Wire", "Northern Post"}


def test_a_number_is_never_given_again(rents, tmp_path):
    def numbers(archive):
        with archive.database.reading() as connection:
            return {n for (n,) in connection.execute("SELECT n FROM statements")}

    with onrecord.open(rents) as archive:
        before = numbers(archive)
        for number in range(3):  # the last row goes each time, and another comes
            (tmp_path / "2.jsonl").write_text(row(4, "Coastal Wire", f"Rent number {number}"), "utf-8")
            archive.read([tmp_path / "2.jsonl"])
            assert not (numbers(archive) - before) & set(range(max(before) + 1))
            before |= numbers(archive)


def test_a_search_that_was_noted_holds_until_a_match_comes(archive, tmp_path):
    with archive.snapshot(), archive.database.noting() as notes:
        archive.find(Filter(words="rent"))

    def holds():
        with archive.snapshot():
            return archive.database.answers_as(notes)

    for said, expected in (("The ferry sails at noon", True), ("Rent is paid at noon", False)):
        (tmp_path / "n.jsonl").write_text(row(1, "Quay Gazette", said, "Osk Tal"), "utf-8")
        with onrecord.open(archive.path) as writer:
            writer.read([tmp_path / "n.jsonl"])
        assert holds() == expected


def test_a_row_that_an_older_state_has_is_counted_there(archive):
    """Somebody reads on in a state in which it is gone: who still sees it counts by rows."""
    with archive.snapshot():
        before = counted_by_rows(archive, "rent")
        assert archive.totals()["statements"] == len(SAID)
        with onrecord.open(archive.path) as writer:
            gone = next(a.article.id for a in writer.articles() if a.article.outlet == "Coastal Wire")
            with writer.database.transaction() as connection:
                connection.execute("DELETE FROM articles WHERE id = ?", (gone,))
            writer.database.columns = archive.database.columns
            assert writer.find(Filter(words="rent")).total == len(SAID) - 1
        assert archive.find(Filter(words="rent")) == before
