"""ONNX sessions, their manifest and weights."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from onrecord.models.loading import packaged_file

# What comparing articles rests on; the tagger names its own files in their manifest.
_COMPARING = ("pairs-first.npz", "pairs-second.npz", "pairs-cross.onnx", "vectors.onnx")


@lru_cache(maxsize=1)
def comparing() -> dict[str, str]:
    """SHA-256 of each packaged file that pairs statements, by name.

    Raises:
        ModelError: when one of them is missing.
    """
    return {name: hashlib.sha256(packaged_file(name)).hexdigest() for name in _COMPARING}
