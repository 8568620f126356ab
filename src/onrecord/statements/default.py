"""Which tagger the product uses when none is given."""

from __future__ import annotations

from functools import cache

from onrecord.statements.neural import NeuralTagger
from onrecord.statements.tagger import Tagger


@cache
def default_tagger() -> Tagger:
    """The tagger that ``onrecord read`` uses, loaded once in each process."""
    return NeuralTagger()
