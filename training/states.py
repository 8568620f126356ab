"""The states within the packaged tagger that its other parts are learned on."""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

from onrecord.models.manifest import PACKAGED, Weights
from onrecord.models.tagger import OnnxModel

# States of the third layer: those of later ones gave no more (docs/notebook.md).
STATES = ("layer2.second", "layer2.norm2")


def watched(weights: Weights = PACKAGED) -> OnnxModel:
    """A tagger with the states of a layer in place of bearings."""
    name = states_of(weights.read("tagger.onnx"))
    output = helper.make_tensor_value_info(name, TensorProto.FLOAT, None)
    part = onnx.ModelProto(graph=onnx.GraphProto(output=[output])).SerializeToString()
    return OnnxModel(weights, part=part)


def states_of(tagger: bytes) -> str:
    """What the wanted states are called in a graph."""
    named = {name for node in onnx.load_from_string(tagger).graph.node for name in node.output}
    return next(name for name in STATES if name in named)
