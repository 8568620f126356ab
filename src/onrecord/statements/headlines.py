"""Headlines that name their source last: "Port to close, says Olm", "'We close': Ann Olm on the port"."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.statements.clauses import clauses
from onrecord.statements.masking import tokens_of
from onrecord.statements.tokens import Clause, Tokens
from onrecord.text import View

_SHORTEST = 3  # words before "…, Olm says"
_LONGEST_BEFORE, _LONGEST_AFTER = 5, 6  # words of the name before its verb, and after it
_SHORTEST_NAMED = 4  # a quotation, a colon and a name of two words
_BEFORE_NAME = frozenset(",—–")


def named_last(view: View, headline: Span) -> Clause | None:
    """The clause of a headline that ends in a comma, "says" and a name, in either order, or that quotes."""
    tokens = tokens_of(view, headline)
    quoted = _quoted_first(tokens)
    if quoted is not None:
        return quoted
    last = len(tokens) - 1
    verb = tokens.first(range(last, 0, -1), lambda t: t.low in tokens.cues.headline_verbs)
    if verb == last:
        return _ended_by(tokens)
    if verb is None or not tokens.at(verb - 1).is_pause:
        return None
    if last - verb > _LONGEST_AFTER:
        meanwhile = range(verb + 2, verb + 2 + _LONGEST_BEFORE)
        stop = tokens.first(meanwhile, lambda t: t.low in tokens.cues.headline_stops)
        if stop is None:
            return None
        tokens = tokens.up_to(stop)
    clause = next(iter(clauses(tokens, headline=True)), None)
    return clause if clause is not None and clause.source[0].start >= tokens.at(verb).end else None


def _quoted_first(tokens: Tokens) -> Clause | None:
    """A quotation, a colon, and who is named right behind it: "'We close': *Ann Olm* on the port".

    Where every word has a capital nothing tells where the name ends.
    """
    if len(tokens) < _SHORTEST_NAMED or not tokens.at(0).is_quote or tokens.at(1).text != ":":
        return None
    rest = range(2, len(tokens))
    stop = tokens.first(rest, lambda t: not (t.is_word and t.is_capital)) or len(tokens)
    if not 1 < stop - 2 <= _LONGEST_BEFORE:
        return None
    return Clause((tokens.span(2, stop),), (tokens.span(1, 2),), (tokens.span(0, 1),))


def _ended_by(tokens: Tokens) -> Clause | None:
    """The clause of a headline that ends in a comma, a name and its verb."""
    last = len(tokens) - 1
    comma = tokens.first(range(last - 1, 0, -1), lambda t: t.text in _BEFORE_NAME) or 0
    name = tokens.part(comma + 1, last)
    if comma < _SHORTEST or not 0 < len(name) <= _LONGEST_BEFORE or not all(t.is_word for t in name):
        return None
    cue = tokens.span(last, last + 1)
    return Clause((tokens.span(comma + 1, last),), (cue,), (tokens.span(0, comma),))
