"""Words of a text as one string of time categories, one character a word.

Grammar rules are regular expressions over that string: short, blind to spelling, and fast, since most
of an article is the one character ``OTHER``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.languages.grammar import DateGrammar

OTHER: Final = "."
_FIRST_CODE: Final = 0xE000  # private use: category characters never collide with pattern syntax
_TOKEN: Final = re.compile(
    # Stamps of machines, 9/11, 25.1.2022, and times that only what follows gives away (1530 GMT, 2.30pm).
    r"[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:?[0-9][0-9](?::?[0-9][0-9](?:\.[0-9]{1,9})?)?"
    r"(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![0-9])|[0-9]{8}T[0-9]{4,6}(?:Z|[+-][0-9]{4})?(?![0-9])"
    r"|9/11(?![0-9/])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?!\.?[0-9])"
    r"|(?P<clock>[012][0-9][0-5][0-9](?= (?:GMT|UTC|local time)\b| ?\([012][0-9][0-5][0-9] GMT)"
    r"|[0-9]{1,2}\.[0-5][0-9](?=\s?(?:[ap]\.?m\b|GMT\b|UTC\b|BST\b|CES?T\b)))"
    r"|[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9])|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])"
    r"|[0-9]/[0-9](?![0-9])"
    r"|[0-9]+(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?(?:(?:st|nd|rd|th|s)\b)?"
    r"|[oO]['’]clock\b|['’]s\b|[apAP]\.\s?[mM]\b\.?|[AP]M\b|[QF][1-4](?=\b|FY)|H[12](?=\b|FY)|FY(?=\b|[0-9])|[^\W\d_]+|\n\s*\n|[^\w\s]"
)
_DIGIT_CATEGORIES: Final = (
    "ISO",
    "CLOCK",
    "SLASHDATE",
    "DOTDATE",
    "NAMEDDAY",
    "FRACTION",
    "ORDNUM",
    "DECADE",
    "DECADE2",
    "D12",
    "D31",
    "D99",
    "YEAR4",
    "BIG",
    "DECIMAL",
    "AMPM",
    "POSS",
    "BREAK",
    "APOS",
    "HOLIDAY",
)
# Years a bare four-digit number is read as; outside, it is a count.
YEARS: Final = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One language's category characters by exact word form, and values by lower-case word."""

    grammar: DateGrammar
    code_of_word: Mapping[str, str]
    value_of: Mapping[str, object]
    code_of: Mapping[str, str]
    name_of: Mapping[str, str]
    holiday_heads: frozenset[str]
    holiday: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexed:
    """``codes[i]`` is the category character of the word at ``starts[i]:ends[i]`` of ``text``."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]
    vocabulary: Vocabulary

    def word(self, index: int) -> str:
        """The word's own characters."""
        return self.text[self.starts[index] : self.ends[index]]

    def before(self, index: int) -> str:
        """The word before ``index`` in lower case; "" at the start of the text."""
        return self.word(index - 1).lower() if index else ""

    def category(self, index: int) -> str | None:
        """The word's category; None for a word without one, and outside the text."""
        return self.vocabulary.name_of.get(self.codes[index]) if 0 <= index < len(self.codes) else None

    def categories(self, first: int, last: int) -> list[str | None]:
        """The categories of the words from ``first`` up to ``last``."""
        return [self.vocabulary.name_of.get(code) for code in self.codes[max(0, first) : last]]

    def has(self, category: str, first: int, last: int) -> bool:
        """Whether a word from ``first`` up to ``last`` is of this category."""
        return self.vocabulary.code_of[category] in self.codes[max(0, first) : last]


@cache
def vocabulary(grammar: DateGrammar) -> Vocabulary:
    """The vocabulary of a language, built once."""
    names = [*grammar.proper, *grammar.words, *sorted(set(map(str, grammar.punctuation.values())))]
    code_of = {n: chr(_FIRST_CODE + i) for i, n in enumerate(dict.fromkeys([*names, *_DIGIT_CATEGORIES]))}
    words: dict[str, str] = {mark: code_of[str(kind)] for mark, kind in grammar.punctuation.items()}
    for name, word in _entries(grammar.words):
        words.update(dict.fromkeys((word, word.capitalize(), word.upper()), code_of[name]))
    for name, word in _entries(grammar.proper):
        words.update(dict.fromkeys((word, word.upper()), code_of[name]))
    values = {
        word.lower(): value
        for table in (grammar.words, grammar.proper)
        for entries in table.values()
        for word, value in entries.items()
    }
    names_of = {code: name for name, code in code_of.items()}
    heads = frozenset(re.split(r"\W", name)[0].lower() for name in grammar.holidays)
    return Vocabulary(grammar, words, values, code_of, names_of, heads, _any_of(grammar.holidays))


def _entries(table: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    return ((name, word) for name, entries in table.items() for word in entries)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """One of ``names``, with any white space and apostrophes."""
    pattern = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")
        for name in sorted(names, key=len, reverse=True)
    )
    return re.compile(rf"(?:{pattern})\b", re.IGNORECASE)


def lex(text: str, grammar: DateGrammar) -> Lexed:
    """Categories of all words of ``text``; linear in its length."""
    lexical = vocabulary(grammar)
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        word = match.group()
        code = _code(lexical, word, clock=match.lastgroup is not None)
        if word[0].isupper() and word.lower() in lexical.holiday_heads:
            found = lexical.holiday.match(text, start)
            if found:
                code, end = lexical.code_of["HOLIDAY"], found.end()
                position = end
        codes.append(code)
        starts.append(start)
        ends.append(end)
    return Lexed(text, "".join(codes), starts, ends, lexical)


def _code(lexical: Vocabulary, word: str, *, clock: bool) -> str:
    """The category character of a word; ``clock``: what follows gives it away as a time of day."""
    code = lexical.code_of_word.get(word)
    if code is not None:
        return code
    if clock:
        return lexical.code_of["CLOCK"]
    return OTHER if word.isalpha() else _digit_code(lexical, word)


_SHAPES: Final = (
    (re.compile(r"[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T.*)?|[0-9]{8}T.*"), "ISO"),
    (re.compile(r"[0-9]+:.*"), "CLOCK"),
    (re.compile(r"9/11"), "NAMEDDAY"),
    (re.compile(r"[0-9]+\.[0-9]+\.[0-9]{4}"), "DOTDATE"),
    (re.compile(r"[0-9]+/[0-9]+/[0-9]+"), "SLASHDATE"),
    (re.compile(r"[0-9]/[0-9]"), "FRACTION"),
    (re.compile(r"[0-9]+(?:st|nd|rd|th)"), "ORDNUM"),
    (re.compile(r"1[5-9][0-9]0s|20[0-9]0s"), "DECADE"),
    (re.compile(r"[0-9]0s"), "DECADE2"),
    (re.compile(r"[apAP]\.?\s?[mM]\.?"), "AMPM"),
    (re.compile(r"['’]s"), "POSS"),
    (re.compile(r"\n\s*\n"), "BREAK"),
    (re.compile(r"['’]"), "APOS"),
    (re.compile(r"[½¼¾]"), "FRACTION"),
    (re.compile(r"[Oo]['’]clock"), "OCLOCK"),
)


def _digit_code(lexical: Vocabulary, word: str) -> str:
    """The category of a word that is not in the vocabulary: a number, a date shape, or ``OTHER``."""
    if word.isdecimal():
        return lexical.code_of[_size(word)]
    for shape, name in _SHAPES:
        if shape.fullmatch(word):
            return lexical.code_of[name]
    return lexical.code_of["DECIMAL"] if word[0].isdecimal() else OTHER


def _size(word: str) -> str:
    """The category of a number in figures, by what it may count: months, days, years or more."""
    number = int(word) if len(word) <= 4 else 0
    if len(word) <= 2:
        return "D12" if 1 <= number <= 12 else "D31" if 13 <= number <= 31 else "D99"
    return "YEAR4" if len(word) == 4 and number in YEARS else "BIG"
