"""What a reader has passed over and the words alone say without doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.languages.english.cues import WANTED
from onrecord.records import Article, Attribution, Span, Spans
from onrecord.statements.blocks import Blocks
from onrecord.statements.embedded import embedded
from onrecord.statements.masking import masked, tokenise
from onrecord.statements.spans import Quotes

# Read in 150 articles of one collection and 84 of another, about three of four were what the text says.
_CONFIDENCE = 0.5
# Items of a list are as sure as its first, and then some way less.
_DISCOUNT = 0.9
# What items of a list begin with: all with a participle, or all with an infinitive.
_ITEM = re.compile(r"\s*(?:(?:and|or)\s+)?(?P<first>(?P<to>to)\s+[a-z]+|[a-z]+ing)\b")
_LONGEST_SENTENCE = 250  # tokens, as in second-hand speech


def unread(
    article: Article, attributions: Sequence[Attribution], quotes: Quotes, blocks: Blocks
) -> list[Attribution]:
    """Attributions in what ``attributions`` leave of the article's sentences; linear in the text."""
    taken = bytearray(len(article.text))
    for attribution in attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    free = [
        clause
        for sentence in blocks.body_sentences()
        for clause in _clauses(sentence, quotes)
        if not any(any(taken[s.start : s.end]) for s in _own(clause, article.text))
    ]
    return free + [item for a in attributions for item in _listed(a, quotes.text, blocks)]


def _own(attribution: Attribution, text: str) -> Spans:
    """What no other attribution may hold; "the charges" that Olm denied may be another's content as well."""
    words = (*attribution.source, *attribution.cue)
    is_wanted = attribution.cue[-1].of(text).split()[-1].lower() in WANTED
    return words if is_wanted else (*words, *attribution.content)


def _listed(attribution: Attribution, text: str, blocks: Blocks) -> Iterator[Attribution]:
    """The rest of a list whose first item the reader saw: "urged closing the pier; *moving the ferry*; …"."""
    last = attribution.content[-1]
    sentence = blocks.sentence_at(last.start) if text[last.end : last.end + 1] == ";" else None
    lead = _ITEM.match(text, attribution.content[0].start)
    if sentence is None or lead is None:
        return
    start = last.end + 1
    while start < sentence.end:
        stop = text.find(";", start, sentence.end)
        stop = sentence.end if stop < 0 else stop
        item = _ITEM.match(text, start, stop)
        if item is None or (item["to"] is None) != (lead["to"] is None):
            return
        span = Span(item.start("first"), stop)
        yield replace(attribution, content=(span,), confidence=round(attribution.confidence * _DISCOUNT, 4))
        start = stop + 1


def _clauses(sentence: Span, quotes: Quotes) -> Iterator[Attribution]:
    """What one sentence holds, read with its quotations masked."""
    hidden = masked(sentence.of(quotes.text), quotes.nested(sentence))
    tokens = tokenise(hidden, Span(0, len(hidden)))
    for clause in embedded(tokens) if len(tokens) <= _LONGEST_SENTENCE else ():
        source, cue, content = (
            tuple(Span(s.start + sentence.start, s.end + sentence.start) for s in part)
            for part in (clause.source, clause.cue, clause.content)
        )
        yield Attribution(source, cue, content, _CONFIDENCE)
