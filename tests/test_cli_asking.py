"""Commands that ask: for people on a terminal, for programs through a pipe."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

import builders
import invented
from onrecord.cli import app


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    return builders.archived(tmp_path_factory.mktemp("asking") / "onrecord.db", invented.tunnel())


def ask(*words):
    return CliRunner().invoke(app, [str(w) for w in words])


@pytest.mark.parametrize("command", ["search", "people"])
def test_programs_read_the_same_rows_in_every_format(archive, command):
    words = [command, archive] if command == "people" else [command, archive, "tunnel"]
    whole = json.loads(ask(*words, "--format", "json").stdout)
    lines = [json.loads(line) for line in ask(*words, "-f", "jsonl").stdout.splitlines()]
    cells = list(csv.DictReader(io.StringIO(ask(*words, "-f", "csv").stdout)))
    assert whole
    assert whole == lines
    assert [r["id"] for r in cells] == [r["id"] for r in whole]


def test_search_narrows_and_says_what_it_left_out(archive):
    found = ask("search", archive, "--speaker", "vael", "--since", "2024-01-01", "-f", "json")
    assert found.exit_code == 0
    assert all("Vael" in row["speaker"] for row in json.loads(found.stdout))
    wide = ask("search", archive, "tunnel", "--since", "2024-05-14")
    assert "more may belong" in wide.stderr
    assert ask("search", archive, "tunnel", "--since", "May").exit_code == 2
    assert ask("search", archive, "--speaker", "nobody").exit_code == 1


def test_people_are_those_who_say_most_first(archive):
    rows = json.loads(ask("people", archive, "-f", "json").stdout)
    assert [r["statements"] for r in rows] == sorted((r["statements"] for r in rows), reverse=True)
    assert "Tobin Vael" in ask("people", archive, "vael").output
    assert ask("people", archive, "Nobody").exit_code == 1


def test_an_address_is_told_what_to_do_with_it(tmp_path):
    done = ask("read", "https://post.example/today", "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "save the page" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_mistyped_command_is_put_right():
    assert "Did you mean 'search'" in ask("serach").output


def test_what_is_shown_is_there_for_programs_too(archive):
    stories = json.loads(ask("show", archive, "-f", "json").stdout)
    assert [s["title"] for s in stories]
    of_story = json.loads(ask("show", archive, "--story", stories[0]["id"], "-f", "json").stdout)
    assert {row["article_id"] for row in of_story} <= set(stories[0]["article_ids"])
    vael = [
        json.loads(line)
        for line in ask("show", archive, "--speaker", "vael", "-f", "jsonl").stdout.splitlines()
    ]
    assert vael
    assert all("Vael" in row["speaker"] for row in vael)
    assert ask("show", archive, "--article", "nowhere.txt", "-f", "csv").exit_code == 1


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv"])
def test_as_many_rows_are_shown_as_are_asked_for_and_without_a_number_all(archive, kind):
    vael = ["show", archive, "--speaker", "vael", "-f", kind]
    cut = ask(*vael, "--limit", "1").stdout
    assert len(ask(*vael).stdout) > len(cut) > 0
    assert len(json.loads(ask("show", archive, "-f", "json", "--limit", "1").stdout)) == 1


def test_two_articles_are_compared_by_any_name_that_means_one(archive):
    story = max(json.loads(ask("show", archive, "-f", "json").stdout), key=lambda s: len(s["article_ids"]))
    a, b = story["article_ids"][:2]
    rows = json.loads(ask("compare", archive, a, b, "-f", "json").stdout)
    told = ask("compare", archive, a, b)
    assert told.exit_code == 0
    assert "of the shorter text" in told.stdout
    assert all(row["speaker"] in told.stdout for row in rows)
    unknown = ask("compare", archive, a, "no such article")
    assert unknown.exit_code == 1
    assert "no article is called 'no such article'" in unknown.stderr


def test_a_search_is_narrowed_by_stance_and_publication(archive):
    denied = json.loads(ask("search", archive, "--stance", "deny", "-f", "json").stdout or "[]")
    assert all(row["stance"] == "deny" for row in denied)
    assert "not one of assert" in ask("search", archive, "--stance", "shout").stderr
    assert ask("search", archive, "tunnel", "--published-since", "2099-01-01").exit_code == 1


def test_shells_are_told_what_completes_a_command(monkeypatch):
    monkeypatch.setattr("shellingham.detect_shell", lambda *_: ("bash", "/bin/bash"))  # make's is another
    assert "_ONRECORD_COMPLETE" in ask("--show-completion", "bash").stdout


def test_a_search_that_is_narrowed_tells_nothing_of_what_it_did_not_look_at(archive):
    assert "no statement or article contains 'zyzzyva'" in ask("search", archive, "zyzzyva").stderr
    narrowed = ask("search", archive, "tunnel", "--speaker", "nobody").stderr
    assert narrowed.strip() == "no statement is like that"


def test_the_paths_of_an_export_are_printed_as_they_are(archive, tmp_path):
    folder = tmp_path / "of [red] June"
    printed = ask("export", archive, "--format", "bibtex", "--out", folder).stdout
    assert printed.strip() == str(folder / "articles.bib")
