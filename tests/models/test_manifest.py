"""Every packaged model file is checked against one manifest; what is missing or altered is named and ends a run."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from onrecord.errors import FatalError, ModelError
from onrecord.models.manifest import COMPARING, LINES, NAME, PACKAGED, RELATING, SUMS, TAGGING, Weights
from onrecord.models.runtime import session
from onrecord.models.tagger import OnnxModel

CONTENT = b"not much of a network"


@pytest.fixture
def weights(tmp_path):
    """A folder with one listed file."""
    (tmp_path / "small.onnx").write_bytes(CONTENT)
    listed = {"small.onnx": {"sha256": hashlib.sha256(CONTENT).hexdigest(), "bytes": len(CONTENT)}}
    (tmp_path / NAME).write_text(json.dumps({"files": listed}))
    return Weights(tmp_path)


def test_the_package_lists_all_its_files_and_each_is_whole():
    kept = {p.name: p for p in Path(str(PACKAGED.folder)).iterdir()} | {}
    listed = json.loads(kept.pop(NAME).read_text())["files"]
    assert listed.keys() == kept.keys() == {*LINES, *TAGGING, *COMPARING, *RELATING, *SUMS}
    for name, entry in listed.items():
        assert len(PACKAGED.read(name)) == entry["bytes"] < 50_000_000
        assert PACKAGED.hashes([name]) == {name: entry["sha256"]}


def test_nothing_else_below_the_package_is_a_model():
    package = Path(str(PACKAGED.folder)).parents[1]
    kinds = {".onnx", ".npz", ".npy", ".pt", ".safetensors", ".bin", ".pickle"}
    assert {p.parent for p in package.rglob("*") if p.suffix in kinds} == {Path(str(PACKAGED.folder))}


def test_a_whole_file_is_read(weights):
    assert weights.read("small.onnx") == CONTENT


@pytest.mark.parametrize("content", [b"", CONTENT[:-1], CONTENT + b" ", b"\0" + CONTENT[1:]])
def test_an_altered_file_is_named_and_refused(weights, content):
    (weights.folder / "small.onnx").write_bytes(content)
    with pytest.raises(ModelError, match=r"small\.onnx is not the file .*: reinstall the package$"):
        weights.read("small.onnx")


def test_a_missing_file_is_named_and_refused(weights):
    (weights.folder / "small.onnx").unlink()
    with pytest.raises(ModelError, match=r"small\.onnx cannot be read .*: reinstall the package$"):
        weights.read("small.onnx")


def test_a_file_that_is_not_listed_is_refused(weights):
    (weights.folder / "other.onnx").write_bytes(CONTENT)
    with pytest.raises(ModelError, match=r"does not list other\.onnx"):
        weights.read("other.onnx")


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"files": 3}', b'{"files": {"a": 1}}', b"\xff"]
)
def test_a_damaged_manifest_is_named(weights, content):
    (weights.folder / NAME).unlink()
    if content is not None:
        (weights.folder / NAME).write_bytes(content)
    with pytest.raises(ModelError, match=r"manifest\.json is damaged"):
        weights.read("small.onnx")


def test_what_is_no_model_is_refused():
    with pytest.raises(ModelError, match="cannot be loaded"):
        session(b"not a model")


@pytest.mark.parametrize("name", TAGGING)
def test_the_tagger_loads_no_altered_file(tmp_path, name):
    for kept in (*TAGGING, NAME):
        shutil.copyfile(str(PACKAGED.folder / kept), tmp_path / kept)
    with (tmp_path / name).open("ab") as stream:
        stream.write(b"\n")
    with pytest.raises(FatalError, match=name):
        OnnxModel(Weights(tmp_path))


@pytest.mark.parametrize("name", COMPARING)
def test_comparing_loads_no_altered_file(tmp_path, monkeypatch, name):
    from onrecord.models import crossencoder, pieces, trees, vectors
    from onrecord.utterances import scoring

    shutil.copyfile(str(PACKAGED.folder / NAME), tmp_path / NAME)
    for kept in COMPARING:
        shutil.copyfile(str(PACKAGED.folder / kept), tmp_path / kept)
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-1] + b"\0")
    for module in (crossencoder, pieces, trees, vectors):
        monkeypatch.setattr(module, "PACKAGED", Weights(tmp_path))

    monkeypatch.setattr(pieces, "table", pieces.table.__wrapped__)

    def load_all():
        for load in (scoring._loaded, crossencoder.packaged, vectors.packaged):
            load.__wrapped__()

    with pytest.raises(FatalError, match=name):
        load_all()
