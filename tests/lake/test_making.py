"""A lake holds the archive's rows, whoever works on it, however often, and whatever is killed."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from onrecord.archive import Archive
from onrecord.engines import Ended, Here, Processes
from onrecord.errors import ArchiveError, RetryError
from onrecord.lake import bring, make, parse, shards
from onrecord.records import Skipped

pytest.importorskip("duckdb")
pytestmark = pytest.mark.slow  # the whole product, several times

EXAMPLES = Path(__file__).parents[2] / "examples"


class Counting:
    """Runs in place and counts what it is asked for; tells of some tasks that they ended the process."""

    def __init__(self, *deadly):
        self.asked = []
        self.deadly = list(deadly)

    def map(self, work, tasks):
        """As ``Runner.map``."""
        for task in tasks:
            self.asked.append(work.__name__)
            if work.__name__ in self.deadly:
                self.deadly.remove(work.__name__)
                yield task, Ended("signal SIGKILL")
            else:
                yield task, work(task)


@pytest.fixture
def small_shards(monkeypatch):
    """Examples are few: a shard of them is small, too."""
    monkeypatch.setattr(shards, "SHARD", 3000)


@pytest.fixture
def of_archive(tmp_path, rows_of_archive):
    """The tables of an archive of the same articles."""
    with Archive(tmp_path / "archive" / "onrecord.db") as archive:
        archive.read([EXAMPLES])
        return rows_of_archive(archive)


@pytest.mark.usefixtures("small_shards")
def test_a_lake_has_the_rows_of_an_archive(tmp_path, of_archive, rows_of_lake):
    run = make([EXAMPLES], tmp_path / "lake", Here())
    assert run.added == len(of_archive["articles"])
    assert len(list((tmp_path / "lake" / "_read").glob("*.json"))) > 2
    assert rows_of_lake(tmp_path / "lake") == of_archive
    told = json.loads((tmp_path / "lake" / "run.json").read_text("utf-8"))
    assert told["added"] == run.added
    assert set(told["inputs"]) == {json.loads(row)["path"] for row in of_archive["articles"]}


@pytest.mark.usefixtures("small_shards")
def test_what_is_finished_is_not_done_again(tmp_path):
    first = Counting()
    make([EXAMPLES], tmp_path / "lake", first)
    assert {"read", "compare", "score", "group"} <= set(first.asked)
    before = {p: p.read_bytes() for p in (tmp_path / "lake").rglob("part-*.parquet")}
    again = Counting()
    assert make([EXAMPLES], tmp_path / "lake", again).added == 0
    assert not {"read", "compare"} & set(again.asked)
    assert {p: p.read_bytes() for p in (tmp_path / "lake").rglob("part-*.parquet")} == before


@pytest.mark.usefixtures("small_shards")
def test_a_worker_that_is_killed_costs_its_task_alone(tmp_path, of_archive, rows_of_lake):
    runner = Counting("read", "read", "compare", "score")
    make([EXAMPLES], tmp_path / "lake", runner)
    assert rows_of_lake(tmp_path / "lake") == of_archive


@pytest.mark.usefixtures("small_shards")
def test_a_shard_that_ends_every_process_ends_the_run_and_what_is_finished_stays(tmp_path):
    class Mortal(Counting):
        def map(self, work, tasks):
            for task in tasks:
                deadly = getattr(task, "files", [("", 0, 0)])[0][0].endswith(".html")
                yield task, Ended("signal SIGKILL") if deadly else work(task)

    with pytest.raises(RetryError, match="the same command goes on"):
        make([EXAMPLES], tmp_path / "lake", Mortal())
    finished = {mark["id"] for mark in shards.marks(tmp_path / "lake" / "_read")}
    assert finished
    runner = Counting()
    make([EXAMPLES], tmp_path / "lake", runner)
    planned = shards.plan([EXAMPLES], tmp_path / "x", columns=None, on_skip=lambda _: None).shards
    assert runner.asked.count("read") == len(planned) - len(finished)


@pytest.mark.usefixtures("small_shards")
def test_articles_in_two_steps_and_other_processes_give_the_same(tmp_path, of_archive, rows_of_lake):
    files = sorted(p for p in EXAMPLES.iterdir() if p.name != "README.md")
    with Processes(2) as processes:
        make(files[:3], tmp_path / "lake", processes)
        make(files, tmp_path / "lake", processes)
    assert rows_of_lake(tmp_path / "lake") == of_archive


def test_a_file_that_changed_is_read_again_with_its_shard(tmp_path, rows_of_lake, rows_of_archive):
    inputs = tmp_path / "in"
    shutil.copytree(EXAMPLES, inputs)
    make([inputs], tmp_path / "lake", Here())
    changed = inputs / "sarpress-2023-briefing.txt"
    changed.write_text(changed.read_text("utf-8").replace("Dorin", "Dorrin"), "utf-8")
    make([changed], tmp_path / "lake", Here())
    with Archive(tmp_path / "onrecord.db") as archive:
        archive.read([inputs])
        assert rows_of_lake(tmp_path / "lake") == rows_of_archive(archive)
    assert len(shards.marks(tmp_path / "lake" / "_read")) == 1


def test_a_large_file_is_read_in_parts(tmp_path, monkeypatch, rows_of_lake, rows_of_archive):
    monkeypatch.setattr(shards, "SHARD", 600)
    rows = EXAMPLES / "wire-reprint-and-own-report.jsonl"
    make([rows], tmp_path / "lake", Here())
    assert len(shards.marks(tmp_path / "lake" / "_read")) > 1
    with Archive(tmp_path / "onrecord.db") as archive:
        archive.read([rows])
        assert rows_of_lake(tmp_path / "lake") == rows_of_archive(archive)


def test_two_runs_at_once_are_one_too_many(tmp_path, monkeypatch):
    from onrecord import store

    monkeypatch.setattr(store.database, "_BUSY_SECONDS", 0.1)
    (tmp_path / "lake").mkdir()
    held = store.Database(tmp_path / "lake" / "_lock.db")
    with held.transaction(), pytest.raises(RetryError):
        make([EXAMPLES], tmp_path / "lake", Here())
    held.close()


def test_a_speaker_is_taken_to_an_archive_as_if_read_there(tmp_path):
    make([EXAMPLES], tmp_path / "lake", Here())
    with Archive(tmp_path / "all.db") as archive:
        archive.read([EXAMPLES])
        by = {s.article_id for s in archive.statements() if s.speaker == "Pavel Dorin"}
        paths = {archive.article(key).article.path for key in by}
        raw = {key: archive.raw_of(key) for key in by}
    found = bring(tmp_path / "lake", parse('speaker = "pavel dorin"'))
    with Archive(tmp_path / "some.db") as archive:
        run = archive.take(found, of="lake")
        assert run.added == len(by) > 1
        assert {item.article.id for item in archive.articles()} == by
        assert {item.article.path for item in archive.articles()} == paths
        assert {key: archive.raw_of(key) for key in by} == raw
        assert archive.stories()
        assert archive.search("Dorin")


def test_a_month_and_a_storyline_are_taken_whole(tmp_path):
    make([EXAMPLES], tmp_path / "lake", Here())
    with Archive(tmp_path / "all.db") as archive:
        archive.read([EXAMPLES])
        story = max(archive.stories(), key=lambda s: len(s.article_ids))
        line = {a for s in archive.stories_of(story.storyline_id) for a in s.article_ids}
        dated = [i.article for i in archive.articles()]
    month = story.first_published[:7]
    inside = {
        a.id for a in dated if (a.published.earliest or "")[:7] == month == (a.published.latest or "")[:7]
    }
    found = bring(tmp_path / "lake", parse(f"storyline = {story.storyline_id}"))
    assert {keyed.item.article.id for keyed, _ in found} == line
    found = bring(tmp_path / "lake", parse(f"date = {month}"))
    assert {keyed.item.article.id for keyed, _ in found} == inside


def test_what_is_no_lake_is_told(tmp_path):
    with pytest.raises(ArchiveError, match="no lake"):
        list(bring(tmp_path, parse("date = 2031")))


def test_standard_input_and_what_is_not_there_are_named(tmp_path):
    told: list[Skipped] = []
    run = make(["-", str(tmp_path / "none.txt")], tmp_path / "lake", Here(), on_skip=told.append)
    assert run.read == 0
    assert [s.error for s in told] == ["UnsupportedError", "UnreadableError"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_of_a_cluster_that_is_killed_costs_its_task_alone():
    pytest.importorskip("ray")
    sys.path.append(str(Path(__file__).parents[1] / "engines"))
    import workloads

    from onrecord.engines import Cluster

    with Cluster(workers=2) as cluster:
        found = dict(cluster.map(workloads.killed_by_three, range(5)))
        assert isinstance(found.pop(3), Ended)
        assert found == {n: n for n in (0, 1, 2, 4)}
        assert list(cluster.map(workloads.doubled, range(6))) == [(n, 2 * n) for n in range(6)]
