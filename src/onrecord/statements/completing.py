"""Contents that the tagger cut short, completed to the whole clause."""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, CueGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.spans import Taken, holds_whole, sentence_at
from onrecord.text import View

_CLAUSE_ENDS = ",;:—–"
_PAUSES = frozenset(",;:—–-\"”“’‘'(")


def completed(view: View, attribution: Attribution, taken: Taken) -> Attribution:
    """The attribution with its clause from its beginning: "The two did not discuss *the port*, Olm said"."""
    sentence = _cut_sentence(view, attribution)
    if sentence is None:
        return attribution
    content = attribution.content[0]
    for start in _clause_starts(view, sentence, content):
        before = Span(start, content.start)
        if holds_whole(view, before) and not taken.touches((before,)):
            return replace(attribution, content=(Span(start, content.end),))
    return attribution


def _cut_sentence(view: View, attribution: Attribution) -> Span | None:
    """The sentence of a content, before its source and cue, that begins in the middle of a clause."""
    if not (attribution.source and attribution.cue and len(attribution.content) == 1):
        return None
    content = attribution.content[0]
    sentence = sentence_at(view, content.start) if is_right_before(view.text, attribution) else None
    if sentence is None or view.quotations_in(content, 0):
        return None
    gap = view.text[sentence.start : content.start].rstrip()
    return sentence if gap and gap[-1] not in _PAUSES else None


def is_right_before(text: str, attribution: Attribution) -> bool:
    """Whether nothing but a pause parts the content from its source and cue behind it."""
    end, after = attribution.content[0].end, min(attribution.source[0].start, attribution.cue[0].start)
    return end <= after and text[end:after].strip(" ,—–-") == ""


def _clause_starts(view: View, sentence: Span, content: Span) -> tuple[int, ...]:
    """Where the clause of a content may begin, best first.

    A second predicate goes with its subject: "They met, but did not discuss *the port*, Olm said".
    """
    text = view.text
    gap = text[sentence.start : content.start].rstrip()
    clause = sentence.start + max(gap.rfind(p) + 1 for p in _CLAUSE_ENDS)
    lead = view.language.grammar(ClauseGrammar).lead.match(text, clause, content.start)
    clause = lead.end() if lead else clause
    opening = text[clause : content.end].lower().split(maxsplit=1)[:1]
    is_predicate = not view.language.grammar(CueGrammar).auxiliaries.isdisjoint(opening)
    return (sentence.start, clause) if is_predicate else (clause,)
