"""A stage's digest changes with its code and data and with nothing else; what is read again is made anew from there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

import onrecord
from onrecord import origins, relations, stages, timelines, utterances
from onrecord.models.manifest import NAME, PACKAGED, Weights

grimp = pytest.importorskip("grimp", reason="it comes with import-linter")

SOURCE = Path(onrecord.__file__).parent


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A copy of the package, to be left as it is."""
    home = tmp_path_factory.mktemp("whole") / "onrecord"
    left_out = shutil.ignore_patterns("*.onnx", "vocab.txt.xz", "__pycache__")
    return shutil.copytree(SOURCE, home, ignore=left_out)


@pytest.fixture
def copied(whole, tmp_path, monkeypatch):
    """A copy of the package that the digests are made of; ``edited`` gives those that an edit changes."""
    home = shutil.copytree(whole, tmp_path / "onrecord", copy_function=os.link)
    monkeypatch.setattr(stages, "files", lambda _: home)

    def fresh(function):
        forget()
        return {stage.name: function(stage.name) for stage in stages.STAGES}

    def edited(path, content, function=stages.digest):
        before = fresh(function)
        (home / path).parent.mkdir(exist_ok=True, parents=True)
        (home / path).unlink(missing_ok=True)  # it is the whole's
        (home / path).write_bytes(content)
        after = fresh(function)
        return {name for name in before if before[name] != after[name]}

    yield edited
    monkeypatch.undo()
    forget()


def forget():
    for cached in (stages.digest, stages.chain, stages._content, stages._parts):
        cached.cache_clear()


EVERY = {stage.name for stage in stages.STAGES}


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("relations/finding.py", {"relations"}),
        ("timelines/merging.py", {"timelines", "timelines.chronicle"}),
        ("names/new.py", {"articles", "statements", "coreference", "identity", "utterances"}),
        ("models/trees.py", {"articles", "statements", "utterances", "relations"}),
        ("languages/english/new/words.tsv", EVERY - {"conflicts", "silences", "findings"}),
        ("pipeline.py", EVERY),
        ("reports/tables.py", set()),
        ("relations/__pycache__/finding.pyc", set()),
        ("models/weights/notes.txt", set()),
    ],
)
def test_an_edit_changes_the_stages_whose_code_it_is(copied, path, changed):
    assert copied(path, b"# edited\n") >= changed
    if changed != EVERY:
        assert copied(path, b"# edited once more\n") == changed


def test_a_change_reaches_what_rests_on_the_stage_and_no_more(copied):
    edit = b"# edited\n"
    assert copied("utterances/points.py", edit, stages.chain) == {
        "utterances", "origins", "relations", "conflicts", "silences", "positions", "timelines.chronicle",
        "standing", "findings",
    }  # fmt: skip
    assert copied("timelines/building.py", edit, stages.chain) == {
        "timelines", "timelines.chronicle", "standing", "findings",
    }  # fmt: skip


def test_lines_that_end_otherwise_are_the_same_code(copied):
    content = (SOURCE / "relations" / "finding.py").read_bytes()
    assert copied("relations/finding.py", content.replace(b"\n", b"\r\n")) == set()


def test_a_file_that_moves_is_another_state_of_the_code(copied):
    assert copied("relations/one.py", b"") == {"relations"}


def test_other_weights_change_the_stages_that_read_with_them(tmp_path, monkeypatch):
    listed = json.loads((PACKAGED.folder / NAME).read_text())
    listed["files"]["pairs-cross.onnx"]["sha256"] = "0" * 64
    (tmp_path / NAME).write_text(json.dumps(listed))
    before = stages.digests()
    monkeypatch.setattr(stages, "PACKAGED", Weights(tmp_path))
    forget()
    after = stages.digests()
    monkeypatch.undo()
    forget()
    assert {name for name in before if before[name] != after[name]} == {"utterances"}


@pytest.fixture(scope="module")
def graph():
    """The true graph of imports."""
    return grimp.build_graph("onrecord", cache_dir=None)


@pytest.mark.parametrize("package", sorted({stage.package for stage in stages.STAGES}))
def test_the_code_of_a_stage_is_what_it_imports(graph, package):
    """The quick look at import lines finds what a true graph of imports finds."""
    above = graph.find_upstream_modules(f"onrecord.{package}", as_package=True)
    assert stages.code(package) == {module.split(".")[1] for module in above if "." in module} | {package}


def test_every_record_of_a_reading_says_who_made_it(folder, tmp_path):
    with onrecord.open(tmp_path / "a.db", create=True) as archive:
        archive.read([folder])
        corpus, run = archive.corpus(), archive.last_run()
    assert run["stages"] == stages.digests()
    made = {
        "articles": [item.article for item in corpus.articles],
        "dates": [t for item in corpus.articles for t in item.timexes],
        "statements": [s for item in corpus.articles for s in item.statements],
        "coreference": [c for item in corpus.articles for c in item.speakers],
        "stories": corpus.stories,
        "identity": corpus.speakers,
        "utterances": corpus.utterances,
        "origins": corpus.origins,
        "timelines": corpus.timeline,
        "timelines.chronicle": corpus.chronicle,
    }
    for name, records in made.items():
        assert records, name
        assert {r.producer.split(" ")[0] for r in records} == {stages.producer(name)}
    assert all("statements.neural/" in s.producer for s in made["statements"])


@pytest.fixture
def reading(folder, tmp_path, monkeypatch):
    """Reads one folder again and again: the stages that compared something, given those that have changed."""
    called = []
    for name, module, function in (
        ("utterances", utterances, "align"),
        ("origins", origins, "trace"),
        ("relations", relations, "read"),
        ("timelines", timelines, "build"),
    ):
        made = getattr(module, function)
        monkeypatch.setattr(
            module,
            function,
            lambda *given, name=name, made=made, **named: (called.append(name), made(*given, **named))[1],
        )
    own = stages.digest.__wrapped__

    def read(*changed, paths=None):
        called.clear()
        stages.chain.cache_clear()
        monkeypatch.setattr(stages, "digest", lambda name: own(name) + ("+" if name in changed else ""))
        with onrecord.open(tmp_path / "a.db", create=True) as archive:
            archive.read(paths or [folder])
            return sorted(set(called)), archive.corpus()

    yield read
    monkeypatch.undo()
    forget()


def test_what_has_not_changed_is_not_made_again(reading):
    assert reading()[0] == ["origins", "relations", "timelines", "utterances"]
    assert reading()[0] == []


def test_what_is_read_again_is_made_anew_from_the_changed_stage_on(reading):
    _, before = reading()
    called, after = reading("relations")
    assert called == ["relations"]
    assert after.utterances == before.utterances
    assert reading("relations")[0] == []
    called, after = reading("relations", "utterances")
    assert called == ["origins", "relations", "utterances"]
    assert {u.producer.split(" ")[0] for u in after.utterances} == {stages.producer("utterances")}
    assert [u.id for u in after.utterances] == [u.id for u in before.utterances]


def test_a_stage_of_single_articles_or_of_grouping_makes_all_again(reading):
    _, before = reading()
    for changed in ("dates", "stories", "identity"):
        called, after = reading(changed)
        assert called == ["origins", "relations", "timelines", "utterances"], changed
        assert [s.id for s in after.stories] == [s.id for s in before.stories]
        assert [s.id for s in after.speakers] == [s.id for s in before.speakers]


def test_a_storyline_is_told_again_by_a_changed_stage(reading):
    reading()
    called, after = reading("timelines.chronicle")
    assert called == []
    assert {e.producer for e in after.chronicle} == {stages.producer("timelines.chronicle")}


def test_stories_that_are_not_read_again_stay_as_they_were_made(reading, tmp_path):
    _, before = reading()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "new.txt").write_text(
        "Published Time: 2029-01-02\nTitle: Bakers of Ostrel close their ovens\nText:\n"
        "The bakers of Ostrel close their ovens for a week, guild master Pia Dorn said on Monday.\n"
    )
    called, after = reading("relations", paths=[tmp_path / "other"])
    assert called == ["origins", "relations", "timelines", "utterances"]
    kept = {u.id: u.producer for u in after.utterances}
    assert all(kept[u.id] == u.producer for u in before.utterances)


def test_digests_are_made_once(monkeypatch):
    stages.digests()
    monkeypatch.setattr(stages, "_files", lambda *_: pytest.fail("read again"))
    assert stages.digests()
