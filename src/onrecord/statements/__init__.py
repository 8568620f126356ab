"""Articles to statements: who said what, by which words."""

from __future__ import annotations

from onrecord.statements.assemble import assemble, reworded
from onrecord.statements.default import default_tagger
from onrecord.statements.neural import NeuralTagger
from onrecord.statements.tagger import Tagger

__all__ = ["NeuralTagger", "Tagger", "assemble", "default_tagger", "reworded"]
