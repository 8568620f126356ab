"""How far a statement commits its speaker, by its wording."""

from __future__ import annotations

from typing import cast

from onrecord.languages import Language
from onrecord.languages.grammar import CommitmentGrammar
from onrecord.records import Level, Stance

# Stances that say nothing about what the speaker itself will do.
_NOT_OWN: frozenset[Stance] = frozenset(("ask", "urge"))


def level(cue: str, content: str, language: Language, stance: Stance = "assert") -> Level | None:
    """Where a statement stands between ruling a thing out and having done it; None when it does neither."""
    if stance in _NOT_OWN:
        return None
    return cast("Level | None", language.grammar(CommitmentGrammar).levels.label(cue, content))


def told_act(cue: str, content: str, language: Language, stance: Stance = "assert") -> Level | None:
    """The level at which somebody tells what will be done by another; None where nothing is.

    To be asked of what has no ``level`` of its own.
    """
    if stance in _NOT_OWN:
        return None
    return cast("Level | None", language.grammar(CommitmentGrammar).acts.label(cue, content))
