"""The names of documents in a masked sentence: "the latest report of the board", "a letter sent by Olm"."""

from __future__ import annotations

from onrecord.records import Span
from onrecord.statements.tokens import Tokens

_LONGEST_NAME = 6  # words: "the latest annual report of the board" has five before its noun
_LONGEST_ISSUE = 8  # words between a document and its "saying"


def document_before(tokens: Tokens, stop: int) -> Span | None:
    """The document that ends before ``stop``, with who issued it and when: "a letter by Olm on Monday"."""
    cues = tokens.cues
    if tokens.at(stop - 1).low in cues.issued - cues.past_participles:
        return None
    for noun in range(stop, max(0, stop - _LONGEST_ISSUE), -1):
        found = document_name(tokens, noun)
        if found is not None:
            return Span(found.start, tokens.at(stop - 1).end)
        if not _tells_of_issue(tokens, noun - 1):
            break
    return None


def _tells_of_issue(tokens: Tokens, i: int) -> bool:
    """Whether a word may tell who issued a document, and when."""
    token = tokens.at(i)
    is_small = token.low in tokens.cues.issued or tokens.is_dated(i) or tokens.opens_phrase(i)
    return token.is_capital or (is_small and token.is_word)


def document_name(tokens: Tokens, stop: int) -> Span | None:
    """The name of a document that ends before ``stop``: from its article or possessive on."""
    noun, cues = tokens.at(stop - 1).low, tokens.cues
    if noun not in cues.documents and noun not in cues.said_nouns:
        return None
    for i in range(stop - 1, max(-1, stop - 1 - _LONGEST_NAME), -1):
        if tokens.opens_phrase(i) or tokens.at(i).low.endswith(cues.possessive_endings):
            return _from_owner(tokens, i, stop)
        if not _is_in_name(tokens, i):
            break
    return None


def _is_in_name(tokens: Tokens, i: int) -> bool:
    token = tokens.at(i)
    is_initial = token.text == "." and tokens.at(i - 1).is_capital  # "the K.S. code"
    return (is_initial or token.is_word) and not tokens.ends_phrase(i)


def _from_owner(tokens: Tokens, start: int, stop: int) -> Span:
    """The name from the first word of its owner, or from the document that it is part of."""
    while tokens.at(start).is_capital and tokens.at(start - 1).is_capital:
        start -= 1  # "Karst Bank’s report" begins with its owner's first word
    is_part = tokens.at(start - 1).low in tokens.cues.links_documents
    whole = document_name(tokens, start - 1) if is_part else None
    return Span(tokens.at(start).start if whole is None else whole.start, tokens.at(stop - 1).end)
