"""Counts inside time expressions: "two", "a couple of", "2 1/2", "several" (X), "three to five"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from onrecord.dates.grammar import Token

_NUMERIC: Final = {
    "D12",
    "D31",
    "D99",
    "BIG",
    "YEAR4",
    "DECIMAL",
    "CARD1",
    "TEEN",
    "TENS",
    "SCALE",
    "DOZEN",
    "COUPLE",
    "A",
}
# Characters of a number that counts units; Python writes none of thousands of figures.
_LONGEST: Final = 20
_MULTIPLES: Final = ("SCALE", "DOZEN", "COUPLE")
# Of the years of two figures that companies give.
_CENTURY: Final = 2000
_GLYPHS: Final = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def count(tokens: Sequence[Token]) -> Fraction | None:
    """The number that ``tokens`` spell; None when it is vague or there is none. A range gives its first."""
    if any(t.category == "VAGUE" for t in _first(tokens)):
        return None
    total = None
    for token in _first(tokens):
        value = _value(token)
        if value is None:
            continue
        if total is None:
            total = value
        elif token.category in _MULTIPLES:
            total *= value
        elif token.category != "A":
            total += value
    return total


def _first(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the first number of a range: "three to five", "10-12", "two or three"."""
    found: list[Token] = []
    seen = digits = False
    for token in tokens:
        if seen and (token.category in ("TO", "OR") or (token.category == "HYPHEN" and digits)):
            break
        found.append(token)
        if _value(token) is not None:
            seen, digits = True, token.word[0].isdecimal()
    return found


def _value(token: Token) -> Fraction | None:
    if token.category == "FRACTION":
        if token.word in _GLYPHS:
            return _GLYPHS[token.word]
        top, _, bottom = token.word.partition("/")
        return Fraction(int(top), int(bottom)) if bottom not in ("", "0") else None
    if token.category == "DECIMAL":
        try:
            return Fraction(token.word.replace(",", "")) if len(token.word) <= _LONGEST else None
        except ValueError:
            return None
    if token.category == "HALF":
        return Fraction(1, 2)
    if token.category in _NUMERIC and isinstance(token.value, int):
        return Fraction(token.value)
    return None


def year(tokens: Sequence[Token]) -> int | None:
    """A year in digits or spelled ("nineteen ninety-six", "two thousand and eight"), or that of "FY31"."""
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.category == "YEAR4" and isinstance(token.value, int):
            return token.value
        if before is not None and before.category == "FISCALYEAR" and isinstance(token.value, int):
            return _CENTURY + token.value
    spelled = (t.value for t in tokens if t.category in ("CARD1", "TEEN", "TENS", "SCALE"))
    return _spelled_year([value for value in spelled if isinstance(value, int)])


def _spelled_year(numbers: Sequence[int]) -> int | None:
    if len(numbers) < 2:
        return None
    if numbers[1] == 1000:
        return numbers[0] * 1000 + sum(numbers[2:])
    return numbers[0] * 100 + sum(numbers[1:]) if 15 <= numbers[0] <= 20 else None
