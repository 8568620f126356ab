"""Contents that run on into the writer's own words are cut where these begin; no span ends within a word."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.languages.grammar import ClauseGrammar, SentenceGrammar
from onrecord.languages.quotations import Quotation
from onrecord.records import Attribution, Span, Spans
from onrecord.statements.spans import quoted_share, sentence_at
from onrecord.text import View

_STOPS = (".", "!", "?", "…")
# A sentence with less of it quoted is the writer's, whatever words it takes up.
_SPOKEN = 0.5
_HEADINGS = ("headline", "subheadline")
# The rest of a word that a hyphen joins: a tagger's words are parts of it.
_REST, _BEGINNING = re.compile(r"(?<=\w)(?:-\w+)+"), re.compile(r"(?<![\w-])(?:\w++-)++\Z")
_LONGEST_WORD = 40
_BAR = re.compile(r"(?<=\S) / (?=[A-Z\"“‘'])")
# A name behind a title that was cut at its stop.
_NAMED = re.compile(r"\.?(?: [^\W\d_a-z][\w’'-]*(?:\.(?= [^\W\d_a-z]))?){1,4}")


def whole_words(view: View, attribution: Attribution) -> Attribution:
    """The attribution with words that hyphens join left whole: "Lene *Abelt-Dole*" is no Dole."""
    source, cue, content = (
        tuple(_whole(view, span) for span in spans)
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return replace(attribution, source=tuple(_titled(view, s) for s in source), cue=cue, content=content)


def _titled(view: View, source: Span) -> Span:
    """A source that was cut behind a title with its name: "the prosecutor Adv. *Ida Holm*".

    And one without the figure that another gave before it: "said 15 and *the clinic* put it at 19".
    """
    figure = view.language.grammar(ClauseGrammar).figure_before.match(view.text, source.start, source.end)
    if figure is not None:
        return Span(figure.end(), source.end)
    last = source.of(view.text).rpartition(" ")[2].rstrip(".").lower()
    if last not in view.language.grammar(SentenceGrammar).titles:
        return source
    named = _NAMED.match(view.text, source.end)
    return source if named is None else Span(source.start, named.end())


def _whole(view: View, span: Span) -> Span:
    rest = _REST.match(view.text, span.end) if view.text[span.end : span.end + 1] == "-" else None
    start = span.start
    if view.text[max(0, start - 1) : start] == "-" and view.text[start].isalnum():
        begun = _BEGINNING.search(view.text[max(0, start - _LONGEST_WORD) : start])
        start -= len(begun.group()) if begun is not None else 0
    return Span(start, span.end if rest is None else rest.end())


def within_borders(view: View, attribution: Attribution) -> Attribution:
    """The attribution without a sentence or clause of the writer's after its quotation.

    "it was “all we have.” *The others said less*" goes on in another sentence; "“notice little”, *which is
    true of the dead*" comments on what was said.
    """
    told = attribution.cue[-1].end if attribution.cue else 0
    cut = tuple(
        _without_comment(view, _first_sentence(view, _own_part(view, span), is_told=told > span.start))
        for span in _of_one_heading(view, attribution)
    )
    return attribution if cut == attribution.content else replace(attribution, content=cut)


def _of_one_heading(view: View, attribution: Attribution) -> Spans:
    """The contents; what a headline says ends with it: of the paragraph below nothing is its source's."""
    first = attribution.content[0]
    block = view.block_at(first.start)
    if block is None or block.kind not in _HEADINGS or len(attribution.content) == 1:
        return attribution.content
    if any(not block.span.contains(span) for span in (*attribution.source, *attribution.cue)):
        return attribution.content
    return tuple(span for span in attribution.content if block.span.contains(span)) or attribution.content


def _of_one_line(view: View, span: Span) -> Span:
    """What a headline of two lines says up to the bar between them: "Delays denied / *It finds* some"."""
    block = view.block_at(span.start)
    bar = _BAR.search(view.text, span.start, span.end) if block and block.kind in _HEADINGS else None
    return span if bar is None else Span(span.start, bar.start())


def _own_part(view: View, span: Span) -> Span:
    """``span`` without what stands behind a bar, and without another's figure."""
    return _own_figure(view, _of_one_line(view, span))


def _own_figure(view: View, span: Span) -> Span:
    """A figure without what another says: "the mayor said *15* and the clinic put it at 19"."""
    match = view.language.grammar(ClauseGrammar).figure.match(view.text, span.start, span.end)
    return span if match is None else Span(*match.span("first"))


def _first_sentence(view: View, span: Span, *, is_told: bool) -> Span:
    """``span`` up to the end of a quotation that ends a sentence, where the next one is hardly quoted.

    ``is_told``: its cue stands behind it, so that the last sentence is said by whoever is named there; only a
    quotation that opens the content is one by itself.
    """
    for quote in view.quotations_in(span, 0)[: 1 if is_told else None]:
        if is_told and quote.start > span.start:
            return span
        if quote.closed and span.start <= quote.start and quote.end < span.end and _ends(view, quote, span):
            rest = Span(quote.end, span.end)
            return Span(span.start, quote.end) if quoted_share(view, (rest,)) < _SPOKEN else span
    return span


def _ends(view: View, quote: Quotation, span: Span) -> bool:
    """Whether a sentence of ``span`` ends with ``quote`` and another one begins."""
    rest = Span(quote.end, span.end).of(view.text)
    if not view.text.endswith(_STOPS, 0, quote.end - 1) or not rest[0].isspace():
        return False
    # A title or an abbreviation within a sentence may end in a stop as well.
    whole = None if quote.start == span.start else sentence_at(view, quote.start)
    return rest.lstrip()[:1].isupper() and (whole is None or whole.end <= quote.end)


def _without_comment(view: View, span: Span) -> Span:
    comment = view.language.grammar(ClauseGrammar).comment
    for quote in view.quotations_in(span, 0):
        match = comment.match(view.text, quote.end, span.end) if quote.start > span.start else None
        if match is not None and not view.quotations_in(Span(match.end(), span.end), 0):
            return Span(span.start, quote.end)
    return span
