"""Whom something was said to: "They *were told* that …", "The court *heard* …", "*Pressed by Olm* on …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar
from onrecord.records import Attribution, Span, Spans, hull
from onrecord.statements.masking import tokenise
from onrecord.statements.modes import up_to_head
from onrecord.statements.sources import source_start, without_comma
from onrecord.statements.spans import sentence_at
from onrecord.text import View

# Characters of a sentence in which somebody is quoted by somebody else.
LONGEST_SENTENCE = 1000
# Marks that open a quotation.
_OPENING = "“\"‘'«"
# Characters of the word after an agent, by which it is told to have ended.
_LOOK = 9


def quoted_as(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` with whoever is quoted for their source, and not who quotes: that is a medium.

    "They *were quoted* by Brill *as saying*", "Brill *quoted* them *as saying*". What names nothing but the
    two says nothing.
    """
    found: list[Attribution] = []
    for attribution in attributions:
        quoted = _quoted(view, attribution)
        if quoted is None:
            found.append(attribution)
            continue
        source, cue = quoted
        content = _said_around(view, attribution.content, hull((source, *cue)))
        if content:
            found.append(replace(attribution, source=(source,), cue=cue, content=content))
    return found


def _said_around(view: View, content: Sequence[Span], clause: Span) -> Spans:
    """What stands before the clause that quotes ("“No,” Brill was quoted as saying"), and what follows it.

    Where both do, the rest of the sentence tells when and to whom, unless it is quoted as well.
    """
    before = tuple(s for s in content if s.end <= clause.start)
    after = [Span(max(s.start, clause.end + 1), s.end) for s in content if s.end > clause.end + 1]
    sentence = sentence_at(view, clause.start)
    if not before or sentence is None:
        return (*before, *after)
    return (*before, *(s for s in after if s.start >= sentence.end or view.text[s.start] in _OPENING))


def _quoted(view: View, attribution: Attribution) -> tuple[Span, Spans] | None:
    """Who is quoted and by which words, where an attribution is read off such a clause."""
    first = hull((*attribution.source, *attribution.cue, *attribution.content))
    sentence = sentence_at(view, attribution.cue[0].start if attribution.cue else first.start)
    if sentence is None or sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    grammar = view.language.grammar(ClauseGrammar)
    passive = _of_cue(grammar.quoted_as, view, sentence, attribution)
    if passive is not None:
        before = tokenise(view.text, Span(sentence.start, passive.start()), view.language)
        start, stop = source_start(before, len(before)), without_comma(before, len(before))
        return None if start is None else (before.span(start, stop), (Span(*passive.span()),))
    active = _of_cue(grammar.quotes_as, view, sentence, attribution)
    if active is None:
        return None
    return Span(*active.span("whom")), (Span(*active.span("verb")), Span(*active.span("says")))


def _of_cue(
    pattern: re.Pattern[str], view: View, sentence: Span, attribution: Attribution
) -> re.Match[str] | None:
    """Where ``pattern`` matches words of the attribution's cue."""
    for match in pattern.finditer(view.text, sentence.start, sentence.end):
        if any(s.overlaps(Span(*match.span())) for s in attribution.cue):
            return match
    return None


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
