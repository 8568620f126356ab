"""ONNX sessions, their manifest and weights."""

from __future__ import annotations
