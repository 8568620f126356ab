"""The packaged tagger, restored and exported anew, reads what it read."""

from __future__ import annotations

import json

import numpy as np
import pytest

pytest.importorskip("onnx", reason="only training needs it")

from training.export import build, layers_of, levelled, windows
from training.graphs import Full, Graph
from training.restore import restored

from onrecord.models.encoding import Encoder
from onrecord.models.manifest import PACKAGED
from onrecord.models.runtime import session

TEXT = "The pier stays shut, Ilka Venn said on Monday.\n“Nothing will be built,” she told reporters in Karst."


def test_restored_and_exported_it_reads_the_same():
    packaged = PACKAGED.read("tagger.onnx")
    state = restored(packaged, json.loads(PACKAGED.read("tagger.json"))["decoder"])
    read = list(windows(TEXT, Encoder(PACKAGED.pieces()), 320))
    sizes = {"heads": 12, "window": 320}
    level = build(Graph(), state, levelled(state, read, **sizes), **sizes)
    full = build(Full(), state, layers_of(state), **sizes)
    tags = [
        session(model).run(["tags"], {"ids": read[0].ids[None], "features": read[0].features[None]})[0]
        for model in (packaged, level, full)
    ]
    assert [t.shape for t in tags] == [tags[0].shape] * 3
    labels = [t[0, :, :7].argmax(-1) for t in tags]
    assert all((label == labels[2]).mean() > 0.9 for label in labels)
    assert np.abs(tags[1] - tags[2]).mean() < np.abs(tags[0] - tags[2]).mean()
