"""What differs between the texts of a storyline, one record a difference, most telling first."""

from __future__ import annotations

from onrecord.findings.gathering import gather

__all__ = ["gather"]
