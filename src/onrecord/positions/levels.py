"""How far a statement commits its speaker, by its wording."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from onrecord.languages.english.commitments import LINES
from onrecord.languages.wordings import Wordings
from onrecord.records import Level, Stance

# Stances that say nothing about what the speaker itself will do.
_NOT_OWN: frozenset[Stance] = frozenset(("ask", "urge"))


@cache
def _table() -> Wordings:
    """The table, compiled once; ``ValueError`` when it names no level of the records."""
    if unknown := {line.label for line in LINES} - set(get_args(Level)):
        raise ValueError(f"no such levels: {unknown}")
    return Wordings(LINES)


def level(cue: str, content: str, stance: Stance = "assert") -> Level | None:
    """Where a statement stands between ruling a thing out and having done it; None when it does neither."""
    if stance in _NOT_OWN:
        return None
    return cast("Level | None", _table().label(cue, content))
