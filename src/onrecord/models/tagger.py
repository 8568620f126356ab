"""The packaged tagger, run by ONNX Runtime.

``weights/tagger.json`` says what it was trained on and what it reached, and holds the small learned numbers
that decoding needs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import numpy as np

from onrecord.models.arrays import Floats, Ints
from onrecord.models.encoding import Encoder, Window
from onrecord.models.manifest import PACKAGED, TAGGING, Weights
from onrecord.models.runtime import session


@dataclass(frozen=True, slots=True)
class PointerWeights:
    """What a pointer adds to its scores for distance and for standing in another paragraph.

    ``bounds``: upper bounds of the distance buckets, in words; ``distance``: two values per bucket (back,
    forward); ``apart``: same paragraph, another one.
    """

    bounds: Ints
    distance: Floats
    apart: Floats


@dataclass(frozen=True, slots=True)
class Decoder:
    """The learned numbers outside the network, as ``tagger.json`` holds them."""

    name: str
    roles: int
    names: tuple[str, ...]
    pointer: int
    window: int
    transitions: Floats
    to_cue: PointerWeights
    to_source: PointerWeights
    calibration: Mapping[str, tuple[float, ...]]

    @classmethod
    def of(cls, numbers: Mapping[str, Any]) -> Decoder:
        """Read from the ``decoder`` entry."""

        def pointer(key: str) -> PointerWeights:
            entry = numbers[key]
            return PointerWeights(
                np.asarray(entry["bounds"], np.int64),
                np.asarray(entry["distance"], np.float32),
                np.asarray(entry["apart"], np.float32),
            )

        transitions = np.asarray(numbers["transitions"], np.float32)
        return cls(
            name=str(numbers["name"]),
            roles=len(transitions),
            names=tuple(numbers["names"]),
            pointer=int(numbers["pointer"]),
            window=int(numbers["window"]),
            transitions=transitions,
            to_cue=pointer("to_cue"),
            to_source=pointer("to_source"),
            calibration={k: tuple(v) for k, v in numbers["calibration"].items()},
        )


class Scores(NamedTuple):
    """What the network makes of a window's L pieces: tags ``(L, K)``, links ``(L, D)``, bearings ``(L, B)``.

    Bearings tell whom a word may mean (``statements.bearings``); B is 0 where no head for them is there.
    ``spoken``, ``(L, 1)``, tells how far a word, as a cue, hands on what was said.
    """

    tags: Floats
    links: Floats
    bearings: Floats
    spoken: Floats | None = None


class Model(Protocol):
    """What a tagger needs: an encoder, a network, a decoder's numbers. Tests pass a small one."""

    encoder: Encoder
    decoder: Decoder

    def forward(self, window: Window) -> Scores:
        """One window to its scores; safe to call from threads."""
        ...


class OnnxModel:
    """The packaged weights in an ONNX Runtime session of one thread; callers run windows side by side.

    Windows are never batched: activations are quantised by one scale per call, so in a batch a window's
    result would depend on its neighbours. One at a time also wastes nothing on padding.

    ``part``: what makes bearings, in place of the other two parts of the packaged graph.

    Raises:
        ModelError: a file is missing, or is not the one that was trained.
    """

    def __init__(self, weights: Weights = PACKAGED, *, part: bytes | None = None) -> None:
        self.hashes = weights.hashes(TAGGING)
        self.encoder = Encoder(weights.pieces())
        self.decoder = Decoder.of(json.loads(weights.read("tagger.json"))["decoder"])
        # Parts of one graph: messages of Protocol Buffers one behind the other are one message.
        part = weights.read("meant.onnx") + weights.read("spoken.onnx") if part is None else part
        self._session = session(weights.read("tagger.onnx") + part)

    def forward(self, window: Window) -> Scores:
        """See ``Model``."""
        found = self._session.run(None, {"ids": window.ids[None], "features": window.features[None]})
        return Scores(*(scores[0] for scores in found))
