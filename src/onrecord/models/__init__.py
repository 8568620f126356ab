"""ONNX sessions, their manifest and weights."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files

from onrecord.errors import ModelError

# What comparing articles rests on; the tagger names its own files in their manifest.
_COMPARING = ("pairs-first.npz", "pairs-second.npz", "pairs-cross.onnx", "vectors.onnx")


@lru_cache(maxsize=1)
def comparing() -> dict[str, str]:
    """SHA-256 of each packaged file that pairs statements, by name.

    Raises:
        ModelError: when one of them is missing.
    """
    folder = files("onrecord.models")
    try:
        return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _COMPARING}
    except OSError as error:
        raise ModelError(f"a packaged model cannot be read: {error}; reinstall the package") from error
