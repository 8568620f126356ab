"""Verbs denied in pairs are one cue: "*neither confirmed nor ruled out* that …", whichever the tagger found.

The second verb alone would say the opposite of what was said.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar
from onrecord.records import Attribution, Span, hull
from onrecord.statements.spans import sentence_at
from onrecord.text import View

_REACH = 40  # characters from one verb of a pair to the far end of the other


def both_denied(view: View, attribution: Attribution) -> Attribution:
    """``attribution`` with both verbs of a pair as its cue, where the cue holds one of them."""
    cue = hull(attribution.cue) if attribution.cue else None
    sentence = sentence_at(view, cue.start) if cue else None
    if cue is None or sentence is None:
        return attribution
    first, last = max(sentence.start, cue.start - _REACH), min(sentence.end, cue.end + _REACH)
    found = view.language.grammar(ClauseGrammar).neither.finditer(view.text, first, last)
    pair = next((Span(*m.span()) for m in found if Span(*m.span()).overlaps(cue)), None)
    if pair is None or cue.contains(pair):
        return attribution
    content = tuple(
        Span(max(s.start, pair.end), s.end) if s.overlaps(pair) else s for s in attribution.content
    )
    before = first + len(view.text[first : pair.start].rstrip())
    source = tuple(Span(s.start, min(s.end, before)) if s.overlaps(pair) else s for s in attribution.source)
    if any(s.end <= s.start for s in (*content, *source)):
        return attribution
    return replace(attribution, source=source, cue=(hull((cue, pair)),), content=content)
