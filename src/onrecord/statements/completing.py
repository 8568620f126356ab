"""Clauses given whole: a content that the reader has cut, or read by a verb inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, CueGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.masking import tokenise
from onrecord.statements.spans import Taken, by_sentence, holds_whole, own_spans, sentence_at
from onrecord.statements.tokens import Tokens
from onrecord.text import View

# Characters of a clause before its source; a longer sentence has lost its stops.
_LONGEST_CLAUSE = 1000
# Words from a source to the end of its verb group: "has since also told reporters in Karst".
_LONGEST_VERB = 6
_LONGEST_SUBJECT = 6  # words
_COMMA = re.compile(r"[\"”’»']?,[\"”’»']?\s+")
_CLAUSE_ENDS = ",;:—–"
_PAUSES = frozenset(",;:—–-\"”“’‘'(")
_STOPS = frozenset(".!?")

# ------------------------------------------------------------------ a verb inside the clause


def named_after(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """A verb inside the clause is not what reports it: "They did not *meet*, *Olm* has said"."""
    held = by_sentence(view, (s for a in attributions for s in own_spans(a)))
    return [_named_after(view, attribution, held) for attribution in attributions]


def _named_after(view: View, attribution: Attribution, held: dict[Span, list[Span]]) -> Attribution:
    verb = _verb_after(view, attribution)
    sentence = None if verb is None else sentence_at(view, verb.start)
    if verb is None or sentence is None:
        return attribution
    others = [s for s in held.get(sentence, ()) if s not in own_spans(attribution)]
    if any(s.overlaps(verb) for s in others):
        return attribution
    return replace(attribution, cue=(verb,), content=(_whole_clause(attribution, sentence, others),))


def _whole_clause(attribution: Attribution, sentence: Span, others: Sequence[Span]) -> Span:
    """The clause from the sentence's start, or from the old cue on where that holds words of another."""
    clause = Span(sentence.start, attribution.content[0].end)
    if any(s.overlaps(clause) for s in others):
        return Span(min(attribution.cue[0].start, attribution.content[0].start), clause.end)
    return clause


def _verb_after(view: View, attribution: Attribution) -> Span | None:
    """The verb of speech at the sentence's end that follows a source named after a comma and the content.

    None where the cue stands there already, or anything but a place, an occasion or a time follows the verb.
    """
    if not (len(attribution.source) == len(attribution.content) == len(attribution.cue) == 1):
        return None
    source, sentence = attribution.source[0], sentence_at(view, attribution.content[0].start)
    if sentence is None or not _ends_in_source(view, attribution, sentence):
        return None
    after = Span(source.end, min(sentence.end, source.end + _LONGEST_CLAUSE))
    tokens = tokenise(view.text, after, view.language)
    stop = _speech_group(tokens)
    return tokens.span(0, stop) if stop else None


def _ends_in_source(view: View, attribution: Attribution, sentence: Span) -> bool:
    """Whether cue, content and, after a comma, the source follow in one sentence, in a clause of their own.

    "Asked about it, Olm replied" and "When Olm praised it, Reve said" have a verb of their own before.
    """
    source, cue, content = attribution.source[0], attribution.cue[0], attribution.content[0]
    in_order = sentence.start <= cue.start < source.start < source.end < sentence.end
    if not in_order or source.start - sentence.start > _LONGEST_CLAUSE:
        return False
    if not _COMMA.fullmatch(view.text, content.end, source.start):
        return False
    led_by = re.split(f"[{_CLAUSE_ENDS}]", view.text[sentence.start : cue.start])[-1].split()[:1]
    grammar = view.language.grammar(CueGrammar)
    return bool(led_by) and led_by[0].lower() not in grammar.boundaries & grammar.adjuncts


def _speech_group(tokens: Tokens) -> int:
    """How many of ``tokens`` are a verb of speech with its auxiliaries; 0 where more follows than when."""
    cues = tokens.cues
    near = range(min(len(tokens), _LONGEST_VERB))
    verb = tokens.first(near, lambda t: t.low not in cues.auxiliaries and t.low not in cues.adverbs)
    if verb is None or not any(w.inverts for w in tokens.verbs(verb)):
        return 0
    stop = _after_addressee(tokens, verb + 1) if tokens.at(verb).low in cues.telling else verb + 1
    ends = _ends_here(tokens, stop) or _begins_adjunct(tokens, stop)
    return verb + 1 if ends and stop - verb <= _LONGEST_VERB else 0


def _after_addressee(tokens: Tokens, start: int) -> int:
    """Where the words after "told" go on with something else than who was told."""
    while tokens.at(start).is_word and not _begins_adjunct(tokens, start):
        start += 1
    return start


def _ends_here(tokens: Tokens, i: int) -> bool:
    """Whether nothing but a stop follows."""
    return i >= len(tokens) or (tokens.at(i).text in _STOPS and i + 1 == len(tokens))


def _begins_adjunct(tokens: Tokens, i: int) -> bool:
    """Whether a place, an occasion or a time begins ("said on Monday")."""
    return tokens.at(i).low in tokens.cues.adjuncts or tokens.is_dated(i)


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
