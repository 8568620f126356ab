"""A tiny random network, exported, with what PyTorch computes for it: the fixture of the parity test.

usage: python -m training.reference
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from onrecord.models.encoding import FEATURES
from training.export import build, layers_of
from training.graphs import Full
from training.network import Encoder, Shape, Tagger

FOLDER = Path(__file__).resolve().parents[1] / "tests/models/data"


def main() -> None:
    """Write graph and outputs."""
    torch.manual_seed(11)
    tagger = Tagger(
        Encoder(Shape(layers=2, hidden=24, heads=3, inner=48, vocabulary=60, positions=32))
    ).eval()
    for parameter in tagger.parameters():
        torch.nn.init.normal_(parameter, std=0.3)
    ids = torch.randint(1, 60, (2, 20))
    features = torch.randint(0, FEATURES, (2, 20))
    with torch.no_grad():
        tags, links = tagger(ids, features)
    FOLDER.mkdir(parents=True, exist_ok=True)
    state = {name: value.detach().numpy() for name, value in tagger.state_dict().items()}
    graph = build(Full(), state, layers_of(state), heads=3, window=32)
    (FOLDER / "reference.onnx").write_bytes(graph)
    arrays = {"ids": ids, "features": features, "tags": tags, "links": links}
    np.savez_compressed(FOLDER / "reference.npz", **{k: v.numpy() for k, v in arrays.items()})


if __name__ == "__main__":
    main()
