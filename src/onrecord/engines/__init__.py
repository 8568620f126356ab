"""Where the pipeline runs."""

from __future__ import annotations
