"""What a language supplies to read a number."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class NumberGrammar(Grammar):
    """How numbers are written.

    ``pattern`` has the groups ``currency``, ``digits``, ``scale``, ``short`` and ``of_money`` (scales cut
    short, for all and for money alone), ``percent`` and ``unit`` for figures; ``words``, ``wordscale``,
    ``wordpercent`` and ``wordunit`` for numbers in words; ``vague`` for plurals that tell no number.
    ``small``: number word -> value; ``scales``: word -> what it multiplies by; ``vague``: plural -> the range
    a reader takes it for. ``group``: what parts thousands.
    """

    section: ClassVar[str] = "numerals"
    pattern: re.Pattern[str]
    small: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[str, tuple[float, float]]
    group: str
