"""Nouns for what somebody utters, with its owner: "Olm’s offer to pay", "calls by critics for …"."""

from __future__ import annotations

from onrecord.records import Span, Spans
from onrecord.statements.stretches import is_finite, to_end, to_pause, to_verb
from onrecord.statements.tokens import Clause, Tokens

_LONGEST_OWNER = 6  # words
_LONGEST_LINK = 4  # words from a noun to its "by" or "from"
_MOST_ADJECTIVES = 3  # between an owner and what he uttered: "his own earlier call"


def uttered(tokens: Tokens, noun: int) -> Clause | None:
    """Who utters what the noun at ``noun`` names, and what that is."""
    return _owned(tokens, noun) or _uttered_by(tokens, noun) or _unowned(tokens, noun)


# ------------------------------------------------------------------ an owner before the noun


def _owned(tokens: Tokens, noun: int) -> Clause | None:
    """Read "Olm’s offer to pay", "the bank’s own earlier denial of …"."""
    owner = _owner_before(tokens, noun)
    mark = noun + 1
    while mark < len(tokens) - 1 and _is_day(tokens, mark):
        mark += 1  # "Olm’s vow on Monday to pay"
    if owner is None or not _opens_content(tokens, mark, tokens.cues.utterances[tokens.at(noun).low]):
        return None
    source = _owner(tokens, owner)
    content = None if source is None else _owned_content(tokens, mark, source)
    return Clause((source,), (tokens.span(noun, noun + 1),), content) if source and content else None


def _owner_before(tokens: Tokens, noun: int) -> int | None:
    """Where the possessive stands that the noun and the adjectives before it belong to."""
    for first in range(noun, max(0, noun - _MOST_ADJECTIVES - 1), -1):
        if _owns(tokens, first - 1):
            return first - 1
        before = tokens.at(first - 1)
        goes_on = not tokens.ends_phrase(first - 1) or before.low in tokens.cues.utterance_adjectives
        if not (before.is_word and goes_on):
            break
    return None


def _is_day(tokens: Tokens, i: int) -> bool:
    return tokens.is_dated(i) or tokens.at(i).low in tokens.cues.utterance_days


def _opens_content(tokens: Tokens, i: int, marks: frozenset[str]) -> bool:
    """Whether what was uttered begins here, unless "to" opens no infinitive: "its appeal to the voters"."""
    if tokens.at(i).low not in marks:
        return False
    is_named = tokens.opens_phrase(i + 1) or tokens.at(i + 1).is_capital
    return not (tokens.at(i).text == tokens.cues.infinitive and is_named)


def _owned_content(tokens: Tokens, mark: int, owner: Span) -> Spans | None:
    """What begins at ``mark``: a clause with "that" ends with its pause when the owner opens the sentence."""
    if tokens.at(mark).low != tokens.cues.that:
        return to_verb(tokens, _after_mark(tokens, mark))
    return (to_pause if owner.start <= tokens.at(0).start else to_end)(tokens, mark)


def _after_mark(tokens: Tokens, mark: int) -> int:
    """Where content begins whose mark is a preposition; "to" and "that" are part of it."""
    return mark + (tokens.at(mark).low not in (tokens.cues.infinitive, tokens.cues.that))


def _owns(tokens: Tokens, i: int) -> bool:
    """Whether the token ends a possessive: "his", "Olm’s", the mark of "the guilds’"."""
    low, cues = tokens.at(i).low, tokens.cues
    if low in cues.possessive_marks:
        before = tokens.at(i - 1)
        return before.is_word and before.low.endswith(cues.ending_plural)
    if low in cues.possessives:
        return True
    ending = _possessive_ending(tokens, i)
    return ending is not None and low.removesuffix(ending) not in cues.pronoun_stems


def _owner(tokens: Tokens, i: int) -> Span | None:
    """The noun phrase whose last word is the possessive at ``i``, without its mark."""
    if tokens.at(i).low in tokens.cues.possessives:
        return tokens.span(i, i + 1)
    last = i if tokens.at(i).is_word else i - 1
    first = _owner_start(tokens, last)
    if not (tokens.at(first).is_capital or tokens.opens_phrase(first)):
        return None
    ending = _possessive_ending(tokens, last) if last == i else None
    return Span(tokens.at(first).start, tokens.at(last).end - len(ending or ""))


def _possessive_ending(tokens: Tokens, i: int) -> str | None:
    low = tokens.at(i).low
    return next((e for e in tokens.cues.possessive_endings if low.endswith(e)), None)


def _owner_start(tokens: Tokens, last: int) -> int:
    """Where the phrase begins that ends with the word at ``last``: its article, else its capitals."""
    name = last
    for i in range(last - 1, max(-1, last - _LONGEST_OWNER), -1):
        if tokens.opens_phrase(i):
            return i
        if _is_initial_stop(tokens, i):
            continue
        if not tokens.at(i).is_word or tokens.ends_phrase(i) or tokens.is_past(i):
            break
        if tokens.at(i).is_capital and name == i + 1 + (tokens.at(i + 1).text == "."):
            name = i
    return name


def _is_initial_stop(tokens: Tokens, i: int) -> bool:
    return tokens.at(i).text == "." and tokens.at(i - 1).is_capital


# ------------------------------------------------------------------ an owner after it, or none


def _uttered_by(tokens: Tokens, noun: int) -> Clause | None:
    """Read "a request to Olm from the board to …", "calls by critics for …"."""
    near = range(noun + 1, noun + _LONGEST_LINK)
    link = tokens.first(near, lambda t: t.low in tokens.cues.uttered_by)
    if link is None or not _is_addressee(tokens, noun + 1, link):
        return None
    # Without "of": "criticism from some of the crew".
    marks = tokens.cues.utterances[tokens.at(noun).low] - {tokens.cues.of}
    stop = _owner_end(tokens, link + 1, marks)
    if stop is None or not _opens_content(tokens, stop, marks):
        return None
    content = to_verb(tokens, _after_mark(tokens, stop))
    cue = tokens.span(noun, link + 1)
    return Clause((tokens.span(link + 1, stop),), (cue,), content) if content else None


def _owner_end(tokens: Tokens, start: int, marks: frozenset[str]) -> int | None:
    """Where one of ``marks``, or no word, follows those who uttered it; None when nobody stands before."""
    stop = start
    while tokens.at(stop).is_word and tokens.at(stop).low not in marks:
        if stop - start >= _LONGEST_OWNER or tokens.ends_phrase(stop):
            return None
        stop += 1
    return stop if stop > start else None


def _is_addressee(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether nothing stands between, or "to" and a name."""
    names = tokens.part(start + 1, stop)
    return start == stop or (
        tokens.at(start).low == tokens.cues.infinitive and all(t.is_capital for t in names)
    )


def _unowned(tokens: Tokens, noun: int) -> Clause | None:
    """Read "accusations that Olm had lied": whose they are the clause does not say."""
    cues, start = tokens.cues, noun + 2
    if tokens.at(noun).low not in cues.charges or tokens.at(noun + 1).low != cues.that:
        return None
    subject = tokens.at(start)  # none follows in "claims that look odd"
    if not (subject.is_capital or tokens.opens_phrase(start) or subject.low in cues.pronouns):
        return None
    ends = to_verb(tokens, _after_verb(tokens, start), start)  # "accusations that she had lied | were false"
    return Clause((), (tokens.span(noun, noun + 1),), ends) if ends else None


def _after_verb(tokens: Tokens, start: int) -> int:
    """Where the first verb from ``start`` on has been read, its auxiliaries with it."""
    found = (i for i in range(start, len(tokens)) if is_finite(tokens, i) or tokens.is_past(i))
    verb = next(found, start)
    while tokens.at(verb).low in tokens.cues.auxiliaries or tokens.is_past(verb):
        verb += 1
    return verb
