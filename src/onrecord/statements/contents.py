"""Where what was said begins and ends, beside a cue in a masked sentence."""

from __future__ import annotations

from onrecord.records import Spans
from onrecord.statements.tokens import PAUSES, Token, Tokens
from onrecord.statements.verbs import Cue

_LONGEST_ADJUNCT = 14  # tokens between a cue and its "that"
_BREAKS = frozenset(",—–:-")  # between the halves of a broken quotation
_IN_BREAK = _BREAKS | frozenset("'’.")
_IN_ADJUNCT = frozenset(",'’.")
_DASHES = frozenset(",—–")
_NOTHING = _DASHES | {".", ""}  # after a cue that nothing follows


def content_before(tokens: Tokens, stop: int) -> Spans:
    """What stands before a cue clause that follows it, without the comma between them."""
    if tokens.at(stop - 1).is_quote and not tokens.at(stop - 2).is_word:
        return (tokens.span(stop - 1, stop),)
    end = stop
    while tokens.at(end - 1).text in PAUSES:
        end -= 1
    start = tokens.first(range(end), _tells)
    if start is None:
        return ()
    return (tokens.span(start, end),) if end - start > 1 or tokens.at(start).is_quote else ()


def _tells(token: Token) -> bool:
    return token.is_word or token.is_quote


def continuation(tokens: Tokens, stop: int, content: Spans) -> Spans:
    """The second half of a broken quotation ("…," Olm said, "…"); nothing when there is no first half."""
    if not any(t.is_quote and content[-1].start <= t.start < content[-1].end for t in tokens.part(0, stop)):
        return ()
    i = tokens.first(range(stop, stop + _LONGEST_ADJUNCT), lambda t: not (t.is_word or t.text in _IN_BREAK))
    if i is None or not tokens.at(i).is_quote or tokens.at(i - 1).text not in _BREAKS:
        return ()
    return (tokens.span(i, i + 1),)


def content_of_as(tokens: Tokens, cue: Cue) -> Spans:
    """What follows the comma of "As Olm said, …"."""
    comma = tokens.first(range(cue.stop, len(tokens)), lambda t: t.text == ",")
    return () if comma is None else to_end(tokens, comma + 1)


def content_after(tokens: Tokens, cue: Cue) -> Spans:
    """What follows a cue: a quotation, a that-clause behind adjuncts, or whatever stands next to it."""
    marked = marked_content(tokens, cue)
    if marked or not _takes_what_follows(tokens, cue):
        return marked
    return to_end(tokens, cue.stop)


def _takes_what_follows(tokens: Tokens, cue: Cue) -> bool:
    """Whether the words next to a cue are what was said, though nothing marks them."""
    first, cues = tokens.at(cue.stop), tokens.cues
    if first.text in (",", ".") or cue.word.lemma in cues.tells:
        return False
    if first.low == cues.infinitive and cue.word.lemma in cues.take_infinitive:
        return True
    return not cue.word.inverts or first.low not in cues.adjuncts or first.low in cues.topics


def marked_content(tokens: Tokens, cue: Cue) -> Spans:
    """Content whose beginning is marked: by "that", by a colon, by a quotation mark."""
    for i in range(cue.stop, cue.stop + _LONGEST_ADJUNCT):
        if _is_mark(tokens, i, cue):
            return to_end(tokens, i)
        if not (tokens.at(i).is_word or tokens.at(i).text in _IN_ADJUNCT):
            break
    return ()


def _is_mark(tokens: Tokens, i: int, cue: Cue) -> bool:
    """Whether what a cue hands on begins here for certain."""
    token, cues = tokens.at(i), tokens.cues
    if token.is_quote:
        return _is_near(tokens, i, cue)
    to_do = token.low == cues.infinitive and i > cue.stop and cue.word.lemma in cues.take_object
    return to_do or token.low in cues.markers or token.text == ":"


def _is_near(tokens: Tokens, i: int, cue: Cue) -> bool:
    """Whether a quotation belongs to the cue: next to it, or after an addressee, adjunct or adverb."""
    if i == cue.stop or cue.word.lemma in tokens.cues.take_object:
        return True
    opening = tokens.at(cue.stop)
    has_adjunct = opening.low in tokens.cues.adjuncts or opening.text == ","
    is_manner = tokens.at(i - 1).low.endswith(tokens.cues.ending_manner)
    return is_manner or (has_adjunct and _may_end_adjunct(tokens, i - 1))


def _may_end_adjunct(tokens: Tokens, i: int) -> bool:
    """Whether a place, time or occasion may be told here to its end: a name, a day, a pause."""
    return tokens.at(i).is_pause or tokens.at(i).is_capital or tokens.is_dated(i)


def has_clause(tokens: Tokens, cue: Cue, lead: Token) -> bool:
    """Whether what was said follows the cue, rather than an addressee, an adjunct or nothing.

    ``lead`` stands before the source: after a quotation, another one is its second half.
    """
    first, cues = tokens.at(cue.stop), tokens.cues
    following = tokens.part(cue.stop, cue.stop + _LONGEST_ADJUNCT)
    if first.low in cues.adjuncts:
        return any(t.low == cues.that or t.text == ":" for t in following)
    if first.text in _NOTHING:
        return False
    second_half = lead.is_quote
    if cue.word.lemma in cues.take_object:
        return any(_opens_content(tokens, t, second_half=second_half) for t in following)
    return not (second_half and first.is_quote)


def _opens_content(tokens: Tokens, token: Token, *, second_half: bool) -> bool:
    """Whether what was said to somebody may begin here; ``second_half``: a quotation would only go on."""
    if token.is_quote:
        return not second_half
    return token.low in (tokens.cues.that, tokens.cues.infinitive) or token.text == ":"


def to_end(tokens: Tokens, start: int) -> Spans:
    """From ``start`` to the end of the sentence without its stop, or to another cue clause."""
    end = _next_clause(tokens, start)
    while end > start and tokens.at(end - 1).text in (".", ",", ";"):
        end -= 1
    while start < end and (tokens.at(start).text in _DASHES or tokens.at(start).text == ":"):
        start += 1
    return (tokens.span(start, end),) if end > start else ()


def _next_clause(tokens: Tokens, start: int) -> int:
    """Where "…, adding" or "…, according to" begins after ``start``; the end when nothing does."""
    for i in range(start + 1, len(tokens) - 1):
        token = tokens.at(i)
        if (token.is_quote or token.text in _DASHES) and tokens.at(i + 1).low in tokens.cues.further:
            return i + token.is_quote
    return len(tokens)
