"""Makes ``src/onrecord/models/weights/sums.onnx``: a product of 8-bit numbers that is too large for 16 bits.

    PYTHONPATH=src python -m training.sums src/onrecord/models/weights      (onnx)

``onrecord.models.runtime`` multiplies with it what networks multiply, by the operator that they use, and sees
whether this processor's sums are whole.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from training.manifest import update

# Of the size that a network's smallest product has: kernels for a handful of columns are others.
_INNER, _OUTER = 64, 32


def build() -> onnx.ModelProto:
    """``values (N, 64) -> sums (N, 32)``: each row's sum times 127, by weights of 8 bits."""
    constants = {
        "weights": np.full((_INNER, _OUTER), 127, np.int8),
        "scale": np.ones(_OUTER, np.float32),
        "zero": np.zeros(_OUTER, np.int8),
    }
    node = helper.make_node("DynamicQuantizeMatMul", ["values", *constants], ["sums"], domain="com.microsoft")
    body = helper.make_graph(
        [node],
        "sums",
        [helper.make_tensor_value_info("values", TensorProto.FLOAT, ["rows", _INNER])],
        [helper.make_tensor_value_info("sums", TensorProto.FLOAT, ["rows", _OUTER])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="onrecord")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    onnx.save(build(), target / "sums.onnx")
    update(target, ["sums.onnx"])
