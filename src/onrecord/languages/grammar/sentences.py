"""What a language supplies to tell a full stop that ends a sentence from one that does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class SentenceGrammar(Grammar):
    """Abbreviations and the words that begin sentences, in lower case.

    ``titles`` are never the last word of a sentence when something follows; ``before_figures`` none when a
    figure follows; ``perhaps_last`` when no word of ``starters`` does, if they have a capital or a stop
    inside; ``short_in_lower_case`` the same without. ``tag``: a name and a verb of saying after a question
    or exclamation that was quoted (`"Where?" Mira Holt asked`).
    """

    section: ClassVar[str] = "sentences"
    titles: frozenset[str]
    before_figures: frozenset[str]
    perhaps_last: frozenset[str]
    short_in_lower_case: frozenset[str]
    starters: frozenset[str]
    tag: re.Pattern[str]
