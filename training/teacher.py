"""Train a large teacher for the tagger: all-mpnet-base-v2 under the tagger's own heads.

usage: python -m training.teacher --out training/runs/teacher --polnear FILE --silver FILE --base FOLDER
           --mpnet FOLDER --small CHECKPOINT [--epochs 4] [--frozen 4] [--until HH:MM]

Logged, kept every few minutes, and taken up again by the same command. ``--mpnet`` is the folder of
all-mpnet-base-v2 (``config.json``, ``model.safetensors``, ``vocab.txt``), ``--base`` that of the tagger's
own base model, for its word pieces; ``--small`` is the packaged tagger (``restore.py``). Nothing of the
teacher is packaged: ``distil.py`` hands on what it knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.mpnet import pretrained
from training.network import Tagger
from training.train import Options, parsed, train


@dataclass(frozen=True, kw_only=True)
class Teaching(Options):
    """A run's options, and those of the large encoder, whose ``frozen`` lowest layers stay as they are."""

    mpnet: str
    small: str
    frozen: int = 4
    epochs: float = 4
    rate: float = 6e-5
    head_rate: float = 8e-4
    tokens: int = 2048
    logged: int = 5
    minutes: float = 8


# What has nothing to do with the encoder: which role follows which, how far pointers reach. Single numbers
# move by no more than the rate in a step, and pointers had learned nothing in 35 steps without them.
_SHARED = ("transitions", "to_cue.distance", "to_cue.apart", "to_source.distance", "to_source.apart")


def inherit(tagger: Tagger, small: Mapping[str, Tensor]) -> None:
    """Begin where another tagger ended, in what both share whatever their encoders."""
    tagger.load_state_dict(tagger.state_dict() | {name: small[name] for name in _SHARED})


def teacher(options: Teaching) -> Tagger:
    """New heads on the large encoder."""
    vocabulary = (Path(options.base) / "vocab.txt").read_text("utf-8").splitlines()
    encoder = pretrained(Path(options.mpnet), vocabulary, options.frozen)
    encoder.freeze()
    tagger = Tagger(encoder)
    inherit(tagger, torch.load(options.small, weights_only=True))
    return tagger


def main() -> None:
    """Read the options and train."""
    options = parsed(Teaching, __doc__)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    train(teacher(options), options)


if __name__ == "__main__":
    main()
