"""The lexicon of English, for the modules of this folder that are derived from it."""

from __future__ import annotations

from typing import Final

from onrecord.languages.english.inflection import inflect
from onrecord.languages.lexicon import Lexicon, load

# The same as ``languages.of("en").lexicon``, which loads it once for both.
LEXICON: Final[Lexicon] = load("onrecord.languages.english", inflect)
