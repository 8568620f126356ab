"""Pseudo-gold: other news labelled by a trained tagger, for training a smaller or a sturdier one.

usage: python -m training.pseudo --weights training/runs/NAME/average.pt --base FOLDER
           --shared ../shared --out training/runs/cache/pseudo.jsonl.gz
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path

import torch

from onrecord.statements.neural import NeuralTagger
from training.evaluate import TorchModel, article, predictions
from training.silver import unlabelled


def main() -> None:
    """Write rows in PolNeAR's form."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("weights", "base", "shared", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    tagger = NeuralTagger(TorchModel(args.weights, args.base), threads=1)
    texts = unlabelled(args.shared)
    readings = tagger.read([article(row["id"], row["text"]) for row in texts])
    found = predictions(texts, readings)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(args.out, "wt", encoding="utf-8") as out:
        for row in texts:
            out.write(json.dumps(row | {"attributions": found[row["id"]]}) + "\n")


if __name__ == "__main__":
    main()
