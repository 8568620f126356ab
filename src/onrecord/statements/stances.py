"""What a speaker does with a statement: assert, deny, decline, hedge, ask, urge or commit."""

from __future__ import annotations

from typing import cast

from onrecord.languages import Language
from onrecord.languages.grammar import StanceGrammar
from onrecord.records import Stance


def stance(language: Language, cue: str, content: str) -> Stance:
    """The stance of a statement by the words of its cue and content; "assert" when nothing says otherwise."""
    label = language.grammar(StanceGrammar).stances.label(cue, content)
    return cast("Stance", label or "assert")
