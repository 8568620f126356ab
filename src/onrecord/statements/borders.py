"""Contents that run on into the writer's own words are cut where these begin."""

from __future__ import annotations

from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar
from onrecord.records import Attribution, Span
from onrecord.statements.spans import sentence_at
from onrecord.text import View

_STOPS = (".", "!", "?", "…")


def within_borders(view: View, attribution: Attribution) -> Attribution:
    """The attribution without a sentence or clause of the writer's after its quotation.

    "it was “all we have.” *The others said less*" goes on in another sentence; "“notice little”, *which is true of the
    dead*" comments on what was said.
    """
    cut = tuple(_without_comment(view, _first_sentence(view, span)) for span in attribution.content)
    return attribution if cut == attribution.content else replace(attribution, content=cut)


def _first_sentence(view: View, span: Span) -> Span:
    """``span`` up to the end of its last quotation, where the sentence ends with it and a new one follows."""
    quote = next(iter(view.quotations_in(span, 0)[-1:]), None)
    if quote is None or not (quote.closed and span.start <= quote.start and quote.end < span.end):
        return span
    ended = view.text[: quote.end - 1].endswith(_STOPS)
    rest = Span(quote.end, span.end).of(view.text)
    is_new = rest[:1].isspace() and rest.lstrip()[:1].isupper()
    if not (ended and is_new):
        return span
    # A title within a sentence may end in a stop as well.
    whole = None if quote.start == span.start else sentence_at(view, quote.start)
    return span if whole is not None and whole.end > quote.end else Span(span.start, quote.end)


def _without_comment(view: View, span: Span) -> Span:
    comment = view.language.grammar(ClauseGrammar).comment
    for quote in view.quotations_in(span, 0):
        match = comment.match(view.text, quote.end, span.end) if quote.start > span.start else None
        if match is not None and not view.quotations_in(Span(match.end(), span.end), 0):
            return Span(span.start, quote.end)
    return span
