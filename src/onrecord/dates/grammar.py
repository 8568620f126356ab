"""The grammar of time expressions, searched in the category string of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
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


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule; a text that lacks all categories of one of ``needed``'s sets holds nothing that it finds."""

    kind: str
    pattern: re.Pattern[str]
    needed: tuple[frozenset[str], ...]


@cache
def _rules(grammar: DateGrammar) -> tuple[_Rule, ...]:
    known = vocabulary(grammar)
    patterns = ((kind, _compile(pattern, known)) for kind, pattern in grammar.rules)
    return tuple(_Rule(kind, re.compile(pattern), _needed(pattern)) for kind, pattern in patterns)


_ITEM: Final = re.compile(
    r"(?P<around>\(\?<?[=!])|(?P<group>\((?:\?:)?)|\[(?P<set>[^]]*)\]|(?P<end>[|)])|(?P<one>.)"
)
_REPEATED: Final = re.compile(r"(?P<optional>\?|\{0,\d\})|\{\d,\d\}|")


def _needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of categories of each of which every match holds one.

    A pattern is categories, sets of them, groups and what is looked at around, some of it optional.
    """
    found, end = _needed_from(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"a rule is no pattern of categories: {pattern!r}")
    return found


def _needed_from(pattern: str, at: int) -> tuple[tuple[frozenset[str], ...], int]:
    """What the alternatives that begin at ``at`` all need, and where they end."""
    whole: list[list[frozenset[str]]] = [[]]
    while at < len(pattern) and (item := _ITEM.match(pattern, at)) and item["end"] != ")":
        at = item.end()
        if item["end"]:
            whole.append([])
            continue
        asked: tuple[frozenset[str], ...] = (frozenset(item["set"] or item["one"] or ""),)
        if item["around"] or item["group"]:
            asked, at = _needed_from(pattern, at)
            at += 1
        repeated = _REPEATED.match(pattern, at)
        if repeated:
            at = repeated.end()
        if not (item["around"] or (repeated and repeated["optional"])):
            whole[-1] += asked
    return _needed_by_one(whole), at


def _needed_by_one(alternatives: Sequence[Sequence[frozenset[str]]]) -> tuple[frozenset[str], ...]:
    """What whichever of several alternatives needs: of each the smallest set, together one."""
    if len(alternatives) == 1:
        return tuple(alternatives[0])
    if not all(alternatives):
        return ()
    return (frozenset().union(*(min(asked, key=len) for asked in alternatives)),)


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
    there = set(lexed.codes)
    for order, rule in enumerate(_rules(lexed.vocabulary.grammar)):
        if any(there.isdisjoint(needed) for needed in rule.needed):
            continue
        for match in rule.pattern.finditer(lexed.codes):
            first, last = match.span(rule.pattern.groups)
            if first < last:
                candidates.append((first - last, order, first, rule.kind))
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
