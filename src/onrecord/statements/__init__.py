"""Articles to statements: who said what, by which words."""

from __future__ import annotations
