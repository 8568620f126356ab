"""Whom something was said to: "They *were told* that …", "The court *heard* …", "*Pressed by Olm* on …"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.modes import up_to_head
from onrecord.text import View

# Characters of the word after an agent, by which it is told to have ended.
_LOOK = 9


def with_agents(view: View, attribution: Attribution) -> Attribution:
    """The attribution with whoever a passive names after "by" for its source; who is accused says nothing."""
    if not attribution.cue:
        return attribution
    first, last = attribution.cue[0], attribution.cue[-1]
    stop = max(attribution.content[0].start, last.end) + _LOOK
    grammar = view.language.grammar(ClauseGrammar)
    match = grammar.by_agent.search(view.text, first.start, stop)
    if match is None and attribution.source and attribution.source[-1].end <= first.start:
        accused = grammar.accused.match(view.text, attribution.source[-1].end, attribution.content[0].start)
        return attribution if accused is None else replace(attribution, source=())
    if match is None or match.start() > last.end or any(s.start > last.start for s in attribution.source):
        return attribution
    if attribution.source and not is_told(view, attribution):
        return attribution
    agent = Span(*match.span("agent"))
    return replace(attribution, source=(agent,), cue=(Span(first.start, match.end("verb")),))


def is_told(view: View, attribution: Attribution) -> bool:
    """Whether the source is whom something was said to: it stands before a passive of telling."""
    if not attribution.source or not attribution.cue:
        return False
    source, cue = attribution.source[-1], attribution.cue[0]
    if source.end > cue.start:
        return False
    told, stop = view.language.grammar(ClauseGrammar).told, attribution.cue[-1].end
    return told.match(view.text, source.end, stop) is not None or _hears(view, attribution, source, stop)


def _hears(view: View, attribution: Attribution, source: Span, stop: int) -> bool:
    """Whether a court is told something: it "*heard* that …", or stands behind what it heard."""
    grammar, content = view.language.grammar(ClauseGrammar), attribution.content[0]
    if grammar.heard.match(view.text, source.end, stop) is None:
        return False
    if content.start > source.start and grammar.matter.match(view.text, content.start, content.end) is None:
        return False  # "heard arguments"
    head = up_to_head(view.language, source.of(view.text))[-1:]
    return not view.language.lexicon.nouns("hears").isdisjoint(word.lower() for word in head)
