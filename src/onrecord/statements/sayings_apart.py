"""Two statements that the tagger took for one: Olm said he was “glad.” | “We wait,” he said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import Attribution, Span, hull
from onrecord.statements.clauses import clauses
from onrecord.statements.masking import LONGEST_SENTENCE, tokens_of
from onrecord.statements.spans import Taken, sentence_at
from onrecord.text import View


def apart(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """``attributions``, those cut in two whose first sentence names its own source before what it says.

    Where the sentence of a source is another, what stands there belongs to whoever is named there.
    """
    taken = Taken(len(view.text), (s for a in attributions for s in (*a.source, *a.cue)))
    return [part for a in attributions for part in _parts(view, a, taken)]


def _parts(view: View, attribution: Attribution, taken: Taken) -> Iterator[Attribution]:
    first = _first_sentence(view, attribution)
    own = None if first is None else _own(view, first, attribution)
    if first is None or own is None or taken.touches((*own.source, *own.cue)):
        yield attribution
        return
    rest = [Span(max(s.start, first.end), s.end) for s in attribution.content if s.end > first.end]
    yield own
    yield replace(attribution, content=tuple(rest))


def _first_sentence(view: View, attribution: Attribution) -> Span | None:
    """The sentence in which a content begins, where it goes on past it and its source and cue do, too."""
    if not (attribution.source and attribution.cue):
        return None
    sentence = sentence_at(view, attribution.content[0].start)
    if sentence is None or hull(attribution.content).end <= sentence.end:
        return None
    told = hull((*attribution.source, *attribution.cue))
    return sentence if told.start >= sentence.end else None


def _own(view: View, sentence: Span, attribution: Attribution) -> Attribution | None:
    """The source and cue that the sentence has before the content that the tagger found."""
    content = Span(attribution.content[0].start, min(attribution.content[0].end, sentence.end))
    tokens = tokens_of(view, sentence)
    for clause in clauses(tokens) if len(tokens) <= LONGEST_SENTENCE else ():
        before = hull((*clause.source, *clause.cue)) if clause.source and clause.cue else None
        if before is not None and before.end <= content.start and hull(clause.content).overlaps(content):
            return Attribution(clause.source, clause.cue, (content,), attribution.confidence)
    return None
