"""The verbs of a sentence by which somebody's words are handed on, with their helpers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.statements.cuewords import CueWord
from onrecord.statements.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``[start, stop)`` are the cue with its auxiliaries and adverbs; ``verb`` is at that index."""

    start: int
    stop: int
    verb: int
    word: CueWord


def find_cues(tokens: Tokens, *, headline: bool) -> Iterator[Cue]:
    """Cue verbs with what belongs to them, left to right."""
    for i, token in enumerate(tokens):
        word = _verb(tokens, i, headline=headline) if headline or not token.is_capital else None
        if word is not None:
            yield Cue(_with_helpers(tokens, i), i + 1 + bool(word.particle), i, word)


def _verb(tokens: Tokens, i: int, *, headline: bool) -> CueWord | None:
    """The cue verb that the token is a form of, None where it is a noun or no such verb."""
    words = tokens.verbs(i)
    if not words or _is_noun(tokens, i):
        return None
    return next((w for w in words if _is_form_of(tokens, i, w, headline=headline)), None)


def _is_noun(tokens: Tokens, i: int) -> bool:
    """Whether what stands before makes a noun of it: "the claims", "no plans", "Olm’s remarks"."""
    before, cues = tokens.at(i - 1).low, tokens.cues
    is_led = before in cues.determiners or before in cues.before_nouns
    return is_led or before.endswith(cues.possessive_endings)


def _is_form_of(tokens: Tokens, i: int, word: CueWord, *, headline: bool) -> bool:
    """Whether the token may be this verb, with its particle, and no noun: "the state news agency"."""
    if word.particle and tokens.at(i + 1).low != word.particle:
        return False
    return tokens.at(i).low != word.lemma or headline or _may_be_plain(tokens, i)


def _may_be_plain(tokens: Tokens, i: int) -> bool:
    """Whether a verb in its base form may follow what stands before: a plural, a pronoun, a helper."""
    before, cues = tokens.at(i - 1).low, tokens.cues
    return before.endswith(cues.ending_plural) or before in cues.pronouns or tokens.is_helper(i - 1)


def _with_helpers(tokens: Tokens, verb: int) -> int:
    """Where the helpers of the verb begin."""
    while tokens.is_helper(verb - 1):
        verb -= 1
    return verb


def is_participle(tokens: Tokens, cue: Cue) -> bool:
    """Tell "…, adding that": a second thing said by the source of the clause before."""
    before = tokens.at(cue.start - 1)
    follows = cue.start == 0 or before.is_pause or before.low in tokens.cues.with_participle
    is_form = tokens.at(cue.verb).low.endswith(tokens.cues.ending_participle)
    return is_form and cue.start == cue.verb and follows
