"""A stage that runs again alone makes what reading anew would make, and leaves alone what does not rest on it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from training.rules import RuleTagger
from typer.testing import CliRunner

from onrecord import pipeline, stages
from onrecord.archive import Archive
from onrecord.cli.application import app
from onrecord.errors import FatalError
from onrecord.records import Correction
from onrecord.rerunning import STAGES, rerun

ROWS = (
    (
        "Harbour Post",
        "2031-03-05",
        "The sluice of Tarn",
        'The minister of water, Osten Brill, said on Tuesday that the sluice of Tarn would open. "It will open in May," Brill said.',
    ),
    (
        "Coastal Wire",
        "2031-03-05",
        "The sluice of Tarn",
        'The sluice of Tarn will open, the minister Osten Brill said on Tuesday. "It will open in May," Brill told reporters.',
    ),
    (
        "Northern Gazette",
        "2029-10-11",
        "Frost",
        'Frost took the pears, the grower Mira Tal said on Thursday. "Nobody remembers such a spring," Tal said.',
    ),
)


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [{"outlet": o, "date": d, "title": t, "text": x} for o, d, t, x in ROWS]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    with Archive(tmp_path / "onrecord.db") as opened:
        opened.read([path], tagger=RuleTagger())
        yield opened


def everything(archive):
    return replace(archive.corpus(), run={})


@pytest.mark.slow
@pytest.mark.parametrize(
    "stage", ["statements", "coreference", "dates", "stories", "identity", "utterances", "findings"]
)
def test_unchanged_code_makes_the_same_records(archive, stage):
    before = everything(archive)
    assert before.utterances
    found = rerun(archive, stage, tagger=RuleTagger())
    assert (found.changed, found.skipped) == (0, ())
    assert everything(archive) == before


def test_only_what_rests_on_a_stage_is_made_again(archive):
    found = rerun(archive, "positions")
    assert {"positions", "findings"} <= found.seconds.keys()
    assert not {"utterances", "origins", "relations", "statements"} & found.seconds.keys()


def test_what_other_code_makes_takes_the_place_of_what_was(archive, monkeypatch):
    own = pipeline.silences.count
    assert len(archive.silences()) == 2
    monkeypatch.setattr(pipeline.silences, "count", lambda *given: list(own(*given))[:1])
    rerun(archive, "silences")
    assert len(archive.silences()) == 1


def test_articles_keep_the_outlet_and_the_day_that_users_gave(archive):
    first = min(item.article.id for item in archive.articles())
    archive.correct(
        Correction("mark", about="outlet", articles=(first,), verdict="wrong", value="The Tarn Herald"),
        Correction("mark", about="date", articles=(first,), verdict="wrong", value="2031-03-09"),
    )
    before = everything(archive)
    assert rerun(archive, "dates", tagger=RuleTagger()).changed == 0
    assert everything(archive) == before
    own = stages.placing
    with pytest.MonkeyPatch.context() as changed:  # other code places articles: each is written anew
        changed.setattr(stages, "placing", lambda: own() + "+")
        assert rerun(archive, "dates", tagger=RuleTagger()).changed == 3
    assert everything(archive) == before


def test_a_stage_that_needs_the_files_is_refused(archive):
    with pytest.raises(FatalError, match="no stage 'articles' can run alone"):
        rerun(archive, "articles")


def test_every_stage_but_those_of_files_can_run_alone():
    assert ("sources", "articles", *STAGES) == tuple(stage.name for stage in stages.STAGES)


def test_the_command_tells_what_it_did(archive):
    archive.close()
    done = CliRunner().invoke(app, ["rerun", str(archive.path), "--stage", "findings"])
    assert done.exit_code == 0, done.output
    assert "findings made again" in done.output
    assert CliRunner().invoke(app, ["rerun", str(archive.path), "--stage", "nonsense"]).exit_code == 2
