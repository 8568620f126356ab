"""Which tagger the product uses when none is given."""

from __future__ import annotations

from onrecord.statements.neural import NeuralTagger
from onrecord.statements.tagger import Tagger


def default_tagger() -> Tagger:
    """The reader that ``onrecord read`` uses."""
    return NeuralTagger()
