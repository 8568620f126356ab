"""Which articles of a lake are meant: a small language of conditions, put into SQL, every value a parameter.

speaker = "Pavel Dorin" and date >= 2031-03-01
storyline = storyline-6f0c… or (outlet = Sarpress and title ~ quay)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.records import bounds

# Characters of a condition, and brackets in one another: what is recursive needs an end.
MOST = 2000
DEEPEST = 20

_TOKEN = re.compile(
    r"""\s*(?: (?P<quoted>"(?:[^"]|"")*"|'(?:[^']|'')*') | (?P<operator><=|>=|!=|=|<|>|~) | (?P<bracket>[()])
    | (?P<word>[^\s()"'<>=!~]+) )""",
    re.VERBOSE,
)
_TEXTS = {
    "speaker": ("s.speaker", "s.speaker_id"),
    "stance": ("s.stance",),
    "outlet": ("a.outlet",),
    "title": ("a.title",),
    "url": ("a.url",),
    "article": ("a.id",),
    "language": ("a.language",),
    "story": ("t.id", "t.title"),
    "storyline": ("t.storyline_id",),
}
_DAYS = {
    "date": ("a.published_earliest", "a.published_latest"),
    "said": ("s.said_earliest", "s.said_latest"),
}
FIELDS = (*_TEXTS, *_DAYS)


@dataclass(frozen=True, slots=True)
class Condition:
    """What ``WHERE`` is to hold, over ``a`` (articles), ``s`` (statements) and ``t`` (stories)."""

    sql: str
    parameters: tuple[str, ...]


def parse(written: str) -> Condition:
    """The condition that is written.

    Raises:
        ValueError: it is not a condition; the message says what is wrong and what may be asked.
    """
    if len(written) > MOST:
        raise ValueError(f"a condition has at most {MOST} characters")
    try:
        written.encode()
    except UnicodeEncodeError:
        raise ValueError("a condition is written in whole characters") from None
    return _Parser(_tokens(written)).whole()


def _tokens(written: str) -> list[tuple[str, str]]:
    found, at = [], 0
    while written[at:].strip():
        match = _TOKEN.match(written, at)
        if match is None or match.lastgroup is None:
            raise ValueError(f"not understood: {written[at:].strip()[:40]!r}")
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class _Parser:
    """Reads tokens from left to right; ``and`` binds closer than ``or``."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._parameters: list[str] = []

    def whole(self) -> Condition:
        """All of it."""
        sql = self._any(0)
        if self._at < len(self._tokens):
            raise ValueError(f"“and” or “or” is missing before {self._tokens[self._at][1]!r}")
        return Condition(sql, tuple(self._parameters))

    def _any(self, depth: int) -> str:
        return self._joined("or", lambda: self._joined("and", lambda: self._one(depth)))

    def _joined(self, word: str, part: Callable[[], str]) -> str:
        parts = [part()]
        while self._is_word(word):
            self._at += 1
            parts.append(part())
        return f"({f' {word.upper()} '.join(parts)})"

    def _one(self, depth: int) -> str:
        kind, value = self._next("a field")
        if (kind, value) == ("bracket", "("):
            if depth >= DEEPEST:
                raise ValueError("too many brackets in one another")
            found = self._any(depth + 1)
            if self._next("“)”") != ("bracket", ")"):
                raise ValueError("a bracket is not closed")
            return found
        field = value.casefold()
        if kind != "word" or field not in FIELDS:
            raise ValueError(f"{value!r} is not a field; the fields are {', '.join(FIELDS)}")
        kind, operator = self._next("=, !=, ~, <, <=, > or >=")
        if kind != "operator":
            raise ValueError(f"after {field} comes =, !=, ~, <, <=, > or >=, not {operator!r}")
        return self._day(field, operator) if field in _DAYS else self._text(field, operator)

    def _text(self, field: str, operator: str) -> str:
        value = self._value()
        if operator not in ("=", "!=", "~"):
            raise ValueError(f"{field} is a text: it takes =, != or ~ (holds), not {operator}")
        columns = _TEXTS[field]
        self._parameters += [value] * len(columns)
        if operator == "~":
            return f"({' OR '.join(f'contains(lower({c}), lower(?))' for c in columns)})"
        same = " OR ".join(f"lower({c}) = lower(?)" for c in columns)
        return f"({same})" if operator == "=" else f"NOT coalesce({same}, false)"

    def _day(self, field: str, operator: str) -> str:
        """A day, month or year: what surely lies before, in or after it; the length of both is made equal."""
        value = self._value()
        try:
            bounds(value)
        except ValueError as error:
            raise ValueError(f"{field}: {error}") from None
        if operator == "~":
            raise ValueError(f"{field} is a day: it takes =, !=, <, <=, > or >=")
        first, last = (f"left({column}, {len(value)})" for column in _DAYS[field])
        if operator in ("=", "!="):
            self._parameters += [value, value]
            return f"({first} = ? AND {last} = ?)" if operator == "=" else f"({last} < ? OR {first} > ?)"
        self._parameters.append(value)
        return f"{first if operator.startswith('>') else last} {operator} ?"

    def _value(self) -> str:
        kind, value = self._next("a value")
        if kind == "quoted":
            return value[1:-1].replace(value[0] * 2, value[0])
        if kind != "word":
            raise ValueError(f"a value is missing before {value!r}")
        words = [value]
        while self._at < len(self._tokens) and self._tokens[self._at][0] == "word" and not self._ends():
            words.append(self._tokens[self._at][1])
            self._at += 1
        return " ".join(words)

    def _ends(self) -> bool:
        return self._is_word("and") or self._is_word("or")

    def _is_word(self, word: str) -> bool:
        if self._at >= len(self._tokens):
            return False
        kind, value = self._tokens[self._at]
        return kind == "word" and value.casefold() == word

    def _next(self, wanted: str) -> tuple[str, str]:
        if self._at >= len(self._tokens):
            raise ValueError(f"it ends where {wanted} is expected")
        self._at += 1
        return self._tokens[self._at - 1]
