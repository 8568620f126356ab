"""Attributions set right where the text leaves no doubt, whatever the reader made of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.languages.english.cues import HEADLINE_VERBS
from onrecord.records import Article, Attribution, Span, hull
from onrecord.statements.blocks import Blocks
from onrecord.statements.clauses import clauses
from onrecord.statements.masking import masked, tokenise
from onrecord.statements.spans import Quotes
from onrecord.statements.tokens import Clause

# A headline that ends in ", says X" is read by rule: nothing else ends so.
_HEADLINE_CONFIDENCE = 0.8
_LEAD = re.compile(r"\s*(?:(?:but|and|that)\s+)?")
_PAUSES = frozenset(",;:—–-\"”“’‘'(")


def repaired(
    article: Article, attributions: Sequence[Attribution], quotes: Quotes, blocks: Blocks
) -> list[Attribution]:
    """``attributions`` with headlines that name their source last, and with clauses whole."""
    found = list(attributions)
    for block in article.blocks:
        if block.kind in ("headline", "subheadline"):
            clause = _named_last(block.span, quotes)
            if clause is not None:
                found = [a for a in found if not hull(a.content).overlaps(block.span)]
                found.append(Attribution(clause.source, clause.cue, clause.content, _HEADLINE_CONFIDENCE))
    taken = bytearray(len(article.text))
    for attribution in found:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return [_completed(a, quotes, blocks, taken) for a in found]


def _named_last(headline: Span, quotes: Quotes) -> Clause | None:
    """The clause of a headline that ends in a comma, "says" and a name."""
    hidden = masked(headline.of(quotes.text), quotes.nested(headline))
    tokens = tokenise(hidden, Span(0, len(hidden)))
    verb = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].low in HEADLINE_VERBS), None)
    if verb is None or not tokens[verb - 1].is_pause or not 1 <= len(tokens) - 1 - verb <= 6:
        return None
    clause = next(iter(clauses(tokens, headline=True)), None)
    if clause is None or clause.source[0].start < tokens[verb].end:
        return None
    return Clause(
        *(
            tuple(Span(s.start + headline.start, s.end + headline.start) for s in part)
            for part in (clause.source, clause.cue, clause.content)
        )
    )


def _completed(attribution: Attribution, quotes: Quotes, blocks: Blocks, taken: bytearray) -> Attribution:
    """The attribution with its clause from its beginning: "The two did not discuss *the port*, Olm said"."""
    if not (attribution.source and attribution.cue and len(attribution.content) == 1):
        return attribution
    text, content = quotes.text, attribution.content[0]
    after = min(attribution.source[0].start, attribution.cue[0].start)
    sentence = blocks.sentence_at(content.start)
    follows = content.end <= after and text[content.end : after].strip(" ,—–-") == ""
    if sentence is None or not follows or quotes.touching(content):
        return attribution
    gap = text[sentence.start : content.start].rstrip()
    if not gap or gap[-1] in _PAUSES:
        return attribution
    start = sentence.start + max((gap.rfind(p) + 1 for p in ",;:—–" if p in gap), default=0)
    lead = _LEAD.match(text, start, content.start)
    start = lead.end() if lead else start
    if any(taken[start : content.start]) or quotes.touching(Span(start, content.start)):
        return attribution
    return replace(attribution, content=(Span(start, content.end),))
