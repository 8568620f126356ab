"""The packaged tagger: weights checked against their manifest, run by ONNX Runtime.

``manifest.json`` beside this module names the files with their SHA-256, says what they were trained on and
what they reached, and holds the small learned numbers that decoding needs.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.models.encoding import Encoder, Ints, Window
from onrecord.models.runtime import session

Floats = npt.NDArray[np.float32]
FOLDER = Path(__file__).parent / "weights"


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
    """The learned numbers outside the network, as the manifest holds them."""

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
        """Read from the manifest's ``decoder`` entry."""

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


class Model(Protocol):
    """What a tagger needs: an encoder, a network, a decoder's numbers. Tests pass a small one."""

    encoder: Encoder
    decoder: Decoder

    def forward(self, window: Window) -> tuple[Floats, Floats]:
        """One window of L pieces to tags ``(L, K)`` and links ``(L, D)``; safe to call from threads."""
        ...


class OnnxModel:
    """The packaged weights in an ONNX Runtime session of one thread; callers run windows side by side.

    Windows are never batched: activations are quantised by one scale per call, so in a batch a window's
    result would depend on its neighbours. One at a time also wastes nothing on padding.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        manifest = read_manifest(folder)
        self.encoder = Encoder(folder / manifest["files"]["vocabulary"]["name"])
        self.decoder = Decoder.of(manifest["decoder"])
        self.hashes = {str(f["name"]): str(f["sha256"]) for f in manifest["files"].values()}
        self._session = session((folder / manifest["files"]["network"]["name"]).read_bytes())

    def forward(self, window: Window) -> tuple[Floats, Floats]:
        """See ``Model``."""
        tags, links = self._session.run(None, {"ids": window.ids[None], "features": window.features[None]})
        return tags[0], links[0]


def read_manifest(folder: Path = FOLDER) -> dict[str, Any]:
    """The manifest, after every file it names has been found whole.

    Raises:
        ModelError: a file is missing or is not the one that was trained.
    """
    path = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for entry in manifest["files"].values():
            digest = hashlib.sha256((folder / entry["name"]).read_bytes()).hexdigest()
            if digest != entry["sha256"]:
                raise ModelError(f"{entry['name']} does not match its manifest: reinstall the package")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"the packaged weights in {folder} are damaged: {error}") from error
    return manifest
