"""Statements to speakers: one person, one record, across outlets and years."""

from __future__ import annotations
