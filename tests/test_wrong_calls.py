"""What is called wrongly is answered by a sentence that says what to do, and changes nothing."""

from __future__ import annotations

import inspect
import re

import pytest
from typer.testing import CliRunner

import onrecord
from onrecord.cli import app
from onrecord.errors import ArchiveError
from onrecord.records import Correction, Filter


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("wrong") / "onrecord.db"
    onrecord.open(file, create=True).close()
    return file


@pytest.mark.parametrize(
    ("call", "error", "told"),
    [
        (lambda a: a.statements(stance="angry"), ValueError, "not one of assert"),
        (lambda a: a.find(Filter(kind="loud")), ValueError, "not one of direct"),
        (lambda a: a.statements(since="yesterday"), ValueError, "write it as"),
        (
            lambda a: a.statements(since="2031-05", until="2031-04-30"),
            ValueError,
            "2031-05 is after 2031-04-30",
        ),
        (
            lambda a: a.find(Filter(published_since="2031", published_until="2030")),
            ValueError,
            "2031 is after",
        ),
        (
            lambda a: a.table("statements", Filter(said_since="2031", said_until="2030")),
            ValueError,
            "no day is",
        ),
        (lambda a: a.find(Filter(), limit=0), ValueError, "from 1 to"),
        (lambda a: a.table("statment"), KeyError, "the tables are articles"),
        (lambda a: a.read([], columns={"klartext": "txet"}), ValueError, "the parts are text"),
        (lambda a: a.read([], jobs=0), ValueError, "at least one process"),
        (lambda a: a.utterances("nope"), ArchiveError, "no story has the id nope"),
        (lambda a: a.revisions("nope"), ArchiveError, "no story has the id nope"),
        (lambda a: a.correct(Correction("explode")), ValueError, "not one of merge"),
        (lambda a: a.correct(Correction("merge")), ValueError, "neither a name nor a place"),
        (lambda a: a.story("nope"), ArchiveError, "no story has the id nope"),
        (lambda a: a.without("nope"), ArchiveError, "no origin has the id nope"),
    ],
)
def test_an_archive_says_what_is_wrong_with_a_question(path, call, error, told):
    with onrecord.open(path) as archive, pytest.raises(error, match=told):
        call(archive)


def test_an_empty_file_is_no_archive_and_stays_empty(tmp_path):
    file = tmp_path / "notes.txt"
    file.touch()
    with pytest.raises(ArchiveError, match="no archive;"):
        onrecord.open(file)
    assert "no archive at" in CliRunner().invoke(app, ["show", str(file)]).stderr
    assert not file.stat().st_size


def test_where_no_archive_can_be_made_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="no archive can be made there"):
        onrecord.open(tmp_path / "file" / "onrecord.db", create=True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["search", "ARCHIVE", "--since", "2024", "--until", "2020"], "2024 is after 2020"),
        (
            ["serve", "ARCHIVE-mistyped"],
            r"no archive at ARCHIVE-mistyped/onrecord\.db; .*serve ARCHIVE-mistyped --create",
        ),
        (["search", "ARCHIVE", "--stance", "angry"], "not one of assert"),
        (["show", "[/]"], r"no archive at \[/\]; make one with: .* --out \[/\]"),
        (["show", "ARCHIVE", "--limit", "99999999999999999999"], "less than or equal to 1000000|x<=1000000"),
        (["people", "ARCHIVE", "--limit", "0"], "greater than or equal to 1|1<=x"),
        (["correct", "import", "ARCHIVE", "nowhere.csv"], "nowhere.csv cannot be read: No such file"),
        (["read", "x.txt", "--out", "FILE"], "it is a file, and a folder is wanted"),
    ],
)
def test_a_command_says_what_is_wrong_with_it(path, tmp_path, words, told):
    (tmp_path / "file").touch()
    known = {"ARCHIVE": str(path), "FILE": str(tmp_path / "file")}
    found = CliRunner().invoke(app, [known.get(word, word) for word in words])
    assert found.exit_code == 2
    assert re.search(told, found.stderr)


def test_serving_what_is_not_there_makes_nothing(tmp_path):
    for told in (tmp_path / "away", tmp_path / "away" / "other.db"):
        assert CliRunner().invoke(app, ["serve", str(told)]).exit_code == 2
    assert not list(tmp_path.iterdir())


def test_what_is_printed_says_what_it_is(path):
    assert "Archive" in dir(onrecord)
    with onrecord.open(path) as archive:
        assert repr(archive) == f"Archive({str(path)!r})"
        assert repr(archive.table("stories")).startswith("<stories: 0 rows of id, ")
    assert repr(Filter(outlet="Vantry Courier", confidence=0.5)) == (
        "Filter(outlet='Vantry Courier', confidence=0.5)"
    )


def test_each_question_is_answered_by_its_help_alone():
    told = {
        name: inspect.getdoc(getattr(onrecord.Archive, name)) or ""
        for name in dir(onrecord.Archive)
        if not name.startswith("_")
    }
    assert not [n for n, doc in told.items() if not doc or re.search(r"\bas above\b|\b[Tt]he same of\b", doc)]


def test_news_of_a_watch_that_is_none_are_not_said_to_be_none_so_far(path):
    for more in ([], ["--atom"]):
        found = CliRunner().invoke(app, ["watch", "news", str(path), "--watch", "watch-nope", *more])
        assert (found.exit_code, found.stdout) == (1, "")
        assert "no watch has the id watch-nope" in found.stderr
    assert "nothing new so far" in CliRunner().invoke(app, ["watch", "news", str(path)]).stderr


@pytest.mark.parametrize("name", ["onrecord.db", "desk.sqlite"])
def test_an_archive_is_served_whatever_its_file_is_called(path, tmp_path, monkeypatch, name):
    from onrecord.web import server

    served = []
    monkeypatch.setattr(server, "run", lambda file, **_: served.append(file))
    file = tmp_path / "desk.db" / name
    file.parent.mkdir()
    file.write_bytes(path.read_bytes())
    for asked in (file, file.parent) if name == "onrecord.db" else (file,):
        assert CliRunner().invoke(app, ["serve", str(asked)]).exit_code == 0
    assert set(served) == {file}
