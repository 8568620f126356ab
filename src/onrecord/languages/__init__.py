"""Rules as data: one package per language."""

from __future__ import annotations
