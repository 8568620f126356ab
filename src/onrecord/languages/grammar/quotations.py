"""What a language supplies to tell an apostrophe from a single quotation mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class QuotationGrammar(Grammar):
    """``elisions``: words that begin with an apostrophe; ``open_ends``: word ends that one may follow."""

    section: ClassVar[str] = "quotations"
    elisions: frozenset[str]
    open_ends: tuple[str, ...]
