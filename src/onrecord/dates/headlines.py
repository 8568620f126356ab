"""Headlines say again what the text below them dates: they are dated by it, once speakers are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from onrecord.languages.words import fold, is_content, words
from onrecord.records import Article, Dating, LocalSpeaker, Statement

# What a headline must share with a statement to restate it: content words, and as a part of its own.
_SHARED: Final = 2
_PART: Final = 0.5
_BASIS: Final = "the headline of what the text dates: "


def say_again(
    article: Article, statements: Sequence[Statement], speakers: Sequence[LocalSpeaker]
) -> tuple[Statement, ...]:
    """``statements`` with undated headlines dated as the statement of the same speaker that they restate.

    A headline that restates statements of different days as well as one another stays undated.
    """
    if not any(s.headline and s.said.edtf is None for s in statements):
        return tuple(statements)
    owner = {i: speaker.id for speaker in speakers for i in speaker.statement_ids}
    below = [(s, _told(article, s)) for s in statements if not s.headline and s.said.edtf is not None]
    return tuple(
        replace(s, said=said)
        if s.headline
        and s.said.edtf is None
        and (said := _of(_told(article, s), [(b, w) for b, w in below if _is_same(owner, s, b)])) is not None
        else s
        for s in statements
    )


def _is_same(owner: dict[str, str], a: Statement, b: Statement) -> bool:
    return a.id in owner and owner[a.id] == owner.get(b.id)


def _told(article: Article, statement: Statement) -> frozenset[str]:
    """Keys of the content words of what is said."""
    return frozenset(
        fold(written)
        for span in statement.content
        for word in words(article.text, span.start, span.end)
        if is_content(written := word.of(article.text))
    )


def _of(headline: frozenset[str], below: Sequence[tuple[Statement, frozenset[str]]]) -> Dating | None:
    """The date of what shares most words with the headline."""
    shares = [(len(headline & told), s.said) for s, told in below]
    most = max((n for n, _ in shares), default=0)
    if most < _SHARED or most < _PART * len(headline):
        return None
    found = {(d.earliest, d.latest): d for n, d in reversed(shares) if n == most}
    if len(found) > 1:
        return None
    (dating,) = found.values()
    return replace(dating, basis=f"{_BASIS}{dating.basis}")
