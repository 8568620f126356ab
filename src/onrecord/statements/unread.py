"""What a reader has passed over and the words alone say without doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.languages.grammar import CueGrammar
from onrecord.records import Attribution, Span, Spans
from onrecord.statements.embedded import embedded
from onrecord.statements.masking import LONGEST_SENTENCE, tokens_of
from onrecord.statements.spans import Taken, own_spans
from onrecord.text import View

# Read in 150 articles of one collection and 84 of another, about three of four were what the text says.
_CONFIDENCE = 0.5


def unread(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions in what ``attributions`` leave of the article's sentences; linear in the text."""
    taken = Taken(len(view.text), (s for a in attributions for s in own_spans(a)))
    return [
        clause
        for block in view.blocks("paragraph")
        for sentence in view.cut(block.span)
        for clause in _clauses(view, sentence)
        if not taken.touches(_unshared(view, clause))
    ]


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
