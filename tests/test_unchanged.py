"""What was read before is passed over where neither document nor code changed, and the records are the same."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from training.rules import RuleTagger

from onrecord import archive as archive_module
from onrecord import unchanged
from onrecord.archive import Archive

ROWS = (
    'Harbour Post,2031-03-05,The sluice of Tarn,"The sluice of Tarn will open in May, the minister Osten Brill said on Tuesday."\n',
    'Northern Gazette,2029-10-11,Frost,"Nobody remembers such a spring, the grower Mira Tal said on Thursday."\n',
)


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Reads rows below a header as the product does, its reader one by rules; counts what that one reads."""
    counted = []

    class Counting(RuleTagger):
        def read(self, articles):
            counted.extend(articles)
            return super().read(articles)

    monkeypatch.setattr(archive_module, "default_tagger", Counting)
    path = tmp_path / "rows.csv"

    def read(*rows, header="outlet,date,title,text\n", name="a"):
        counted.clear()
        path.write_text(header + "".join(rows), "utf-8")
        with Archive(tmp_path / f"{name}.db") as archive:
            run = archive.read([path])
            return len(counted), run, replace(archive.corpus(), run={})

    return read


def test_what_is_known_is_not_read_again(read):
    assert read(*ROWS)[0] == 2
    number, run, after = read(*ROWS)
    assert number == 0
    assert (run.added, run.known, sum(run.inputs.values()), len(run.hashes)) == (0, 2, 2, 1)
    assert after == read(*ROWS, name="anew")[2]


def test_what_is_new_or_has_changed_is_read(read):
    read(ROWS[0])
    assert read(*ROWS)[0] == 1
    edited = ROWS[1].replace("spring", "winter")
    number, run, after = read(ROWS[0], edited)
    assert (number, run.updated, run.known) == (1, 1, 1)
    assert after == read(ROWS[0], edited, name="anew")[2]


def test_equal_rows_below_another_header_are_read(read):
    read(*ROWS)
    number, _, after = read(*ROWS, header="source,date,byline,text\n")
    assert number == 2
    assert {item.article.byline for item in after.articles} == {"The sluice of Tarn", "Frost"}


def test_other_code_reads_again_once(read, monkeypatch):
    read(*ROWS)
    monkeypatch.setattr(unchanged, "code", lambda: "of tomorrow")
    assert [read(*ROWS)[0], read(*ROWS)[0]] == [2, 0]


def test_of_a_reader_of_the_callers_own_nothing_is_assumed(tmp_path):
    path = tmp_path / "more.jsonl"
    path.write_text(
        json.dumps({"outlet": "Post", "text": "The gate is shut, Mira Tal said."}) + "\n", "utf-8"
    )
    with Archive(tmp_path / "own.db") as archive:
        for _ in range(2):
            assert archive.read([path], tagger=RuleTagger()).known in (0, 1)
            assert archive.database.connection.execute("SELECT made_of FROM articles").fetchall() == [("",)]
