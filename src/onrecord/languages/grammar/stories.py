"""What a language supplies to tell which articles report the same happening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class StoryGrammar(Grammar):
    """Words that tell no story, in ``plain`` form.

    Attributes:
        not_names: words that are capitalised without being names.
        address_parts: parts of web addresses.
    """

    section: ClassVar[str] = "stories"
    not_names: frozenset[str]
    address_parts: frozenset[str]
