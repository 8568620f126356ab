"""Put a checkpoint into the package: calibrate, export, measure, list it in the manifest.

usage: python -m training.package --weights training/runs/NAME/average.pt --base FOLDER
"""

from __future__ import annotations

import argparse
import json
import lzma
import shutil
import subprocess
from pathlib import Path
from typing import Any

import torch

from onrecord.models.manifest import PACKAGED, PIECES, TAGGING, Weights
from training.calibrate import calibration_error, correct, fit, reliability
from training.evaluate import TorchModel, decoder_numbers, evaluate, headline, predictions, split
from training.export import news, small
from training.manifest import update
from training.scorers import scorer
from training.states import watched

DATA = (
    "PolNeAR train (840 annotated articles of US political news, 2015-16), and what a large teacher "
    "(all-mpnet-base-v2, Apache-2.0, tuned on the same) makes of it and of other news; silver names by "
    "spaCy's small English pipeline; base: all-MiniLM-L6-v2 (Apache-2.0), by way of the tagger before"
)

# Options that say where things lie, not what was done.
_PLACES = ("out", "polnear", "silver", "base", "start", "soft", "until")


def commit() -> str:
    """The revision that the recipe is at."""
    git = shutil.which("git") or "git"
    command = [git, "rev-parse", "HEAD"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def package(weights: Path, base: Path, shared: Path, folder: Path) -> dict[str, Any]:
    """Write graph, vocabulary and ``tagger.json`` into ``folder``; returns the last."""
    folder.mkdir(parents=True, exist_ok=True)
    score = scorer(shared, "score_statements")
    held = split(shared, "held-out")
    model = TorchModel(weights, base)
    calibration = fit(model, held, score)
    model = TorchModel(weights, base, calibration)
    state = {name: value.detach().float().numpy() for name, value in model.tagger.state_dict().items()}
    heads, window = model.tagger.encoder.shape.heads, model.decoder.window
    windows = news(shared, model.encoder, window)
    (folder / "tagger.onnx").write_bytes(small(state, windows, heads=heads, window=window))
    (folder / PIECES).write_bytes(lzma.compress((base / "vocab.txt").read_bytes(), preset=9))
    options = json.loads(weights.with_name("options.json").read_text())
    card: dict[str, Any] = {
        "trained": {
            "commit": commit(),
            "data": DATA,
            "options": {k: v for k, v in options.items() if k not in _PLACES},
        },
        "decoder": decoder_numbers(model.tagger, weights.parent.name, calibration),
        "metrics": {},
    }  # fmt: skip
    path = folder / "tagger.json"
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    update(folder, TAGGING)
    packaged = watched(Weights(folder))
    for name, rows in (("held_out", held), ("dev", split(shared, "dev"))):
        result, readings, _ = evaluate(packaged, rows, score)
        card["metrics"][name] = headline(result)
        card["metrics"][name + "_fp32"] = headline(evaluate(model, rows, score)[0])
        kept, promised = [], []
        for row, reading in zip(rows, readings, strict=True):
            kept += correct(score, row, reading.attributions)
            promised += [a.confidence for a in reading.attributions]
        table = reliability(promised, kept)
        card["metrics"][name + "_reliability"] = table
        card["metrics"][name + "_calibration_error"] = round(calibration_error(table), 4)
        weights.with_name(f"{name}.json").write_text(
            json.dumps({"result": result, "predictions": predictions(rows, readings)})
        )
    path.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    update(folder, TAGGING)
    return card


def main() -> None:
    """Package one checkpoint and print what it reaches."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--folder", type=Path, default=Path(str(PACKAGED.folder)))
    args = parser.parse_args()
    torch.set_num_threads(1)
    card = package(args.weights, args.base, args.shared, args.folder)
    print(json.dumps(card["metrics"], indent=1))


if __name__ == "__main__":
    main()
