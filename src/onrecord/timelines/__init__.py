"""What happened when, on four clocks."""

from __future__ import annotations
