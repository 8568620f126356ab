"""The grammar of time expressions, searched in the category string of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.dates.lexer import OTHER, Lexed, Vocabulary, vocabulary
from onrecord.languages.grammar import DateGrammar

_NAME: Final = re.compile(r"[A-Z][A-Z0-9_]*")
# Fragments may use fragments; deeper nesting than this is a loop in the table.
_DEPTH: Final = 6


@dataclass(frozen=True, slots=True)
class Token:
    """One word of an expression: its category, the category's value, and the word in lower case."""

    category: str
    value: object
    word: str


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its kind, its word range ``[first, last)`` in the ``Lexed`` and its tokens."""

    kind: str
    first: int
    last: int
    tokens: tuple[Token, ...]

    def has(self, *categories: str) -> bool:
        """Whether a token of one of these categories is there."""
        return any(t.category in categories for t in self.tokens)

    def token(self, *categories: str) -> Token | None:
        """The first token of one of these categories."""
        return next((t for t in self.tokens if t.category in categories), None)

    def integer(self, *categories: str) -> int | None:
        """The value of the first such token where it is a number."""
        token = self.token(*categories)
        return token.value if token is not None and isinstance(token.value, int) else None

    def string(self, *categories: str) -> str | None:
        """The value of the first such token where it is a string."""
        token = self.token(*categories)
        return token.value if token is not None and isinstance(token.value, str) else None


@cache
def _rules(grammar: DateGrammar) -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = vocabulary(grammar)
    return tuple((kind, re.compile(_compile(pattern, known))) for kind, pattern in grammar.rules)


def _compile(pattern: str, known: Vocabulary) -> str:
    grammar = known.grammar
    for _ in range(_DEPTH):
        pattern = re.sub(r"\{(\w+)\}", lambda m: grammar.fragments[m[1]], pattern)

    def char(match: re.Match[str]) -> str:
        members = grammar.groups.get(match[0], (match[0],))
        flat = [n for m in members for n in grammar.groups.get(m, (m,))]
        codes = "".join(known.code_of[name] for name in flat)
        return codes if len(codes) == 1 else f"[{codes}]"

    return re.sub(r"\s+", "", _NAME.sub(char, pattern))


def search(lexed: Lexed) -> list[Found]:
    """All expressions, none overlapping, in text order; the longest wins, then the rule listed first."""
    candidates: list[tuple[int, int, int, str]] = []
    for order, (kind, pattern) in enumerate(_rules(lexed.vocabulary.grammar)):
        for match in pattern.finditer(lexed.codes):
            first, last = match.span(pattern.groups)
            if first < last:
                candidates.append((first - last, order, first, kind))
    candidates.sort()
    taken = bytearray(len(lexed.codes))
    found: list[Found] = []
    for negative_length, _, first, kind in candidates:
        last = first - negative_length
        if any(taken[first:last]):
            continue
        taken[first:last] = b"\x01" * (last - first)
        found.append(Found(kind, first, last, _tokens(lexed, first, last)))
    found.sort(key=lambda f: f.first)
    return found


def _tokens(lexed: Lexed, first: int, last: int) -> tuple[Token, ...]:
    tokens = []
    for index in range(first, last):
        word = lexed.word(index).lower()
        category = lexed.category(index) or OTHER
        value = lexed.vocabulary.value_of.get(word)
        if value is None and word[0].isdecimal():
            value = _integer(word)
        tokens.append(Token(category, value, word))
    return tuple(tokens)


def _integer(word: str) -> int | None:
    digits = re.match(r"[\d,]+", word)
    cleaned = digits[0].replace(",", "") if digits else ""
    return int(cleaned) if cleaned and len(cleaned) <= 9 else None
