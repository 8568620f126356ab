"""Articles read in several processes are those read in one; what ends a process is named and left out."""

from __future__ import annotations

import filecmp

import pytest

from onrecord import pipeline, reports
from onrecord.archive import Archive
from onrecord.comparison import comparing
from onrecord.engines import Ended, reading, tasks
from onrecord.records import RawDocument, Span
from onrecord.stopwatch import Stopwatch


@pytest.mark.slow
def test_two_processes_write_the_tables_of_one(tmp_path, three_articles, monkeypatch):
    monkeypatch.setattr(reading, "FEW", 2)
    monkeypatch.setattr(pipeline, "BATCH", 2)
    monkeypatch.setattr(comparing, "MANY", 2)
    for jobs in (1, 2):
        with Archive(tmp_path / f"{jobs}" / "onrecord.db") as archive:
            run = archive.read([three_articles], jobs=jobs)
            assert run.seconds["utterances"] > 0
            reports.write_tables(archive.corpus(), tmp_path / f"{jobs}")
    one, two = tmp_path / "1", tmp_path / "2"
    names = [f"{name}.jsonl" for name in reports.TABLES]
    assert filecmp.cmpfiles(one, two, names, shallow=False) == (names, [], [])


def raw(number):
    return RawDocument("rows.jsonl", number, f"sha{number}", "text/plain", f"text {number}", Span(0, 6))


class Mortal:
    """Runs in place; of tasks with a certain document it says that they ended the process."""

    def __init__(self, *deadly):
        self.deadly = deadly

    def map(self, work, given):
        """As ``Runner.map``."""
        for task in given:
            ended = any(r.item in self.deadly for r in task)
            yield task, Ended("signal SIGKILL") if ended else work(task)


def test_the_document_that_ends_a_process_is_skipped_alone(monkeypatch):
    monkeypatch.setattr(
        tasks, "annotate", lambda raws: tasks.Annotated(tuple(r.item for r in raws), (), {"dates": 1.0})
    )
    skipped, watch = [], Stopwatch()
    raws = [raw(n) for n in range(40)]
    found = list(reading.annotate_beside(raws, Mortal(5, 17), on_skip=skipped.append, watch=watch))
    assert found == [n for n in range(40) if n not in (5, 17)]
    assert [(s.where, s.error) for s in skipped] == [
        ("rows.jsonl#5", "MemoryError"),
        ("rows.jsonl#17", "MemoryError"),
    ]
    assert "signal SIGKILL" in skipped[0].reason
    assert watch.seconds == {"dates": 31.0}  # two batches of 16 one by one, without the deadly; 8 in one


def test_few_documents_are_told_before_any_is_read():
    few, all_of_them = reading.is_few(iter([raw(0), raw(1)]))
    assert few
    assert [r.item for r in all_of_them] == [0, 1]
    many, all_of_them = reading.is_few(map(raw, range(30)))
    assert not many
    assert [r.item for r in all_of_them] == list(range(30))
