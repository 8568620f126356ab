"""Stretches of a masked sentence that one clause fills: to a pause, to a verb, to the end."""

from __future__ import annotations

from onrecord.records import Spans
from onrecord.statements.tokens import Tokens

_THIN = 4  # words; "his refusal to go" is hardly more than its noun
_PAUSES = frozenset(",;—–-:()")
_ENDS = frozenset(".?!")


def is_finite(tokens: Tokens, i: int) -> bool:
    """Whether it is an auxiliary or a verb in the past that looks like nothing else."""
    return tokens.at(i).low in tokens.cues.auxiliaries or tokens.at(i).low in tokens.cues.past_verbs


def to_verb(tokens: Tokens, after: int, start: int | None = None) -> Spans | None:
    """From ``start`` to the pause or finite verb from ``after`` on ("his refusal to pay | was noted").

    None when that is thin. ``start`` is ``after`` unless given.
    """
    start = after if start is None else start
    verb = next((i for i in range(max(start, after), len(tokens)) if is_finite(tokens, i)), len(tokens))
    found = _filled(tokens, start, min(verb, _pause(tokens, start)))
    return None if found is None or _is_thin(tokens, start, found[0].end) else found


def _is_thin(tokens: Tokens, start: int, end: int) -> bool:
    """Whether few words stand from the token ``start`` to the offset ``end``, and no quotation."""
    words = [t for t in tokens.part(start, start + _THIN) if t.start < end]
    return len(words) < _THIN and not any(t.is_quote for t in words)


def to_pause(tokens: Tokens, start: int) -> Spans | None:
    """From ``start`` to the next pause; a quotation stands alone."""
    return _filled(tokens, start, _pause(tokens, start))


def to_end(tokens: Tokens, start: int) -> Spans | None:
    """From ``start`` to the end of the sentence; after a quotation nothing more."""
    return _filled(tokens, start, len(tokens))


def _pause(tokens: Tokens, start: int) -> int:
    """The next pause from ``start`` on, or the sentence's end."""
    found = tokens.first(range(start, len(tokens)), lambda t: t.text in _PAUSES)
    return len(tokens) if found is None else found


def _filled(tokens: Tokens, start: int, stop: int) -> Spans | None:
    """The tokens from ``start`` up to ``stop`` without the stop; None when that is no two words."""
    is_quote = tokens.at(start).is_quote
    stop = start + 1 if is_quote else stop
    while stop > start and tokens.at(stop - 1).text in _ENDS:
        stop -= 1
    return (tokens.span(start, stop),) if is_quote or stop - start > 1 else None
