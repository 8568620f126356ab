"""What somebody is said to have said inside what another is quoted with.

Readers give the outermost attribution; this reads the contents once more. Only a subject that opens a
clause and a verb of speech count ("the bank said that *Olm had promised to pay*"), and what ``embedded``
finds within a clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.languages.grammar import ClauseGrammar, CueGrammar
from onrecord.records import Attribution, Span, hull
from onrecord.statements.clauses import clauses
from onrecord.statements.embedded import embedded
from onrecord.statements.masking import LONGEST_SENTENCE, sentences_of
from onrecord.statements.modes import mode
from onrecord.statements.spans import Taken, outermost, within_marks
from onrecord.statements.tokens import MASK, Clause, Tokens
from onrecord.text import View

# What is read off a content is as sure as that content, and then some way less.
_DISCOUNT = 0.6
_LONGEST_SOURCE = 7  # words; longer subjects are misread clauses more often than not
# "Olm said that Reve told her that Dunn claimed …": deeper than that nobody can say who has said it.
_DEEPEST = 3
# How far from a quotation's end its short subject and verb reach.
_REACH = 90


def second_hand(view: View, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions inside the contents of ``attributions`` that are not among them, and inside these."""
    # Where a cue stands already; a source may have several.
    known = Taken(len(view.text), (s for a in attributions for s in a.cue))
    found: list[Attribution] = []
    layer = list(attributions)
    for _ in range(_DEEPEST):
        layer = list(_one_deeper(view, layer, known))
        found += layer
    return found


def _one_deeper(view: View, attributions: Sequence[Attribution], known: Taken) -> Iterator[Attribution]:
    """What the contents of ``attributions`` hold whose cue is not ``known`` yet."""
    for attribution in attributions:
        confidence = round(attribution.confidence * _DISCOUNT, 4)
        for clause in _inside(view, attribution):
            if not known.touches((*clause.source, *clause.cue)):
                known.take(clause.cue)
                yield Attribution(clause.source, clause.cue, clause.content, confidence)


def _inside(view: View, attribution: Attribution) -> Iterator[Clause]:
    for span in attribution.content:
        yield from _quoted(view, span)
        yield from _spoken(view, span)
        yield from _embedded(view, span)


def _quoted(view: View, span: Span) -> Iterator[Clause]:
    """Quotations with a speaker of their own inside a content: "“No,” Olm said on air", according to Reve."""
    text, first_persons = view.text, view.language.grammar(CueGrammar).first_persons
    pattern = view.language.grammar(ClauseGrammar).said
    for quote in view.quotations_in(span, 0):
        if not (span.contains(quote.span) and quote.opened and quote.closed and text[quote.end - 2] == ","):
            continue
        said = pattern.match(text, quote.end, min(span.end, quote.end + _REACH))
        if said is not None and said["source"].lower() not in first_persons:
            yield Clause((Span(*said.span("source")),), (Span(*said.span("cue")),), (quote.span,))


def _embedded(view: View, span: Span) -> Iterator[Clause]:
    """Speech that a clause of the content ``span`` holds, in its quotations as well."""
    within = within_marks(view, span)
    for part in (within, *(q.inner for q in outermost(view, within))):
        for tokens in sentences_of(view, part) if part.end > part.start else ():
            yield from embedded(tokens) if len(tokens) <= LONGEST_SENTENCE else ()


# ------------------------------------------------------------------ clauses with a subject of their own


def _spoken(view: View, span: Span) -> Iterator[Clause]:
    """Speech clauses whose subject opens a sentence of the content ``span``; one to a sentence.

    Later ones share its subject or belong to its content.
    """
    for sentence in sentences_of(view, within_marks(view, span)):
        tokens = _without_lead(sentence)
        clause = _opening_clause(tokens) if 0 < len(tokens) <= LONGEST_SENTENCE else None
        if clause is not None and _is_speech(view, clause, tokens):
            yield clause


def _opening_clause(tokens: Tokens) -> Clause | None:
    """The first clause with a source that opens the sentence or a clause in it."""
    openings = _openings(tokens)
    return next((c for c in clauses(tokens) if c.source and c.source[0].start in openings), None)


def _without_lead(tokens: Tokens) -> Tokens:
    """A sentence without the "that", "and" or "in addition," before its subject."""
    first = 0
    while first < len(tokens) and _is_lead(tokens, first):
        first += 1
    return tokens.from_token(first)


def _is_lead(tokens: Tokens, i: int) -> bool:
    token = tokens.at(i)
    return token.low in tokens.cues.leads or not (token.is_word or token.is_quote)


def _openings(tokens: Tokens) -> set[int]:
    """Where clauses begin: the sentence, and those that a conjunction subordinates."""
    after = {token.start for lead, token in pairwise(tokens) if lead.low in tokens.cues.subordinators}
    return {tokens.at(0).start, *after}


def _is_speech(view: View, clause: Clause, tokens: Tokens) -> bool:
    """Whether source and verb can hardly be anything but somebody who says something."""
    if not (_is_short_subject(view, clause, tokens) and _is_clear_verb(clause, tokens)):
        return False
    source, cue = (hull(part).of(view.text) for part in (clause.source, clause.cue))
    return mode(view.language, source, cue, quoted=False) == "speech"


def _is_short_subject(view: View, clause: Clause, tokens: Tokens) -> bool:
    """Whether the source is a short name or noun phrase, and no pronoun of the speaker's own."""
    no_name = view.language.grammar(ClauseGrammar).no_name
    source = tokens.written(hull(clause.source)).lower().split()
    is_odd = any(word in tokens.cues.first_persons or no_name.search(word) for word in source)
    return len(source) <= _LONGEST_SOURCE and not is_odd


def _is_clear_verb(clause: Clause, tokens: Tokens) -> bool:
    """Whether the cue is an active verb of speech: not that of "because Olm called it off"."""
    cues = tokens.cues
    cue = tokens.written(hull(clause.cue)).lower().split()
    is_marked = _is_marked(clause, tokens)
    is_first = clause.source[0].start <= tokens.at(0).start
    is_name = cue[-1] in cues.naming and not (is_first or is_marked)
    if is_name or not cues.passives.isdisjoint(cue):
        return False
    return cue[-1] in cues.says or _tells_speech(cue, tokens, is_marked=is_marked)


def _tells_speech(cue: list[str], tokens: Tokens, *, is_marked: bool) -> bool:
    """Whether a verb but "say" and "tell" is one of speech: by itself, or by the clause that follows."""
    is_clear = not tokens.cues.clear_verbs.isdisjoint(cue)
    is_verb = cue[-1].endswith(tokens.cues.ending_past) or cue[-1] in tokens.cues.clear_verbs
    return is_verb and (is_marked or is_clear)


def _is_marked(clause: Clause, tokens: Tokens) -> bool:
    """Whether the content begins with "that" or a quotation."""
    opening = tokens.written(clause.content[0]).split(maxsplit=1)[0].lower()
    return opening in tokens.cues.markers or opening.startswith(MASK)
