"""The tagger by rules: quotation marks and cue words, no weights. Simple, fast, and wrong more often.

Quotations are masked first, so that a sentence is read without what was quoted in it; then every cue verb,
"according to" and headline colon of the sentence says where its source and its content stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.languages.quotations import Quotation
from onrecord.records import Article, Attribution, Reading, Span
from onrecord.statements.clauses import clauses
from onrecord.statements.contents import to_end
from onrecord.statements.masking import masked, tokenise
from onrecord.statements.tokens import MASK, Clause, Token, Tokens
from onrecord.text import View
from training.rule_names import find_names

PRODUCER = "statements.rules/1"
_MAX_SENTENCE = 20_000  # characters; what is longer is no sentence and is not read
# A line of a transcript: "OLM (through an interpreter): We go."
_LABEL = re.compile(
    r"^(?P<label>[A-Z][\w.'’-]{0,30}(?: [A-Z][\w.'’-]{0,30}){0,3})"
    r"(?: \([^)\n]{1,40}\))?(?P<colon>:)[ \t]+(?=\S)",
    re.MULTILINE,
)
# Words before the colon of a headline; tokens from it on.
_LONGEST_LABEL, _SHORTEST_AFTER_COLON = 5, 3
# Confidence by the kind of evidence: quotation marks and a cue, a cue alone, position alone.
_QUOTED, _CUED, _PLACED = 0.9, 0.6, 0.4


@dataclass(slots=True)
class _Draft:
    """An attribution in the making, with the sentence it was read from."""

    clause: Clause
    confidence: float
    more: list[Span] = field(default_factory=list)


class RuleTagger:
    """Reads articles by rules alone; the same article gives the same reading, in any company."""

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One reading per article, in order."""
        return [_read(article) for article in articles]


def _read(article: Article) -> Reading:
    """The attributions and names of one article."""
    view = View(article)
    quotes = view.quotations_at_level(0)
    hidden = masked(view.text, quotes)
    drafts: list[_Draft] = []
    labels = _labels(hidden)
    for span, headline in _stretches(article, quotes):
        line = None if headline else _LABEL.match(hidden, span.start, span.end)
        if line is not None and line["label"] in labels and line.end() < span.end:
            drafts.append(_Draft(_spoken_line(hidden, line, span), _QUOTED))
        else:
            _read_stretch(view, hidden, span, drafts, headline=headline)
    attributions = [
        Attribution(d.clause.source, d.clause.cue, content, d.confidence)
        for d in drafts
        if (content := (*d.clause.content, *d.more))
    ]
    attributions.sort(key=lambda a: (a.content[0], a.source))
    return Reading(tuple(attributions), tuple(find_names(view.text, view.language)), PRODUCER)


def _labels(hidden: str) -> frozenset[str]:
    """Names that open lines as in a transcript: in capitals, or more than once."""
    count = Counter(match["label"] for match in _LABEL.finditer(hidden))
    return frozenset(label for label, n in count.items() if label.isupper() or n > 1)


def _spoken_line(hidden: str, line: re.Match[str], span: Span) -> Clause:
    """A line of a transcript: its speaker, the colon, what was said."""
    label, colon = Span(*line.span("label")), Span(*line.span("colon"))
    content = Span(line.end(), line.end() + len(hidden[line.end() : span.end].rstrip()))
    return Clause((label,), (colon,), (content,))


def _stretches(article: Article, quotes: Sequence[Quotation]) -> Iterator[tuple[Span, bool]]:
    """Blocks to read, joined where a quotation goes on from one into the next; True for headlines."""
    crossing = [q.end for q in quotes if "\n" in article.text[q.start : q.end]]
    joined: Span | None = None
    for block in article.body():
        headline = block.kind in ("headline", "subheadline")
        ends_here = joined is not None and bisect_right(crossing, joined.end) < bisect_right(
            crossing, block.end
        )
        crossed = ends_here and not headline
        if joined is not None and crossed:
            joined = Span(joined.start, block.end)
            continue
        if joined is not None:
            yield joined, False
        joined = None if headline else block.span
        if headline:
            yield block.span, True
    if joined is not None:
        yield joined, False


def _read_stretch(view: View, hidden: str, stretch: Span, drafts: list[_Draft], *, headline: bool) -> None:
    """Append what the sentences of one stretch attribute, and the quotations that float in it."""
    last: _Draft | None = drafts[-1] if drafts else None
    for span in view.language.sentences(hidden, stretch.start, stretch.end):
        if span.end - span.start > _MAX_SENTENCE:
            continue
        tokens = tokenise(hidden, span, view.language)
        if _is_bare_quote(tokens):
            last = _attach(hidden, tokens.at(0), last, drafts)
            continue
        colon = _headline_colon(tokens) if headline else None
        found = [colon] if colon is not None else clauses(tokens, headline=headline)
        for clause in found:
            quoted = any(MASK in hidden[s.start : s.end] for s in clause.content)
            drafts.append(_Draft(clause, _QUOTED if quoted else _CUED))
        last = drafts[-1] if found else None


def _headline_colon(tokens: Tokens) -> Clause | None:
    """Read "Ministry: no talks": a short name, a colon, what it says."""
    colon = tokens.first(range(len(tokens)), lambda t: t.text == ":")
    if not colon or colon > _LONGEST_LABEL or len(tokens) - colon < _SHORTEST_AFTER_COLON:
        return None
    if not (tokens.at(0).is_capital and all(t.is_word for t in tokens.part(0, colon))):
        return None
    return Clause((tokens.span(0, colon),), (tokens.span(colon, colon + 1),), to_end(tokens, colon + 1))


def _is_bare_quote(tokens: Tokens) -> bool:
    """Whether a sentence is nothing but one quotation."""
    rest = tokens.part(1, len(tokens))
    return tokens.at(0).is_quote and all(not t.is_word and not t.is_quote for t in rest)


def _attach(hidden: str, token: Token, last: _Draft | None, drafts: list[_Draft]) -> _Draft:
    """Give a quotation that stands alone to whoever was quoted just before it."""
    span = Span(token.start, token.end)
    end = (last.more or last.clause.content)[-1] if last is not None else None
    if last is not None and end is not None and MASK in hidden[end.start : end.end]:
        last.more.append(span)
        return last
    drafts.append(_Draft(Clause((), (), (span,)), _PLACED))
    return drafts[-1]
