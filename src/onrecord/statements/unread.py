"""Statements that the tagger missed although the words leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, CueGrammar
from onrecord.records import Attribution, Span, Spans
from onrecord.statements.embedded import embedded
from onrecord.statements.masking import LONGEST_SENTENCE, tokens_of
from onrecord.statements.spans import Taken, own_spans, sentence_at
from onrecord.text import View

# Read in 150 articles of one collection and 84 of another, about three of four were what the text says.
_CONFIDENCE = 0.5
# Items of a list are as sure as its first, and then some way less.
_DISCOUNT = 0.9


def unread(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in what ``attributions`` leave of the article's sentences; linear in the text."""
    taken = Taken(len(view.text), (s for a in attributions for s in own_spans(a)))
    free = [
        clause
        for block in view.blocks("paragraph")
        for sentence in view.cut(block.span)
        for clause in _clauses(view, sentence)
        if not taken.touches(_unshared(view, clause))
    ]
    return free + [item for a in attributions for item in _listed(view, a)]


def _unshared(view: View, attribution: Attribution) -> Spans:
    """What no other attribution may hold; "the charges" that Olm denied may be another's content as well."""
    words = (*attribution.source, *attribution.cue)
    verb = attribution.cue[-1].of(view.text).split()[-1].lower()
    is_wanted = verb in view.language.grammar(CueGrammar).wanted
    return words if is_wanted else (*words, *attribution.content)


def _clauses(view: View, sentence: Span) -> Iterator[Attribution]:
    """What one sentence holds, read with its quotations masked."""
    tokens = tokens_of(view, sentence)
    for clause in embedded(tokens) if len(tokens) <= LONGEST_SENTENCE else ():
        yield Attribution(clause.source, clause.cue, clause.content, _CONFIDENCE)


# ------------------------------------------------------------------ lists


def _listed(view: View, attribution: Attribution) -> Iterator[Attribution]:
    """The rest of a list whose first item the tagger saw: "urged closing the pier; *moving the ferry*; …"."""
    last = attribution.content[-1].end
    sentence = sentence_at(view, attribution.content[-1].start) if view.text[last : last + 1] == ";" else None
    pattern = view.language.grammar(ClauseGrammar).item
    lead = pattern.match(view.text, attribution.content[0].start)
    if sentence is None or lead is None:
        return
    sure = round(attribution.confidence * _DISCOUNT, 4)
    for part in _parts(view.text, Span(last + 1, sentence.end)):
        item = pattern.match(view.text, part.start, part.end)
        if item is None or not _alike(item, lead):
            return
        yield replace(attribution, content=(Span(item.start("first"), part.end),), confidence=sure)


def _alike(item: re.Match[str], lead: re.Match[str]) -> bool:
    """Whether both are infinitives, or both participles."""
    return (item["to"] is None) == (lead["to"] is None)


def _parts(text: str, span: Span) -> Iterator[Span]:
    """What semicolons part, in order."""
    start = span.start
    while start < span.end:
        stop = text.find(";", start, span.end)
        stop = span.end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1
