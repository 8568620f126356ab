"""Score a checkpoint, or without one the packaged model, with the statements scorer.

usage: python -m training.evaluate [--weights training/runs/NAME/average.pt --base FOLDER]
           [--split held-out|dev]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import torch

from onrecord.models.encoding import Encoder as Pieces
from onrecord.models.encoding import Window
from onrecord.models.tagger import Decoder, Model, OnnxModel, Scores
from onrecord.records import Article, Reading, Span
from onrecord.statements.neural import NeuralTagger
from training.data import held_out, rows
from training.mpnet import tagger_of
from training.network import BOUNDS, POINTER, Pointer, Tagger, forbidden
from training.scorers import scorer

# Pieces per window, swept on the held-out slice (end to end, quoted words with the right speaker): 160 gives
# 67.0 and 89.5, 224 66.4 and 92.9, 320 67.1 and 92.9. 224 would be 10 % faster.
LIMIT = 320
# Before calibration: every attribution as sure as its weakest part.
FLAT = {"weights": [0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0], "bias": [1.5]}


def decoder_numbers(tagger: Tagger, name: str, calibration: Mapping[str, Any] = FLAT) -> dict[str, Any]:
    """The ``decoder`` entry of ``tagger.json`` for a trained network."""

    def pointer(part: Pointer) -> dict[str, list[float]]:
        return {
            "bounds": list(BOUNDS),
            "distance": [round(v, 5) for v in part.distance.tolist()],
            "apart": [round(v, 5) for v in part.apart.tolist()],
        }

    transitions = (tagger.transitions + forbidden()).tolist()
    return {
        "name": name,
        "names": ["person", "organisation", "place", "other"],
        "pointer": POINTER,
        "window": LIMIT,
        "transitions": [[round(v, 5) for v in row] for row in transitions],
        "to_cue": pointer(tagger.to_cue),
        "to_source": pointer(tagger.to_source),
        "calibration": dict(calibration),
    }


class TorchModel:
    """A checkpoint behind the interface of the packaged model."""

    def __init__(self, weights: Path, base: Path, calibration: Mapping[str, Any] = FLAT) -> None:
        self.tagger = tagger_of(torch.load(weights, weights_only=True)).eval()
        self.encoder = Pieces((base / "vocab.txt").read_text("utf-8"))
        self.decoder = Decoder.of(decoder_numbers(self.tagger, weights.parent.name, calibration))

    def forward(self, window: Window) -> Scores:
        """See ``onrecord.models.tagger.Model``."""
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            tags, links = self.tagger(
                torch.from_numpy(window.ids)[None], torch.from_numpy(window.features)[None]
            )
        return Scores(tags[0].numpy(), links[0].numpy(), np.zeros((len(window), 0), np.float32))


def article(identifier: str, text: str) -> Article:
    """A bare article around a text: no blocks, so that it is read line by line."""
    return Article(identifier, identifier, "", 0, "", None, None, None, None, None, None, None, text, (), ())


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as the scorer wants them."""
    return [[s.start, s.end] for s in spans]


def predictions(
    gold: Sequence[Mapping[str, Any]], readings: Sequence[Reading]
) -> dict[str, list[dict[str, Any]]]:
    """Readings in the scorer's form."""
    return {
        str(row["id"]): [
            {
                "source": pairs(a.source),
                "cue": pairs(a.cue),
                "content": pairs(a.content),
                "confidence": a.confidence,
            }
            for a in reading.attributions
        ]
        for row, reading in zip(gold, readings, strict=True)
    }


def evaluate(
    model: Model, gold: Sequence[Mapping[str, Any]], score: ModuleType
) -> tuple[dict[str, Any], list[Reading], float]:
    """The scorer's result, the readings, and words read per second."""
    tagger = NeuralTagger(model, threads=1)
    began = time.perf_counter()
    readings = tagger.read([article(str(r["id"]), r["text"]) for r in gold])
    speed = sum(len(r["text"].split()) for r in gold) / (time.perf_counter() - began)
    return score.score_split(gold, predictions(gold, readings)), readings, speed


def headline(result: Mapping[str, Any]) -> dict[str, float]:
    """The numbers that a run is judged by."""
    roles = result["roles"]
    return {
        "content_tokens": result["content_tokens"]["F1"],
        "soft": result["all"]["soft"]["F1"],
        "end_to_end": result["all"]["end_to_end"]["F1"],
        "source": roles["source"]["F1"],
        "cue": roles["cue"]["F1"],
        "content": roles["content"]["F1"],
        "direct_end_to_end": result["direct"]["end_to_end"]["F1"],
        "direct_segments_end_to_end": result["direct"]["segments_end_to_end"]["F1"],
        "quoted_right_speaker": result["quoted_tokens"]["right_speaker"],
        "indirect_soft": result["indirect"]["soft"]["F1"],
    }


def split(shared: Path, name: str) -> list[dict[str, Any]]:
    """The development set, or the held-out slice of the training set."""
    if name == "dev":
        return list(rows(shared / "data/polnear/dev.jsonl.gz"))
    return [r for r in rows(shared / "data/polnear/train.jsonl.gz") if held_out(str(r["id"]))]


def main() -> None:
    """Print one checkpoint's numbers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--split", default="held-out")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    np.seterr(all="raise", under="ignore")
    gold = split(args.shared, args.split)
    model = TorchModel(args.weights, args.base) if args.weights else OnnxModel()
    result, readings, speed = evaluate(model, gold, scorer(args.shared, "score_statements"))
    print(json.dumps(headline(result)), f"{speed:.0f} words/s")
    if args.out:
        args.out.write_text(json.dumps({"result": result, "predictions": predictions(gold, readings)}))


if __name__ == "__main__":
    main()
