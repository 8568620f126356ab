"""What a language supplies to tell what a speaker does with a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from onrecord.languages.grammar.base import Grammar

if TYPE_CHECKING:
    from onrecord.languages.wordings import Wordings  # which cuts sentences by a grammar


@dataclass(frozen=True, slots=True, eq=False)
class StanceGrammar(Grammar):
    """Words by which somebody asserts, denies, declines, hedges, asks, urges or commits.

    Attributes:
        stances: cue and content to one of ``records.Stance``.
        answered: a cue after which stands what was asked of the source ("replying to a question about").
    """

    section: ClassVar[str] = "stances"
    stances: Wordings
    answered: re.Pattern[str]
