"""Accuracy against speed: several checkpoints, fp32 and int8, measured in one go.

usage: python -m training.frontier --base FOLDER --shared ../shared NAME:LAYERS ...

Each is packaged into ``training/runs/NAME/package`` unless it is there; speed is the best of several runs of
one window of 320 pieces on one thread, the models taking turns, so that load hits all alike.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

from onrecord.models.runtime import session
from training.package import package

RUNS = Path(__file__).resolve().parent / "runs"
ROUNDS = 25
SHOWN = ("content_tokens", "soft", "end_to_end", "source", "cue", "content", "quoted_right_speaker")


def speeds(paths: dict[str, Path]) -> dict[str, int]:
    """Pieces per CPU second of each graph, best of ``ROUNDS``."""
    random = np.random.default_rng(1)
    feed = {"ids": random.integers(1000, 20000, (1, 320)), "features": random.integers(0, 30, (1, 320))}
    sessions = {name: session(path.read_bytes()) for name, path in paths.items()}
    best = dict.fromkeys(paths, float("inf"))
    for _ in range(ROUNDS):
        for name, one in sessions.items():
            began = time.process_time()
            one.run(None, feed)
            best[name] = min(best[name], time.process_time() - began)
    return {name: round(320 / seconds) for name, seconds in best.items()}


def main() -> None:
    """Print the table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", nargs="+")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    torch.set_num_threads(1)
    graphs: dict[str, Path] = {}
    metrics: dict[str, dict[str, dict[str, float]]] = {}
    for entry in args.runs:
        name, layers = entry.split(":")
        folder = RUNS / name / "package"
        if not (folder / "tagger.json").exists():
            package(RUNS / name / "average.pt", args.base, args.shared, folder)
        found = json.loads((folder / "tagger.json").read_text())["metrics"]
        for kind, path, end in (
            ("fp32", RUNS / name / "tagger-fp32.onnx", "_fp32"),
            ("int8", folder / "tagger.onnx", ""),
        ):
            graphs[f"{name} {layers} layers {kind}"] = path
            metrics[f"{name} {layers} layers {kind}"] = {s: found[s + end] for s in ("held_out", "dev")}
    fast = speeds(graphs)
    print("| run | MB | pieces per CPU s | split |", " | ".join(SHOWN), "|")
    print("|---" * (4 + len(SHOWN)) + "|")
    for name, path in graphs.items():
        for split, values in metrics[name].items():
            numbers = " | ".join(str(values[key]) for key in SHOWN)
            print(f"| {name} | {path.stat().st_size / 1e6:.0f} | {fast[name]} | {split} | {numbers} |")


if __name__ == "__main__":
    main()
