"""Where the noun phrase of a source begins and ends in a masked sentence."""

from __future__ import annotations

from onrecord.statements.tokens import Token, Tokens

LONGEST_SOURCE = 30  # tokens; longer ones are misread clauses
_INSIDE_BEFORE = frozenset("'’.&")  # marks inside a source that stands before its cue
_INSIDE_AFTER = frozenset(".'’&-")  # and after it


def source_start(tokens: Tokens, stop: int) -> int | None:
    """Where the noun phrase that ends before ``stop`` begins; None when there is none."""
    end = without_comma(tokens, stop)
    start = phrase_start(tokens, end) if end == stop else _before_appositive(tokens, end)
    if start is None:
        return None
    start = _without_adjunct(tokens, start, end)
    return start if _may_be_source(tokens, start, end) else None


def _before_appositive(tokens: Tokens, end: int) -> int | None:
    """Where a phrase that a comma ends begins: in "Olm, the minister, said" before the first one."""
    comma = tokens.first(range(end - 1, max(-1, end - LONGEST_SOURCE), -1), _is_comma) or 0
    start = phrase_start(tokens, comma or end)
    return None if start == comma else start


def _may_be_source(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a phrase holds a name, or a noun as its first and last word tell."""
    phrase = tokens.part(start, end)
    if not 0 < len(phrase) <= LONGEST_SOURCE:
        return False
    is_name = any(t.is_capital for t in phrase)
    opens = tokens.opens_phrase(start) or phrase[0].low in tokens.cues.pronouns
    return is_name or opens or phrase[-1].low.endswith(tokens.cues.ending_plural)


def without_comma(tokens: Tokens, stop: int) -> int:
    """``stop``, or one less when a comma stands before it."""
    return stop - _is_comma(tokens.at(stop - 1))


def _is_comma(token: Token) -> bool:
    return token.text == ","


def phrase_start(tokens: Tokens, end: int) -> int:
    """Read backwards from ``end`` while the tokens can belong to one noun phrase."""
    start = end
    while start and _is_in_phrase(tokens, start - 1):
        start -= 1
    return start


def _is_in_phrase(tokens: Tokens, i: int) -> bool:
    token = tokens.at(i)
    joins = token.low == tokens.cues.joins and tokens.at(i - 1).is_capital
    is_part = token.is_word or token.text in _INSIDE_BEFORE
    fits = joins or (is_part and token.low not in tokens.cues.boundaries)
    return fits and not _is_past_cue(tokens, i)


def _is_past_cue(tokens: Tokens, i: int) -> bool:
    """Whether a word can be nothing but a verb that hands on speech: "Olm said the union" is no phrase."""
    is_form = tokens.at(i).low in tokens.cues.said or tokens.is_past(i)
    return is_form and any(word.inverts for word in tokens.verbs(i))


def _without_adjunct(tokens: Tokens, start: int, end: int) -> int:
    """Skip a leading "On Tuesday" or "In a later interview" that belongs to no name."""
    cues = tokens.cues
    if start < end and tokens.at(start).low in cues.adjuncts:
        return _after_dates(tokens, start, end)
    while start < end and tokens.at(start).low in cues.adverbs and tokens.at(start).low != cues.both:
        start += 1
    return start


def _after_dates(tokens: Tokens, start: int, end: int) -> int:
    """What follows the last word of a time; ``start`` where none is told."""
    dated = [i for i in range(start, end) if tokens.is_dated(i)]
    return dated[-1] + 1 if dated else start


def source_stop(tokens: Tokens, start: int) -> int:
    """Where a noun phrase that begins at ``start`` ends; ``start`` itself when none does."""
    first = tokens.at(start)
    if first.low in tokens.cues.pronouns and not first.is_capital:
        return start + 1
    if not first.is_word or first.low in tokens.cues.adjuncts:
        return start
    stop = start
    while stop - start < LONGEST_SOURCE and _goes_on(tokens, start, stop):
        stop += 1
    return _without_marks(tokens, start, stop)


def _without_marks(tokens: Tokens, start: int, stop: int) -> int:
    """The end of a phrase whose last token is a word."""
    while stop > start and not tokens.at(stop - 1).is_word:
        stop -= 1
    return stop


def _goes_on(tokens: Tokens, start: int, i: int) -> bool:
    """Whether the token may belong to the noun phrase that begins at ``start``."""
    token = tokens.at(i)
    if token.low in tokens.cues.of_office:
        return _names_office(tokens, i)
    if tokens.ends_phrase(i) and token.low != tokens.cues.joins:
        return False
    if _is_comma(token):
        return i > start and _is_appositive(tokens, i + 1)
    return token.is_word or token.text in _INSIDE_AFTER


def _names_office(tokens: Tokens, preposition: int) -> bool:
    """Whether "at the New School" rather than "at a rally", "on Tuesday" or "in a statement" follows."""
    first, rest = tokens.at(preposition + 1), range(preposition + 1, preposition + 3)
    if tokens.at(preposition).low in tokens.cues.never_office or first.low in tokens.cues.indefinite:
        return False
    named = any(tokens.at(i).is_capital and not tokens.is_dated(i) for i in rest)
    return named and not tokens.at(min(rest[-1], len(tokens) - 1)).text[:1].isdigit()


def _is_appositive(tokens: Tokens, start: int) -> bool:
    """Whether a description follows the comma: "a professor", "the ministry's director"."""
    described = tokens.at(start).low in tokens.cues.appositives
    return described and not any(t.is_quote for t in tokens.part(start, start + 2))
