"""What a speaker does with a statement: assert, deny, decline, hedge, ask, urge or commit."""

from __future__ import annotations

from functools import cache
from typing import cast, get_args

from onrecord.languages.english.stances import LINES
from onrecord.languages.wordings import Wordings
from onrecord.records import Stance


@cache
def _table() -> Wordings:
    """The table, compiled once; ``ValueError`` when it names no stance of the records."""
    if unknown := {line.label for line in LINES} - set(get_args(Stance)):
        raise ValueError(f"no such stances: {unknown}")
    return Wordings(LINES)


def stance(cue: str, content: str) -> Stance:
    """The stance of a statement by the words of its cue and content; "assert" when nothing says otherwise."""
    return cast("Stance", _table().label(cue, content) or "assert")
