"""Records to files: one module per output format."""

from __future__ import annotations
