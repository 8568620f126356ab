"""The tagger by rules, which lives beside the training of the one that took its place."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from training.rules import RuleTagger

__all__ = ["RuleTagger"]
