"""What a language supplies to tell which words are the same and which carry meaning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class WordGrammar(Grammar):
    """Closed-class words and inflection.

    ``function_words``, ``negations`` and ``clause_openers`` are in the form that ``plain`` gives.
    ``irregular``: inflected form -> base, where no ending tells. ``suffixes``: (ending, what replaces it),
    the first that fits is applied once; those of ``not_after_vowel`` only where the stem does not end in a
    vowel. ``clause_seam`` finds where one sentence lists two claims: group ``before`` ends the first,
    ``after`` begins the second.
    """

    section: ClassVar[str] = "words"
    function_words: frozenset[str]
    negations: frozenset[str]
    clause_openers: frozenset[str]
    clause_seam: re.Pattern[str]
    irregular: Mapping[str, str]
    suffixes: tuple[tuple[str, str], ...]
    not_after_vowel: frozenset[str]
