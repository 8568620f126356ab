"""The package's own files, and ONNX Runtime sessions over them."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from onrecord.errors import ModelError


def packaged_file(name: str) -> bytes:
    """The bytes of a file that ships with the models.

    Raises:
        ModelError: it is missing.
    """
    try:
        return (files("onrecord.models") / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{name} cannot be read: {error}; reinstall the package") from error


def session(model: bytes, threads: int) -> Any:  # noqa: ANN401 - ONNX Runtime has no types
    """An inference session on the processor.

    Raises:
        ModelError: ONNX Runtime cannot load ``model``.
    """
    import onnxruntime as ort  # noqa: PLC0415  (time that only the first comparison pays)

    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    try:
        return ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's own errors share no public root
        raise ModelError(f"a packaged model cannot be loaded: {error}") from error
