"""Whom something was said to: "They *were told* that …", "The court *heard* …", "*Pressed by Olm* on …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar
from onrecord.records import Attribution, Span, hull
from onrecord.statements.masking import tokenise
from onrecord.statements.modes import up_to_head
from onrecord.statements.sources import source_start, without_comma
from onrecord.statements.spans import sentence_at
from onrecord.text import View

# Characters of a sentence in which somebody is quoted by somebody else.
LONGEST_SENTENCE = 1000
# Characters of the word after an agent, by which it is told to have ended.
_LOOK = 9


def quoted_as(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions`` with whoever "*was quoted* by Brill *as saying*" for their source, and not Brill.

    What names nothing but the two says nothing.
    """
    found: list[Attribution] = []
    for attribution in attributions:
        quoted = _quoted(view, attribution)
        if quoted is None:
            found.append(attribution)
            continue
        source, cue = quoted
        content = _said_around(attribution.content, source, cue)
        if content:
            found.append(replace(attribution, source=(source,), cue=(cue,), content=content))
    return found


def _said_around(content: Sequence[Span], source: Span, cue: Span) -> tuple[Span, ...]:
    """What stands before whoever is quoted ("“No,” Brill was quoted as saying"), and what follows the cue."""
    after = (Span(max(s.start, cue.end + 1), s.end) for s in content if s.end > cue.end + 1)
    return (*(s for s in content if s.end <= source.start), *after)


def _quoted(view: View, attribution: Attribution) -> tuple[Span, Span] | None:
    """Who is quoted and by which words, where an attribution is read off such a clause."""
    first = hull((*attribution.source, *attribution.cue, *attribution.content))
    sentence = sentence_at(view, first.start)
    if sentence is None or sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    match = view.language.grammar(ClauseGrammar).quoted_as.search(view.text, sentence.start, sentence.end)
    if match is None or not any(s.overlaps(Span(*match.span())) for s in attribution.cue):
        return None
    before = tokenise(view.text, Span(sentence.start, match.start()), view.language)
    start = source_start(before, len(before))
    if start is None:
        return None
    return before.span(start, without_comma(before, len(before))), Span(*match.span())


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
