"""The commands: what they write, what they print, and how they exit."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.cli import app

TABLES = [
    "articles",
    "timexes",
    "statements",
    "speakers",
    "stories",
    "utterances",
    "origins",
    "timeline",
    "relations",
    "conflicts",
    "positions",
    "silences",
    "facts",
    "standing",
    "findings",
]
COMMAND = str(Path(sys.executable).parent / "onrecord")


@pytest.fixture
def invoke():
    return lambda *words: CliRunner().invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def read_once(tmp_path_factory, three_articles):
    """The three articles read; what a test changes is its copy."""
    home = tmp_path_factory.mktemp("read") / "brief"
    done = CliRunner().invoke(app, ["read", str(three_articles), "--out", str(home)])
    assert done.exit_code == 0, done.output
    return home


@pytest.fixture
def brief(tmp_path, read_once):
    return Path(shutil.copytree(read_once, tmp_path / "brief"))


def test_read_writes_page_archive_and_tables(brief):
    assert {p.name for p in brief.iterdir()} >= {
        "brief.html",
        "onrecord.db",
        "run.json",
        *(f"{t}.jsonl" for t in TABLES),
    }
    rows = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    assert {r["speaker"] for r in rows} >= {"Ilka Venn", "Tomas Reil", "Harald Osk"}


def test_read_of_nothing_exits_1_and_says_why(tmp_path, invoke):
    (tmp_path / "empty.txt").write_bytes(b"")
    done = invoke("read", tmp_path / "empty.txt", "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr
    skipped = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["skipped"]
    assert [Path(s["where"]).name for s in skipped] == ["empty.txt"]


def test_add_reads_into_what_is_there_and_writes_beside_it_anew(brief, tmp_path, invoke):
    (tmp_path / "more.txt").write_text(
        "Quay to stay shut\n\nOSKHAVEN, March 9, 2031 - The quay stays shut, Mayor Ada Lorn said on Friday.\n"
    )
    done = invoke("add", brief, tmp_path / "more.txt")
    assert (done.exit_code, done.stdout) == (0, "1 articles added; brief and tables written anew\n")
    rows = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    assert {r["speaker"] for r in rows} >= {"Ilka Venn", "Ada Lorn"}
    assert "Ada Lorn" in (brief / "brief.html").read_text("utf-8")
    again = invoke("add", brief, tmp_path / "more.txt")
    assert again.stdout.startswith("0 articles added, 1 already there")
    assert invoke("add", brief, tmp_path / "none.txt").exit_code == 1
    assert invoke("add", brief, "https://quay.example/feed").exit_code == 2


def test_of_many_articles_the_brief_is_written_when_it_is_asked_for(brief, tmp_path, invoke, monkeypatch):
    monkeypatch.setattr("onrecord.views.rewriting.MOST_ANEW", 2)
    before = (brief / "brief.html").read_text("utf-8")
    (tmp_path / "more.txt").write_text(
        "OSKHAVEN, March 9, 2031 - The quay stays shut, Mayor Ada Lorn said.\n"
    )
    done = invoke("add", brief, tmp_path / "more.txt")
    assert (done.exit_code, done.stdout) == (0, "1 articles added\n")
    assert f"onrecord brief {brief}" in done.stderr
    assert (brief / "brief.html").read_text("utf-8") == before
    assert invoke("brief", brief).exit_code == 0
    assert "Ada Lorn" in (brief / "brief.html").read_text("utf-8")
    assert "Ada Lorn" in (brief / "statements.jsonl").read_text("utf-8")


def test_add_makes_no_archive_where_none_is(tmp_path, folder, invoke):
    done = invoke("add", tmp_path / "bref", folder)
    assert done.exit_code == 2
    assert "onrecord read" in done.stderr
    assert not (tmp_path / "bref").exists()


def test_remove_is_the_correction(brief, invoke):
    article = json.loads((brief / "articles.jsonl").read_text("utf-8").splitlines()[0])["id"]
    assert invoke("remove", brief, article).exit_code == 0
    assert article not in (brief / "articles.jsonl").read_text("utf-8")
    assert f"no part of the archive: article {article}" in invoke("correct", "list", brief).stdout


@pytest.mark.parametrize(
    "words", [("read",), ("nonsense",), ("search", "no/such/archive", "x"), ("show", "no/such/archive")]
)
def test_wrong_usage_exits_2(invoke, words):
    assert invoke(*words).exit_code == 2


def test_an_output_folder_that_is_a_file_is_wrong_usage(tmp_path, folder, invoke):
    (tmp_path / "taken").write_text("x")
    done = invoke("read", folder, "--out", tmp_path / "taken")
    assert done.exit_code == 2
    assert "taken" in done.stderr


def test_search_prints_the_speaker_and_the_words(brief, invoke):
    done = invoke("search", brief, "early stage")
    assert done.exit_code == 0
    assert "Ilka Venn" in done.output


def test_search_without_a_hit_exits_1(brief, invoke):
    assert invoke("search", brief, "zebra").exit_code == 1


def test_show_lists_stories_and_one_speaker(brief, invoke):
    assert "Torvo" in invoke("show", brief).output
    assert "early stage" in invoke("show", brief, "--speaker", "Venn").output
    assert invoke("show", brief, "--speaker", "nobody at all").exit_code == 1


def test_export_knows_its_formats(brief, tmp_path, invoke):
    listed = invoke("export", brief, "--list").output.split()
    assert {"csv", "jsonl"} <= set(listed)
    done = invoke("export", brief, "--format", "csv", "--out", tmp_path / "csv")
    assert done.exit_code == 0
    assert (tmp_path / "csv" / "statements.csv").exists()
    assert invoke("export", brief, "--format", "nonsense").exit_code == 2


def test_python_dash_m_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, text=True, check=True
    )
    assert (
        done.stdout
        == subprocess.run([COMMAND, "--version"], capture_output=True, text=True, check=True).stdout
    )


def test_a_damaged_archive_is_named(tmp_path):
    path = tmp_path / "onrecord.db"
    path.write_bytes(b"not a database at all" * 50)
    process = subprocess.run([COMMAND, "show", str(path)], capture_output=True, text=True, check=False)
    assert process.returncode == 3
    assert "onrecord.db" in process.stderr
    assert "Traceback" not in process.stderr


def test_ctrl_c_leaves_a_consistent_archive(tmp_path, folder):
    rows = tmp_path / "many.jsonl"
    with rows.open("w", encoding="utf-8") as out:
        for n in range(4000):
            out.write(json.dumps({"id": n, "outlet": "Harbour Post", "text": _matter(n)}) + "\n")
    home = tmp_path / "brief"
    process = subprocess.Popen(
        [COMMAND, "read", str(rows), "--out", str(home)],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 - no threads in this process
    )
    try:
        deadline = time.monotonic() + 240
        while time.monotonic() < deadline and not _has_articles(home / "onrecord.db"):
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=240)
    finally:
        process.kill()
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    done = subprocess.run(
        [COMMAND, "read", str(folder / "old.txt"), "--out", str(home), "-q"], check=False, timeout=300
    )
    assert done.returncode == 0


def _matter(seed):
    """An article of a matter of its own: no two of them are compared."""
    made = random.Random(seed)  # noqa: S311 - words, not secrets
    words = ["".join(made.choices("bdfgklmnprstv", k=1) + made.choices("aeiou", k=1)) * 3 for _ in range(30)]
    return f"The {' '.join(words[:20])}. The {' '.join(words[20:])} was ready, said {words[0].title()} Venn."


def _hear_ctrl_c():
    """A shell that runs the tests in the background makes them, and what they start, deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _has_articles(path):
    """Whether a first batch was committed; read through another connection, as another process would."""
    import sqlite3

    if not path.exists():
        return False
    connection = sqlite3.connect(path)
    try:
        return connection.execute("SELECT count(*) FROM articles").fetchone()[0] > 0
    except sqlite3.OperationalError:
        return False
    finally:
        connection.close()


def test_corrections_survive_rereading(brief, folder, invoke):
    done = invoke("correct", "merge", brief, "Ilka Venn", "Tomas Reil", "--note", "a test of merging")
    assert done.exit_code == 0, done.output
    assert invoke("read", folder, "--out", brief).exit_code == 0
    rows = [json.loads(line) for line in (brief / "speakers.jsonl").read_text("utf-8").splitlines()]
    assert [r["name"] for r in rows if "Tomas Reil" in r["variants"]] == ["Ilka Venn"]


def test_a_statement_can_be_given_back_to_whoever_said_it(brief, folder, invoke):
    rows = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    wrong = next(r for r in rows if r["speaker"] == "Tomas Reil")
    assert invoke("correct", "split", brief, wrong["id"], "--name", "Edda Marl").exit_code == 0
    assert invoke("read", folder, "--out", brief).exit_code == 0
    rows = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    assert next(r for r in rows if r["id"] == wrong["id"])["speaker"] == "Edda Marl"


def test_brief_and_tables_show_a_correction_at_once(brief, invoke):
    assert invoke("correct", "merge", brief, "Ilka Venn", "Tomas Reil").exit_code == 0
    rows = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    assert "Tomas Reil" not in {r["speaker"] for r in rows}
    chosen = next(r for r in rows if r["speaker"] == "Ilka Venn" and r["source"])
    assert invoke("correct", "split", brief, chosen["id"], "--name", "Edda Marl").exit_code == 0
    after = [json.loads(line) for line in (brief / "statements.jsonl").read_text("utf-8").splitlines()]
    assert [r["id"] for r in after if r["speaker"] == "Edda Marl"] == [chosen["id"]]
    assert "Edda Marl" in (brief / "brief.html").read_text("utf-8")


def test_corrections_of_what_is_not_there_change_nothing(brief, invoke):
    assert invoke("correct", "merge", brief, "Ilka Venn", "Nobody").exit_code == 1
    assert invoke("correct", "merge", brief, "Ilka Venn").exit_code == 2
    assert invoke("correct", "split", brief, "st-nothing").exit_code == 1


def test_an_input_can_be_explained_without_writing_anything(tmp_path, invoke):
    file = tmp_path / "a.txt"
    body = "The harbour trust decided on Monday night that skippers will pay twice as much to moor from May."
    file.write_text(f"Harbour dues to double\nBy Nora Quill\n\n{body}\n", encoding="utf-8")
    done = invoke("read", file, "--explain", "--out", tmp_path / "brief")
    assert done.exit_code == 0, done.output
    assert "Nora Quill" in done.output
    assert "a line of the text (byline)" in done.output
    assert not (tmp_path / "brief").exists()
    empty = tmp_path / "b.txt"
    empty.write_text(" ", encoding="utf-8")
    assert invoke("read", empty, "--explain").exit_code == 1
