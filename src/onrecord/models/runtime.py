"""ONNX Runtime, kept quiet: the only module that imports it.

Left alone it writes a device id and a log of events into the user's cache folder as soon as it is loaded, and
looks up its maker's host (1.31 for Linux). ``disable_telemetry_events()`` comes too late for that. With the
environment variable below, set before the import, nothing is written and no host looked up, as
``tests/models/test_quiet.py`` traces over a whole reading. A program that imports ONNX Runtime before this
module has to set the variable itself.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np

from onrecord.errors import ModelError
from onrecord.models.manifest import PACKAGED, SUMS

os.environ["ORT_DISABLE_TELEMETRY"] = "1"

# Of ONNX Runtime's levels: errors are raised as well, and its warnings help nobody who reads news.
_ERRORS_ONLY = 3


A = TypeVar("A")
B = TypeVar("B")

# Inputs under which a second thread costs more than it saves.
_FEW = 4


_threads = min(2, os.cpu_count() or 1)


def use_one_thread() -> None:
    """Work on one input at a time from now on: for a process that is one of several."""
    global _threads  # noqa: PLW0603 - a trait of the process
    _threads = 1


def workers() -> int:
    """How many inputs of a network are worked on at once: two, where there are as many processors."""
    return _threads


def side_by_side(run: Callable[[A], B], inputs: Sequence[A]) -> list[B]:
    """``run`` over ``inputs`` in threads, results in their order.

    Each input is a call of its own, in a session of one thread: the results are those of one after the other.
    ONNX Runtime works without Python's lock.
    """
    if len(inputs) < _FEW or workers() == 1:
        return [run(item) for item in inputs]
    with ThreadPoolExecutor(workers()) as pool:
        return list(pool.map(run, inputs))


def session(model: bytes, threads: int = 1) -> Any:  # noqa: ANN401 - ONNX Runtime has no types
    """An inference session on the processor; safe to run from several threads.

    Raises:
        ModelError: ONNX Runtime cannot load ``model``.
    """
    return _session(model, threads, widened=not sums_are_whole())


@lru_cache(maxsize=1)
def sums_are_whole() -> bool:
    """Whether this processor, left to itself, adds products of 8-bit numbers without cutting large sums.

    One that lacks VNNI adds them in 16 bits: the same weights would read other statements there.
    Asked of the kernels themselves, since what a processor is called says little of what they do on it.
    """
    values = np.ones((16, 64), dtype=np.float32)
    (sums,) = _session(PACKAGED.read(SUMS[0]), 1, widened=False).run(["sums"], {"values": values})
    return bool(np.allclose(sums, 64 * 127.0, rtol=1e-3))


def _session(model: bytes, threads: int, *, widened: bool) -> Any:  # noqa: ANN401
    """A session. ``widened`` sums are whole everywhere; where they are anyway, it costs half again."""
    import onnxruntime  # noqa: PLC0415  (time that only the first reading pays)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    options.add_session_config_entry("session.x64quantprecision", str(int(widened)))
    try:
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # ONNX Runtime's own errors share no public root
        raise ModelError(f"a packaged model cannot be loaded: {error}") from error
