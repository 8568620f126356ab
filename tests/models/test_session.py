"""Weights are checked against their manifest; the exported graph computes what was trained."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import ModelError
from onrecord.models.encoding import Window
from onrecord.models.runtime import session
from onrecord.models.session import FOLDER, OnnxModel, read_manifest

# A graph of two small layers with random weights, and what PyTorch computed for it (training/reference.py).
REFERENCE = Path(__file__).parent / "data"


def test_every_packaged_file_matches_its_hash():
    manifest = read_manifest()
    assert {"network", "vocabulary"} <= manifest["files"].keys()
    assert manifest["trained"]["commit"]
    assert manifest["metrics"]["dev"]["content_tokens"] > 0
    assert all((FOLDER / f["name"]).stat().st_size < 50_000_000 for f in manifest["files"].values())


def test_a_changed_file_is_refused(tmp_path):
    (tmp_path / "tagger.onnx").write_bytes(b"not what was trained")
    entry = {"network": {"name": "tagger.onnx", "sha256": "0" * 64}}
    (tmp_path / "manifest.json").write_text(json.dumps({"files": entry}))
    with pytest.raises(ModelError, match=r"tagger\.onnx"):
        OnnxModel(tmp_path)


@pytest.mark.parametrize(
    "content", [None, "{", '{"files": {"network": {"name": "gone", "sha256": ""}}}', "{}"]
)
def test_a_damaged_folder_is_a_model_error(tmp_path, content):
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(ModelError):
        read_manifest(tmp_path)


def _reference():
    return session((REFERENCE / "reference.onnx").read_bytes())


def test_the_exported_graph_computes_what_was_trained():
    stored = np.load(REFERENCE / "reference.npz")
    tags, links = _reference().run(None, {"ids": stored["ids"], "features": stored["features"]})
    real = stored["ids"] != 0
    assert np.abs(tags - stored["tags"])[real].max() < 1e-4
    assert np.abs(links - stored["links"])[real].max() < 1e-4


def test_padding_changes_nothing():
    stored = np.load(REFERENCE / "reference.npz")
    network = _reference()
    padded = network.run(None, {"ids": stored["ids"], "features": stored["features"]})
    size = int((stored["ids"][1] != 0).sum())
    alone = network.run(None, {"ids": stored["ids"][1:, :size], "features": stored["features"][1:, :size]})
    assert np.abs(padded[0][1, :size] - alone[0][0]).max() < 1e-4


def test_one_window_gives_one_row_of_scores_per_piece():
    model = OnnxModel()
    ids = np.array([model.encoder.cls, 1996, 3417, 2056, model.encoder.sep], np.int64)
    none = np.zeros_like(ids)
    window = Window(ids, none, none - 1, none - 1, np.arange(1, 5), none)
    tags, links = model.forward(window)
    assert tags.shape == (5, model.decoder.roles + 1 + 2 * len(model.decoder.names))
    assert links.shape == (5, 2 * (2 * model.decoder.pointer + 1))
