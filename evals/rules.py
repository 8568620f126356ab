"""The tagger by rules, from the folder with the training of the network that replaced it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent.parent))

from training.rules import RuleTagger

__all__ = ["RuleTagger"]
