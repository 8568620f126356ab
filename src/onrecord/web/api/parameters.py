"""Query parameters: what each kind of record can be asked by, how values are written, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any, get_args

from starlette.datastructures import QueryParams

from onrecord.records import Kind, Mode, Stance, bounds, check_days
from onrecord.views.kinds import FILTERED
from onrecord.web.api.problems import ProblemError

MOST = 200
USUAL = 50


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: what it means, its values in JSON Schema, and how a value is read.

    ``read`` raises ``ValueError`` for what the schema does not allow.
    """

    name: str
    meaning: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]


def _text(value: str) -> str:
    if not value:
        raise ValueError("is empty")
    return value


def _period(value: str) -> str:
    if len(value) < len("2031-03-04") and value.startswith("0"):
        raise ValueError("is not a day, month or year")  # as the schema has it, which knows no year 0 either
    try:
        bounds(value)
    except ValueError as error:  # whose message begins with the value, as those of all parameters do
        raise ValueError(str(error).removeprefix(f"{value!r} ")) from None
    return value


def _share(value: str) -> float:
    with suppress(ValueError):
        if 0 <= (number := float(value)) <= 1:  # which no NaN is
            return number
    raise ValueError("is not from 0 to 1")


def _limit(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= MOST and len(value) < 9):
        raise ValueError(f"is not a whole number from 1 to {MOST}")
    return int(value)


def _among(values: Collection[str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in values:
            raise ValueError(f"is not one of {', '.join(values)}")
        return value

    return read


_TEXT = {"type": "string", "minLength": 1}
_DAY = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": r"^[1-9][0-9]{3}(-(0[1-9]|1[0-2]))?$"},
    ]
}


def _one_of(name: str, meaning: str, literal: Any) -> Parameter:  # noqa: ANN401 - a Literal has no type
    values = get_args(literal)
    return Parameter(name, meaning, {"type": "string", "enum": list(values)}, _among(values))


_OF_STATEMENTS = (
    _one_of("kind", "direct, mixed or indirect speech", Kind),
    _one_of("mode", "speech, thought, plan or document", Mode),
    _one_of("stance", "what the statement does", Stance),
)
_KNOWN = (
    Parameter("words", 'Words that must all occur, in any form; put a phrase in "…".', _TEXT, _text),
    Parameter(
        "speaker",
        "The whole id, which means one speaker. For statements and articles also words of the name: whoever"
        " has a name with words that begin so, in any order. `Brill` finds every Brill, and Brillson.",
        _TEXT,
        _text,
    ),
    Parameter("outlet", "The outlet, as articles name it.", _TEXT, _text),
    Parameter("article", "The id of an article.", _TEXT, _text),
    Parameter("story", "The id of a story.", _TEXT, _text),
    Parameter("storyline", "The id of a storyline.", _TEXT, _text),
    Parameter("claim", "The id of an utterance: the statements that render it.", _TEXT, _text),
    Parameter("said_since", "Certainly said on or after this day, month or year.", _DAY, _period),
    Parameter("said_until", "Certainly said on or before it; not before `said_since`.", _DAY, _period),
    Parameter("published_since", "Certainly published on or after this day, month or year.", _DAY, _period),
    Parameter(
        "published_until", "Certainly published on or before it; not before `published_since`.", _DAY, _period
    ),
    Parameter("confidence", "The least confidence.", {"type": "number", "minimum": 0, "maximum": 1}, _share),
    Parameter("kind", "The record's kind.", _TEXT, _text),
    Parameter("level", "The record's level.", _TEXT, _text),
    Parameter("clock", "said, about or published", _TEXT, _text),
)
LIMIT = Parameter(
    "limit",
    "Most records to return.",
    {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
    _limit,
)
CURSOR = Parameter("cursor", "The `next` of the previous page.", {"type": "string"}, str)


def parameters(kind: str, names: Collection[str]) -> tuple[Parameter, ...]:
    """The parameters that a page of ``kind`` takes, besides ``limit`` and ``cursor``."""
    known = {p.name: p for p in _KNOWN}
    if kind in (*FILTERED, "search"):
        known |= {p.name: p for p in _OF_STATEMENTS}
    return tuple(known[name] for name in names)


def read(query: QueryParams, allowed: Collection[Parameter]) -> dict[str, Any]:
    """The values of a query.

    Raises:
        ProblemError: a parameter is unknown, given twice or not allowed; days end before they begin.
    """
    known = {p.name: p for p in allowed}
    found: dict[str, Any] = {}
    for name, value in query.multi_items():
        if name not in known:
            raise ProblemError(HTTPStatus.BAD_REQUEST, _unknown(name, known))
        if name in found:
            raise ProblemError(HTTPStatus.BAD_REQUEST, f"{name} is given twice")
        try:
            found[name] = known[name].read(value)
        except ValueError as error:
            raise ProblemError(HTTPStatus.BAD_REQUEST, f"{name}: {value!r} {error}") from None
    for clock in ("said", "published"):
        try:
            check_days(found.get(f"{clock}_since"), found.get(f"{clock}_until"))
        except ValueError as error:
            raise ProblemError(HTTPStatus.BAD_REQUEST, f"{clock}_since: {error}") from None
    return found


def _unknown(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, known, 1)
    meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
    return f"there is no parameter {name!r} here; {meant}"
