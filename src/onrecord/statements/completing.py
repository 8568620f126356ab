"""Clauses given whole: a content that the reader has cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, CueGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.spans import Taken, holds_whole, sentence_at
from onrecord.text import View

_LONGEST_SUBJECT = 6  # words
_CLAUSE_ENDS = ",;:—–"
_PAUSES = frozenset(",;:—–-\"”“’‘'(")

# ------------------------------------------------------------------ a subject alone


def around(view: View, attribution: Attribution, taken: Taken) -> Attribution:
    """A subject alone is no content: "*The pier*, according to the guild, *is shut*" says both."""
    more = _predicate(view, attribution) if _is_bare_subject(view, attribution) else None
    if more is None or taken.touches((more,)) or not holds_whole(view, more):
        return attribution
    return replace(attribution, content=(attribution.content[0], more))


def _is_bare_subject(view: View, attribution: Attribution) -> bool:
    """Whether the content is a noun phrase with its article, handed on "according to" a source behind it."""
    cues, text = view.language.grammar(CueGrammar), view.text
    cue = " ".join(s.of(text).lower() for s in attribution.cue)
    if cue != " ".join(cues.according) or len(attribution.content) != 1 or not attribution.source:
        return False
    words = attribution.content[0].of(text).lower().split()
    return attribution.content[0].end <= attribution.source[-1].start and _is_noun_phrase(words, cues)


def _is_noun_phrase(words: Sequence[str], cues: CueGrammar) -> bool:
    """Whether few words begin with an article and hold no verb."""
    is_short = len(words) <= _LONGEST_SUBJECT and not cues.determiners.isdisjoint(words[:1])
    return is_short and (cues.auxiliaries | cues.past_verbs).isdisjoint(words)


def _predicate(view: View, attribution: Attribution) -> Span | None:
    """What follows the source of a subject that opens its sentence, after a comma."""
    subject, source = attribution.content[0], attribution.source[-1]
    sentence = sentence_at(view, subject.start)
    if sentence is None or subject.start != sentence.start:
        return None
    rest = view.language.grammar(ClauseGrammar).predicate.match(view.text, source.end, sentence.end)
    cues = view.language.grammar(CueGrammar)
    others = cues.adjuncts | cues.calendar | cues.boundaries | cues.determiners
    return None if rest is None or rest["verb"] in others else Span(rest.start("verb"), sentence.end)


# ------------------------------------------------------------------ a clause cut at its beginning


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
