"""What a text tells in figures and names of days: a number, a weekday, a month."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.languages.grammar import NumberGrammar
from onrecord.records import Span

# Longer runs of digits are no number that anybody counts with.
_MOST_DIGITS = 15
_YEAR = re.compile(r"(?:1[789]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written, in figures or words.

    ``value``: a vague plural ("dozens") has the middle of ``bounds``, the range a reader takes it for, which
    is None for every other number. ``unit``: a currency sign, "%", the word of a compound ("48-page"), or "".
    ``is_year``: four bare digits that may be one.
    """

    span: Span
    value: float
    unit: str
    bounds: tuple[float, float] | None
    is_year: bool


def numbers(text: str, within: Span, grammar: NumberGrammar) -> Iterator[Number]:
    """The numbers of one stretch of ``text``, in order."""
    for match in grammar.pattern.finditer(text, within.start, within.end):
        start, end = match.span()
        span = Span(start + text[start:end].startswith(" "), end)
        if match["vague"]:
            bounds = grammar.vague[match["vague"].lower()]
            yield Number(span, sum(bounds) / 2, "", bounds, False)
        elif not match["digits"] or len(match["digits"]) <= _MOST_DIGITS:
            yield Number(span, _value(match, grammar), _unit(match), None, _is_year(match))


def _value(match: re.Match[str], grammar: NumberGrammar) -> float:
    if match["digits"]:
        number = float(match["digits"].replace(grammar.group, ""))
    else:
        number = float(sum(grammar.small[part] for part in match["words"].lower().split("-")))
    scale = _scale(match) or match["wordscale"]
    return number * grammar.scales[scale.lower()] if scale else number


def _scale(match: re.Match[str]) -> str | None:
    return match["scale"] or match["short"] or match["of_money"]


def _unit(match: re.Match[str]) -> str:
    if match["currency"]:
        return match["currency"]
    if match["percent"] or match["wordpercent"]:
        return "%"
    return (match["unit"] or match["wordunit"] or "").lower()


def _is_year(match: re.Match[str]) -> bool:
    dressed = match["currency"] or _scale(match) or match["percent"] or match["unit"]
    return not dressed and _YEAR.fullmatch(match["digits"] or "") is not None


@dataclass(frozen=True, slots=True)
class DayName:
    """A weekday (``value`` 1 for Monday to 7) or a month (1 to 12) that is named by a word."""

    span: Span
    kind: Literal["weekday", "month"]
    value: int
