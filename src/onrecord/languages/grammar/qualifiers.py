"""What a language supplies to compare the renderings of one utterance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class QualifierGrammar(Grammar):
    """Words that limit, condition or weaken a statement.

    All words are ``plain`` forms.

    Attributes:
        qualifiers: word -> its class ("contrast", "condition", "exception", "degree", "doubt").
        strong: the classes whose loss counts wherever it happens.
        condition, doubt: the words of these classes, as features of a scorer.
        condition_otherwise: words that state a condition without a conjunction.
        condition_pairs: two words that state a condition together.
        empty_after, empty_before: pairs in which the second, or the first, limits nothing.
        courtesies: runs of three words that only excuse the speaking ("if I may"), and limit nothing.
        not_only: the pair after which a contrast adds rather than limits; ``contrast`` is that word.
        pronouns: sources that name nobody.
    """

    section: ClassVar[str] = "qualifiers"
    qualifiers: Mapping[str, str]
    strong: frozenset[str]
    condition: frozenset[str]
    doubt: frozenset[str]
    condition_otherwise: frozenset[str]
    condition_pairs: frozenset[tuple[str, ...]]
    empty_after: frozenset[tuple[str, ...]]
    empty_before: frozenset[tuple[str, ...]]
    courtesies: frozenset[tuple[str, ...]]
    not_only: tuple[str, str]
    contrast: str
    pronouns: frozenset[str]
