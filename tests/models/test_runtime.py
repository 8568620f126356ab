"""Weights of 8 bits give what they give on any processor."""

from __future__ import annotations

from onrecord.models import runtime
from onrecord.models.manifest import PACKAGED


def test_sums_are_not_cut_on_processors_without_wide_adders():
    made = runtime.session(PACKAGED.read("lines.onnx"))
    assert made.get_session_options().get_session_config_entry("session.x64quantprecision") == "1"
