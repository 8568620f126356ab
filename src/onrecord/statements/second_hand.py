"""What somebody is said to have said inside what another is quoted with.

Readers give the outermost attribution; this reads the contents once more. Only a subject that opens a
clause and a verb of speech count ("the bank said that *Olm had promised to pay*"), and what ``embedded``
finds within a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.languages.english.cues import (
    CLEAR_VERBS,
    FIRST_PERSONS,
    LEADS,
    NAMING,
    PASSIVES,
    SAYS,
    SUBORDINATORS,
)
from onrecord.languages.sentences import sentences
from onrecord.records import Attribution, Span, Spans, hull
from onrecord.statements.clauses import clauses
from onrecord.statements.embedded import embedded
from onrecord.statements.masking import masked, tokenise
from onrecord.statements.modes import mode
from onrecord.statements.spans import Quotes
from onrecord.statements.tokens import Clause, Token

# What is read off a content is as sure as that content, and then some way less.
_DISCOUNT = 0.6
_LONGEST_SOURCE = 7  # words; longer subjects are misread clauses more often than not
# Tokens; a longer sentence has lost its stops, and reading it would take time by the square of them.
_LONGEST_SENTENCE = 250
# A short subject and a verb right after a quotation that ends in a comma, and how far they reach.
_SAID = re.compile(
    r"\s+(?P<source>[^\W\d_][\w’'.-]*(?: [\w’'.-]+){0,5}?) (?P<cue>said|says|told|added|wrote)\b"
)
_REACH = 90
# "he's", "hasn't", "74 percent"
_NO_NAME = re.compile(r"['’](?:s|re|ve|d|ll|m)$|n['’]t$|^\d|%|^percent$")


def second_hand(attributions: Sequence[Attribution], quotes: Quotes) -> list[Attribution]:
    """Attributions inside the contents of ``attributions`` that are not among them."""
    known = bytearray(len(quotes.text))  # 1 where a cue stands already; a source may have several
    for attribution in attributions:
        _mark(known, attribution.cue)
    found = []
    for attribution in attributions:
        for span in attribution.content:
            for clause in (*_quoted(span, quotes), *_clauses(span, quotes), *_embedded(span, quotes)):
                if any(any(known[s.start : s.end]) for s in (*clause.source, *clause.cue)):
                    continue
                confidence = round(attribution.confidence * _DISCOUNT, 4)
                found.append(Attribution(clause.source, clause.cue, clause.content, confidence))
                _mark(known, clause.cue)
    return found


def _mark(known: bytearray, spans: Iterable[Span]) -> None:
    """Set ``known`` to 1 over ``spans``."""
    for span in spans:
        known[span.start : span.end] = b"\x01" * (span.end - span.start)


def _quoted(span: Span, quotes: Quotes) -> Iterator[Clause]:
    """Quotations with a speaker of their own inside a content: "“No,” Olm said on air", according to Reve."""
    for quote in quotes.touching(span):
        if not (span.contains(quote.span) and quote.opened and quote.closed):
            continue
        said = _SAID.match(quotes.text, quote.end, min(span.end, quote.end + _REACH))
        if said is None or quotes.text[quote.end - 2] != ",":
            continue
        source, cue = Span(*said.span("source")), Span(*said.span("cue"))
        if source.of(quotes.text).lower() not in FIRST_PERSONS:
            yield Clause((source,), (cue,), (quote.span,))


def _clauses(span: Span, quotes: Quotes) -> Iterator[Clause]:
    """Speech clauses whose subject opens a sentence of the content ``span``."""
    text = quotes.text
    within = quotes.inside(span)
    start, end = within.start, within.end
    hidden = masked(text[start:end], quotes.nested(within))
    for sentence in sentences(hidden):
        tokens = _without_lead(tokenise(hidden, sentence))
        if not 0 < len(tokens) <= _LONGEST_SENTENCE:
            continue
        openings = _openings(tokens)
        for clause in clauses(tokens):
            if not clause.source or clause.source[0].start not in openings:
                continue
            is_first = clause.source[0].start <= tokens[0].start
            if not _is_clear(clause, hidden, is_first=is_first):
                break
            moved = Clause(*(_moved(part, start) for part in (clause.source, clause.cue, clause.content)))
            source, cue = (hull(part).of(text) for part in (moved.source, moved.cue))
            if mode(source, cue, quoted=False) == "speech":
                yield moved
            break  # one to a sentence: later ones share its subject or belong to its content


def _embedded(span: Span, quotes: Quotes) -> Iterator[Clause]:
    """Speech that a clause of the content ``span`` holds, in its quotations as well."""
    text = quotes.text
    within = quotes.inside(span)
    outer = [
        replace(q, start=q.start + within.start, end=q.end + within.start) for q in quotes.nested(within)
    ]
    for part in (within, *(q.inner for q in outer)):
        if part.end <= part.start:
            continue
        hidden = masked(part.of(text), quotes.nested(part))
        for sentence in sentences(hidden):
            tokens = tokenise(hidden, sentence)
            for clause in embedded(tokens) if len(tokens) <= _LONGEST_SENTENCE else ():
                yield Clause(
                    *(_moved(spans, part.start) for spans in (clause.source, clause.cue, clause.content))
                )


def _openings(tokens: list[Token]) -> set[int]:
    """Where clauses begin: the sentence, and those that a conjunction subordinates."""
    after = {token.start for lead, token in pairwise(tokens) if lead.low in SUBORDINATORS}
    return {tokens[0].start, *after}


def _is_clear(clause: Clause, hidden: str, *, is_first: bool) -> bool:
    """Whether source and verb can hardly be anything else: a short subject, an active verb.

    ``is_first``: the clause opens its sentence; "… because Olm called it off" is no speech.
    """
    source = hull(clause.source).of(hidden).lower().split()
    cue = hull(clause.cue).of(hidden).lower().split()
    is_odd = any(word in FIRST_PERSONS or _NO_NAME.search(word) for word in source)
    if len(source) > _LONGEST_SOURCE or is_odd or any(word in PASSIVES for word in cue):
        return False
    opening = hidden[clause.content[0].start :].split(maxsplit=1)[0].lower()
    is_marked = opening in ("that", "whether") or opening.startswith("§")
    if not (is_first or is_marked) and cue[-1] in NAMING:
        return False
    is_verb = cue[-1].endswith("ed") or cue[-1] in CLEAR_VERBS
    return cue[-1] in SAYS or (is_verb and (is_marked or any(word in CLEAR_VERBS for word in cue)))


def _moved(spans: Spans, by: int) -> Spans:
    """``spans`` further on in the text."""
    return tuple(Span(s.start + by, s.end + by) for s in spans)


def _without_lead(tokens: list[Token]) -> list[Token]:
    """A sentence without the "that", "and" or "in addition," before its subject."""
    first = 0
    while first < len(tokens) and (
        tokens[first].low in LEADS or not (tokens[first].is_word or tokens[first].is_quote)
    ):
        first += 1
    return tokens[first:]
