"""A lake that somebody hands on, or a disk damaged: refused in a sentence; nothing else is read or removed."""

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import types

import pytest

from onrecord.engines import Cluster, Duck, Here
from onrecord.errors import ArchiveError
from onrecord.lake import bring, make, parse

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytest.importorskip("duckdb")
EVERY = parse("outlet != Nobody")


@pytest.fixture(scope="module")
def whole(three_articles, tmp_path_factory):
    """A lake of three invented articles."""
    home = tmp_path_factory.mktemp("whole") / "lake"
    make([three_articles], home, Here())
    return home


@pytest.fixture
def lake(tmp_path, whole):
    """The same, to be damaged."""
    return shutil.copytree(whole, tmp_path / "lake")


def manifest_with(lake, **parts):
    """Change parts of the manifest."""
    file = lake / "lake.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | parts), "utf-8")


def shard_of(lake):
    """The file with the articles as each is alone."""
    return next(file for file in (lake / "_read").glob("*.parquet") if ".raw." not in file.name)


def test_a_lake_gives_its_articles(lake):
    assert len(list(bring(lake, EVERY))) == 3


@pytest.mark.parametrize("told", ["[" * 100_000, "[]", "1", "{", '{"version": 1}', '[["version", 1]]'])
def test_a_manifest_that_is_none_is_refused(lake, told):
    (lake / "lake.json").write_text(told, "utf-8")
    with pytest.raises(ArchiveError, match="lake"):
        list(bring(lake, EVERY))


@pytest.mark.parametrize(
    "parts",
    [
        {"shards": ["*"]},
        {"shards": ["/etc/passwd"]},
        {"shards": ["../_read/0123456789abcdef"]},
        {"shards": [1]},
        {"shards": None},
        {"files": ["articles/../../elsewhere/part-a.parquet"]},
        {"files": ["articles/month=2031-03/part-*.parquet"]},
        {"files": ["https://a.example/part-a.parquet"]},
        {"files": [{}]},
    ],
)
def test_a_manifest_names_nothing_outside_its_lake(lake, parts):
    manifest_with(lake, **parts)
    with pytest.raises(ArchiveError, match="names what no lake holds"):
        list(bring(lake, EVERY))


@pytest.mark.parametrize("parts", [{"shards": []}, {"shards": ["0123456789abcdef"]}, {"files": []}])
def test_files_that_are_missing_are_told(lake, parts):
    manifest_with(lake, **parts)
    with pytest.raises(ArchiveError, match="missing or damaged"):
        list(bring(lake, EVERY))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("which", ["articles/*/*.parquet", "_read/*.parquet", "_read/*.raw.parquet"])
def test_bytes_that_a_disk_changed_end_in_one_sentence_or_not_at_all(lake, which, seed):
    dice = random.Random(seed)  # noqa: S311 - no secret
    file = min(lake.glob(which))
    data = bytearray(file.read_bytes())
    for _ in range(20):
        data[dice.randrange(len(data))] = dice.randrange(256)
    file.write_bytes(data)
    try:
        found = list(bring(lake, EVERY))
    except ArchiveError as error:
        found = str(error).splitlines()
    assert len(found) in (1, 3)


@pytest.mark.parametrize(
    ("column", "value"),
    [("record", None), ("record", b"no"), ("keys", None), ("keys", b"no"), ("raw_text", None),
     ("raw_text", b"\xff\xfe"), ("id", None)],
)  # fmt: skip
def test_values_that_are_none_are_told(lake, column, value):
    file = shard_of(lake)
    table = pq.ParquetFile(file).read()
    at = table.schema.get_field_index(column)
    field = table.schema.field(at)
    pq.write_table(table.set_column(at, field, pa.array([value] * len(table), field.type)), file)
    try:
        told = str(list(bring(lake, EVERY)))
    except ArchiveError as error:
        told = str(error)
    assert "damaged" in told or (told, column) == ("[]", "id")  # without an id it is not found


def test_a_table_of_other_columns_is_refused(lake):
    pq.write_table(pa.table({"id": ["a"]}), shard_of(lake))
    with pytest.raises(ArchiveError, match="missing or damaged"):
        list(bring(lake, EVERY))


def test_making_a_lake_again_removes_nothing_behind_a_link(tmp_path, lake, three_articles):
    elsewhere = tmp_path / "elsewhere"
    shutil.move(lake / "positions", elsewhere)
    (elsewhere / "mine.parquet").write_bytes(b"kept")
    (lake / "positions").symlink_to(elsewhere)
    make([three_articles], lake, Here())
    assert (elsewhere / "mine.parquet").read_bytes() == b"kept"


def test_the_engine_fetches_nothing_and_its_settings_stay(tmp_path):
    with Duck(tmp_path) as duck:
        with pytest.raises(ArchiveError, match="httpfs"):
            list(duck.ask("SELECT * FROM read_parquet('https://127.0.0.1:9/a.parquet')"))
        with pytest.raises(ArchiveError, match="locked"):
            duck.run("SET autoload_known_extensions = true")
        told = dict(duck.ask("SELECT name, value FROM duckdb_settings() WHERE value = 'false'"))
        assert told.keys() >= {
            "autoload_known_extensions",
            "autoinstall_known_extensions",
            "allow_community_extensions",
            "allow_persistent_secrets",
        }


def test_a_condition_in_halves_of_characters_is_refused():
    with pytest.raises(ValueError, match="whole characters"):
        parse("speaker = \udcff")


def test_a_cluster_of_its_own_is_asked_with_a_token_alone(monkeypatch):
    met = {}
    fake = types.SimpleNamespace(
        init=lambda *_, **__: met.update({n: v for n, v in os.environ.items() if n.startswith("RAY_AUTH")}),
        remote=lambda **_: lambda work: work,
        shutdown=lambda: None,
    )
    monkeypatch.setitem(sys.modules, "ray", fake)
    for name in ("RAY_AUTH_MODE", "RAY_AUTH_TOKEN"):
        monkeypatch.setenv(name, "")  # so that it is taken back behind the test
        monkeypatch.delenv(name)
    with Cluster():
        assert met["RAY_AUTH_MODE"] == "token"
        assert len(met["RAY_AUTH_TOKEN"]) == 64
    with Cluster():
        assert met == {name: os.environ[name] for name in met}
