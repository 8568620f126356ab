"""Sentences without what is quoted in them: each quotation a run of marks of its own length."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.languages.quotations import Quotation
from onrecord.records import Span
from onrecord.statements.tokens import Token

MASK = "§"
_TOKEN = re.compile(r"§+(?:[.?!]?[\"'”’»]+)?|\w+(?:[.'’&/-]\w+)*|\S")


def masked(text: str, quotes: Iterable[Quotation]) -> str:
    """``text`` with each outer quotation replaced by as many marks; a stop before its end is kept."""
    parts = []
    position = 0
    for quote in quotes:
        body = text[quote.start : quote.end]
        said = body[: len(body) - quote.closer].rstrip()
        if quote.closer and said[-1:] in (".", "?", "!") and len(said) > 1:
            slipped = len(said) + quote.closer < len(body)  # the mark stands alone on the next line
            rest = (
                body[len(said) : len(body) - quote.closer] + " " * quote.closer
                if slipped
                else body[len(said) :]
            )
            body = MASK * (len(said) - 1) + said[-1] + rest
        else:
            body = MASK * len(body)
        parts += [text[position : quote.start], body]
        position = quote.end
    return "".join([*parts, text[position:]])


def tokenise(hidden: str, span: Span) -> list[Token]:
    """Words, punctuation and whole quotations of one masked sentence."""
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(hidden, span.start, span.end)]
