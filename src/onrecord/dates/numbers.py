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
_GLYPHS: Final = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}


def count(tokens: Sequence[Token]) -> Fraction | None:
    """The number that ``tokens`` spell; None when it is vague or there is none. A range gives its first."""
    total = Fraction(0)
    seen = digits = False
    for token in tokens:
        if token.category == "VAGUE":
            return None
        if seen and (token.category in ("TO", "OR") or (token.category == "HYPHEN" and digits)):
            break
        value = _value(token)
        if value is None:
            continue
        if token.category in ("SCALE", "DOZEN", "COUPLE") and seen:
            total = total * value
        elif token.category == "HALF":
            total += value
        elif token.category == "A" and seen:
            continue
        else:
            total += value
        seen = True
        digits = token.word[0].isdecimal()
    return total if seen else None


def _value(token: Token) -> Fraction | None:
    if token.category == "FRACTION":
        if token.word in _GLYPHS:
            return _GLYPHS[token.word]
        top, _, bottom = token.word.partition("/")
        return Fraction(int(top), int(bottom)) if bottom not in ("", "0") else None
    if token.category == "DECIMAL":
        try:
            return Fraction(token.word.replace(",", ""))
        except ValueError:
            return None
    if token.category == "HALF":
        return Fraction(1, 2)
    if token.category in _NUMERIC and isinstance(token.value, int):
        return Fraction(token.value)
    return None


def year(tokens: Sequence[Token]) -> int | None:
    """A year in digits or spelled ("nineteen ninety-six", "two thousand and eight")."""
    for token in tokens:
        if token.category == "YEAR4" and isinstance(token.value, int):
            return token.value
    spelled = [t for t in tokens if t.category in ("CARD1", "TEEN", "TENS", "SCALE")]
    numbers = [t.value for t in spelled if isinstance(t.value, int)]
    if len(numbers) < 2:
        return None
    if numbers[1] == 1000:
        return numbers[0] * 1000 + sum(numbers[2:])
    if 15 <= numbers[0] <= 20:
        return numbers[0] * 100 + sum(numbers[1:])
    return None
