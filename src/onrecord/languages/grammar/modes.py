"""What a language supplies to tell speech from beliefs, plans and documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from onrecord.languages.grammar.base import Grammar


@dataclass(frozen=True, slots=True, eq=False)
class ModeGrammar(Grammar):
    """Words of a cue and a source, besides the features of the lexicon's verbs.

    Attributes:
        documents: what a source is called when it is something written.
        head_ends: where the head of a source's noun phrase ends.
        plans: found in a cue that tells a plan ("is expected to").
        estimates: opens the words from a cue on that give a figure, up to the figure ("put the toll at ").
        plan_nouns, thoughts: words of a cue for a plan; for a belief or an attitude.
    """

    section: ClassVar[str] = "modes"
    documents: frozenset[str]
    head_ends: re.Pattern[str]
    plans: re.Pattern[str]
    estimates: re.Pattern[str]
    plan_nouns: frozenset[str]
    thoughts: frozenset[str]
