"""Bytes to raw documents: one module per input format."""

from __future__ import annotations
