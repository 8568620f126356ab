"""The recipe that trains the tagger: ``python -m training.run``."""

from __future__ import annotations
