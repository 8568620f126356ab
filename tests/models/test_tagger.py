"""The exported graph computes what was trained, and the packaged one says what that was."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from onrecord.models.encoding import Window
from onrecord.models.manifest import PACKAGED
from onrecord.models.runtime import session
from onrecord.models.tagger import OnnxModel

# A graph of two small layers with random weights, and what PyTorch computed for it (training/reference.py).
REFERENCE = Path(__file__).parent / "data"


def test_the_packaged_tagger_says_where_it_comes_from_and_what_it_reaches():
    kept = json.loads(PACKAGED.read("tagger.json"))
    assert kept["trained"]["commit"]
    assert kept["metrics"]["dev"]["content_tokens"] > 0


def test_the_exported_graph_computes_what_was_trained():
    stored = np.load(REFERENCE / "reference.npz")
    network = session((REFERENCE / "reference.onnx").read_bytes())
    tags, links = network.run(None, {"ids": stored["ids"], "features": stored["features"]})
    assert np.abs(tags - stored["tags"]).max() < 1e-4
    assert np.abs(links - stored["links"]).max() < 1e-4


def test_one_window_gives_one_row_of_scores_per_piece():
    model = OnnxModel()
    ids = np.array([model.encoder.cls, 1996, 3417, 2056, model.encoder.sep], np.int64)
    none = np.zeros_like(ids)
    window = Window(ids, none, none - 1, none - 1, np.arange(1, 5), none)
    tags, links, bearings, spoken = model.forward(window)
    assert tags.shape == (5, model.decoder.roles + 1 + 2 * len(model.decoder.names))
    assert links.shape == (5, 2 * (2 * model.decoder.pointer + 1))
    assert bearings.shape[0] == 5
    assert spoken is not None
    assert spoken.shape == (5, 1)
