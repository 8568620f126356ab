"""Headlines repeat what the text below them says: they take its date, once speakers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.records import Dating, LocalSpeaker, Statement
from onrecord.text import View

# What a headline must share with a statement to restate it: content words, and as a part of its own.
_SHARED: Final = 2
_PART: Final = 0.5
_BASIS: Final = "the headline of what the text dates: "


def say_again(
    view: View, statements: Sequence[Statement], speakers: Sequence[LocalSpeaker]
) -> tuple[Statement, ...]:
    """``statements`` with undated headlines dated as the statement of the same speaker that they restate.

    A headline that restates statements of different days as well as one another stays undated.
    """
    if not any(_is_open(s) for s in statements):
        return tuple(statements)
    owner = {i: speaker.id for speaker in speakers for i in speaker.statement_ids}
    below = [(s, _told(view, s)) for s in statements if not s.headline and s.said.edtf is not None]

    def dated(statement: Statement) -> Statement:
        if not _is_open(statement) or statement.id not in owner:
            return statement
        same = [(b, w) for b, w in below if owner.get(b.id) == owner[statement.id]]
        said = _of(_told(view, statement), same)
        return statement if said is None else replace(statement, said=said)

    return tuple(map(dated, statements))


def _is_open(statement: Statement) -> bool:
    return statement.headline and statement.said.edtf is None


def _told(view: View, statement: Statement) -> frozenset[str]:
    """Keys of the content words of what is said."""
    return frozenset(key for span in statement.content for key in view.keys_in(span))


def _of(headline: frozenset[str], below: Sequence[tuple[Statement, frozenset[str]]]) -> Dating | None:
    """The date of what shares most words with the headline."""
    shares = [(len(headline & told), s.said) for s, told in below]
    most = max((n for n, _ in shares), default=0)
    if most < _SHARED or most < _PART * len(headline):
        return None
    found = {(d.earliest, d.latest): d for n, d in reversed(shares) if n == most}
    if len(found) > 1:
        return None
    (dating,) = found.values()
    return replace(dating, basis=f"{_BASIS}{dating.basis}")
