"""The tables keep their contract: field names, order, whole files or none."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from onrecord.records import Place
from onrecord.reports import TABLES, write_run, write_tables
from onrecord.reports.files import json_bytes, replacing, write_lines, write_text

# What readers of the folder rely on; rows may have more fields, never fewer.
CONTRACT = {
    "articles": "id given_id path item sha256 outlet title url byline dateline credit language published_at "
    "published_earliest published_latest published_basis text text_map",
    "timexes": "article_id start end type value edtf earliest latest",
    "statements": "id article_id kind mode source cue content speaker_id speaker stance said_on addressee venue "
    "parent_id confidence",
    "speakers": "id name type variants offices mentions",
    "stories": "id title article_ids first_published last_published storyline_id reasons",
    "utterances": "id story_id speaker_id said_on renderings",
    "origins": "id kind level article_ids evidence",
    "timeline": "id story_id storyline_id clock date earliest latest article_id start end",
    "chronicle": "id story_id storyline_id clock date earliest latest article_id start end entry_ids clashes",
    "relations": "id kind what a b note probability shown",
    "conflicts": "id kind a b note explained_by_time probability shown",
    "positions": "speaker_id topic entries shifts",
    "revisions": "id story_id name earlier_id later_id ordered trivial changes correction",
    "silences": "id story_id article_id carried absent early unknown",
    "facts": "id story_id kind record_id support words places",
    "findings": "id story_id kind record_ids statement_ids places",
    "standing": "id story_id origin_id name fallen utterances dates numbers",
}


def _rows(folder, table):
    lines = (folder / f"{table}.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


@pytest.fixture(scope="module")
def folder(tunnel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_tables(tunnel, folder)
    return folder


@pytest.mark.parametrize("table", CONTRACT)
def test_every_row_has_the_fields_of_the_contract(folder, table):
    rows = _rows(folder, table)
    assert rows
    for row in rows:
        assert CONTRACT[table].split() == [f for f in row if f in CONTRACT[table].split()] or set(
            CONTRACT[table].split()
        ) <= set(row)


def test_the_contract_names_every_table(folder):
    assert set(TABLES) == set(CONTRACT)
    assert {p.name for p in folder.iterdir()} == {f"{t}.jsonl" for t in TABLES} | {"run.json"}


def test_nested_fields_are_those_of_the_contract(folder):
    rendering = _rows(folder, "utterances")[0]["renderings"][0]
    assert {"statement_id", "article_id", "content", "label", "dropped_qualifier"} <= set(rendering)
    assert set(rendering["content"][0]) == {"start", "end"}
    position = _rows(folder, "positions")[0]
    assert {"statement_id", "said_on", "level"} <= set(position["entries"][0])
    assert {"from", "to", "rivals"} == set(position["shifts"][0])
    assert {"article_id", "start", "end", "note"} == set(_rows(folder, "origins")[0]["evidence"][0])
    assert {"article_id", "start", "end"} == set(_rows(folder, "conflicts")[0]["a"])


def test_spans_read_back_the_words(folder):
    texts = {row["id"]: row["text"] for row in _rows(folder, "articles")}
    for row in _rows(folder, "statements"):
        for span in row["source"]:
            found = texts[row["article_id"]][span["start"] : span["end"]]
            assert found == row["source_text"]


def test_statements_dates_and_conflicts_can_be_read_without_the_other_tables(folder):
    articles = {row["id"]: row for row in _rows(folder, "articles")}
    for row in _rows(folder, "statements"):
        article = articles[row["article_id"]]
        assert row["words"] == " … ".join(article["text"][s["start"] : s["end"]] for s in row["content"])
        for field in ("outlet", "title", "published_at", "url"):
            assert row[field] == article[field]
    for row in [*_rows(folder, "timeline"), *_rows(folder, "chronicle")]:
        assert row["words"] == articles[row["article_id"]]["text"][row["start"] : row["end"]]
    for row in _rows(folder, "conflicts"):
        for side in ("a", "b"):
            article = articles[row[side]["article_id"]]
            assert row[f"{side}_words"] == article["text"][row[side]["start"] : row[side]["end"]]
            assert row[f"{side}_outlet"] == article["outlet"]


def test_a_row_whose_article_is_unknown_is_kept_without_words(tunnel, tmp_path):
    write_tables(replace(tunnel, articles=()), tmp_path)
    assert {row["words"] for row in _rows(tmp_path, "timeline")} == {""}
    assert {row["b_words"] for row in _rows(tmp_path, "conflicts")} == {""}


def test_the_same_records_in_another_order_give_the_same_bytes(tunnel, tmp_path):
    turned = replace(
        tunnel,
        articles=tunnel.articles[::-1],
        speakers=tunnel.speakers[::-1],
        stories=tunnel.stories[::-1],
        utterances=tunnel.utterances[::-1],
        origins=tunnel.origins[::-1],
        timeline=tunnel.timeline[::-1],
    )
    write_tables(tunnel, tmp_path / "a")
    write_tables(turned, tmp_path / "b")
    for name in TABLES:
        assert (tmp_path / "a" / f"{name}.jsonl").read_bytes() == (
            tmp_path / "b" / f"{name}.jsonl"
        ).read_bytes()


def test_an_empty_corpus_gives_empty_tables(empty, tmp_path):
    write_tables(empty, tmp_path)
    assert all((tmp_path / f"{name}.jsonl").read_bytes() == b"" for name in TABLES)


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path):
    path = write_lines(tmp_path / "rows", [b"a"])

    def failing():
        yield b"b"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_lines(path, failing())
    assert path.read_text() == "a\n"
    assert list(tmp_path.iterdir()) == [path]


def test_lone_surrogates_survive_json_and_do_not_break_text(tmp_path):
    assert json.loads(json_bytes({"text": "a\ud800b"}))["text"] == "a\ud800b"
    assert write_text(tmp_path / "t", "a\ud800b").read_text("utf-8") == "a\ufffdb"


def test_a_new_file_has_the_usual_permissions(tmp_path):
    usual = tmp_path / "usual"
    usual.touch()
    with replacing(tmp_path / "ours") as stream:
        stream.write(b"x")
    assert (tmp_path / "ours").stat().st_mode == usual.stat().st_mode


def test_a_run_is_written_as_it_is(tmp_path):
    write_run({"version": "1", "paths": ("a", "b"), "seen": {Place("x", 0, 1).article_id}}, tmp_path)
    assert json.loads((tmp_path / "run.json").read_text()) == {
        "version": "1",
        "paths": ["a", "b"],
        "seen": ["x"],
    }
