"""The model files that ship with the package, and the one manifest that every byte is checked against.

``weights/manifest.json`` holds name, SHA-256 and size of each. A file is checked whenever it is read, once a
process; nothing reads one in another way.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from onrecord.errors import ModelError

NAME = "manifest.json"

# What each kind of work rests on; ``run.json`` names them.
LINES = ("lines.onnx",)
PIECES = "vocab.txt.xz"
TAGGING = ("meant.onnx", "spoken.onnx", "tagger.json", "tagger.onnx", PIECES)
COMPARING = (
    "pairs-cross.onnx",
    "pairs-first.onnx",
    "pairs-second.onnx",
    "vectors.onnx",
    PIECES,
    "words.npy",
)
RELATING = ("relations.onnx",)
# What tells how a processor adds: no work rests on it.
SUMS = ("sums.onnx",)


@dataclass(frozen=True)
class Weights:
    """A folder of model files with their manifest."""

    folder: Traversable

    @cached_property
    def _digests(self) -> dict[str, str]:
        try:
            kept = json.loads((self.folder / NAME).read_text(encoding="utf-8"))["files"]
            return {str(name): str(entry["sha256"]) for name, entry in kept.items()}
        except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
            raise ModelError(f"{self.folder / NAME} is damaged ({error!r}): reinstall the package") from error

    def hashes(self, names: Iterable[str]) -> dict[str, str]:
        """SHA-256 of the files ``names``, as the manifest has them; the files are not opened.

        Raises:
            ModelError: the manifest is damaged or does not list one of them.
        """
        return {name: self._digest(name) for name in names}

    def read(self, name: str) -> bytes:
        """The bytes of the file ``name``.

        Raises:
            ModelError: it is missing, or is not the one that the manifest lists.
        """
        expected = self._digest(name)
        try:
            content = (self.folder / name).read_bytes()
        except OSError as error:
            raise ModelError(
                f"{self.folder / name} cannot be read ({error.strerror or error}): reinstall the package"
            ) from error
        if hashlib.sha256(content).hexdigest() != expected:
            raise ModelError(
                f"{self.folder / name} is not the file that its manifest lists: reinstall the package"
            )
        return content

    def pieces(self) -> str:
        """The word pieces of all three networks, one a line.

        Raises:
            ModelError: the file is missing, or is not the one that the manifest lists.
        """
        return lzma.decompress(self.read(PIECES)).decode("utf-8")

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            raise ModelError(f"{self.folder / NAME} does not list {name}: reinstall the package")
        return self._digests[name]


PACKAGED = Weights(files("onrecord.models") / "weights")
