"""Sentences without what is quoted in them: each quotation a run of marks of its own length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.languages import Language
from onrecord.languages.quotations import Quotation
from onrecord.records import Span
from onrecord.statements.spans import outermost
from onrecord.statements.tokens import MASK, Token, Tokens
from onrecord.text import View

# Tokens; a longer sentence has lost its stops, and reading it would take time by the square of them.
LONGEST_SENTENCE = 250
_STOPS = (".", "?", "!")
_TOKEN = re.compile(r"§+(?:[.?!]?[\"'”’»]+)?|\w+(?:[.'’&/-]\w+)*|\S")


def masked(text: str, quotes: Iterable[Quotation]) -> str:
    """``text`` with each outer quotation replaced by as many marks; a stop before its end is kept."""
    parts = []
    position = 0
    for quote in quotes:
        parts += [text[position : quote.start], _mask(text[quote.start : quote.end], quote.closer)]
        position = quote.end
    return "".join([*parts, text[position:]])


def _mask(body: str, closer: int) -> str:
    """Marks for a quotation whose closing mark has ``closer`` characters."""
    said = body[: len(body) - closer].rstrip()
    if not closer or len(said) < 2 or not said.endswith(_STOPS):
        return MASK * len(body)
    slipped = len(said) + closer < len(body)  # the mark stands alone on the next line
    rest = body[len(said) : len(body) - closer] + " " * closer if slipped else body[len(said) :]
    return MASK * (len(said) - 1) + said[-1] + rest


def tokenise(hidden: str, span: Span, language: Language, offset: int = 0) -> Tokens:
    """Words, punctuation and whole quotations of one masked sentence.

    ``offset``: where in the article the masked text begins; the tokens' own offsets are the article's.
    """
    return Tokens(
        [
            Token(m.start() + offset, m.end() + offset, (found := m.group()), found.lower())
            for m in _TOKEN.finditer(hidden, span.start, span.end)
        ],
        language,
        hidden,
        offset,
    )


def tokens_of(view: View, sentence: Span) -> Tokens:
    """The tokens of one sentence, its quotations masked."""
    hidden = _hidden(view, sentence)
    return tokenise(hidden, Span(0, len(hidden)), view.language, sentence.start)


def sentences_of(view: View, part: Span) -> Iterator[Tokens]:
    """The tokens of each sentence of ``part``, cut after its quotations are masked."""
    hidden = _hidden(view, part)
    for sentence in view.language.sentences(hidden):
        yield tokenise(hidden, sentence, view.language, part.start)


def _hidden(view: View, part: Span) -> str:
    quotes = [replace(q, start=q.start - part.start, end=q.end - part.start) for q in outermost(view, part)]
    return masked(part.of(view.text), quotes)
