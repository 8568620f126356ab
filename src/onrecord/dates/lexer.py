"""Words of a text as one string of time categories, one character a word.

Grammar rules are regular expressions over that string: short, blind to spelling, and fast, since most
of an article is the one character ``OTHER``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from onrecord.languages.english import dates as english
from onrecord.languages.english.holidays import HOLIDAYS

OTHER: Final = "."
_FIRST_CODE: Final = 0xE000  # private use: category characters never collide with pattern syntax
_TOKEN: Final = re.compile(
    # Stamps of machines, 9/11, 25.1.2022, and times that only what follows gives away (1530 GMT, 2.30pm).
    r"[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:?[0-9][0-9](?::?[0-9][0-9](?:\.[0-9]{1,9})?)?"
    r"(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![0-9])|[0-9]{8}T[0-9]{4,6}(?:Z|[+-][0-9]{4})?(?![0-9])"
    r"|9/11(?![0-9/])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?![0-9.])"
    r"|(?P<clock>[012][0-9][0-5][0-9](?= (?:GMT|UTC|local time)\b| ?\([012][0-9][0-5][0-9] GMT)"
    r"|[0-9]{1,2}\.[0-5][0-9](?=\s?(?:[ap]\.?m\b|GMT\b|UTC\b|BST\b|CES?T\b)))"
    r"|[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9])|[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9])"
    r"|[0-9]/[0-9](?![0-9])"
    r"|[0-9]+(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:\.[0-9]+)?(?:(?:st|nd|rd|th|s)\b)?"
    r"|[oO]['’]clock\b|['’]s\b|[apAP]\.\s?[mM]\b\.?|[AP]M\b|[QF][Y1-4]\b|[^\W\d_]+|\n\s*\n|[^\w\s]"
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
class Lexed:
    """``codes[i]`` is the category character of the word at ``starts[i]:ends[i]`` of ``text``."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """The word's own characters."""
        return self.text[self.starts[index] : self.ends[index]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Category characters by exact word form, and values by lower-case word."""

    code_of_word: Mapping[str, str]
    value_of: Mapping[str, object]
    code_of: Mapping[str, str]
    name_of: Mapping[str, str]
    holiday_heads: frozenset[str]
    holiday: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The English lexicon, built once."""
    names = [*english.PROPER, *english.WORDS, *sorted(set(map(str, english.PUNCTUATION.values())))]
    names = list(dict.fromkeys([*names, *_DIGIT_CATEGORIES]))
    code_of = {name: chr(_FIRST_CODE + i) for i, name in enumerate(names)}
    words: dict[str, str] = {}
    values: dict[str, object] = {}
    for name, entries in english.WORDS.items():
        for word, value in entries.items():
            for form in (word, word.capitalize(), word.upper()):
                words[form] = code_of[name]
            values[word] = value
    for name, entries in english.PROPER.items():
        for word, value in entries.items():
            for form in (word, word.upper()):
                words[form] = code_of[name]
            values[word.lower()] = value
    for mark, kind in english.PUNCTUATION.items():
        words[mark] = code_of[str(kind)]
    heads = frozenset(re.split(r"\W", name)[0].lower() for name in HOLIDAYS)
    pattern = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]")
        for name in sorted(HOLIDAYS, key=len, reverse=True)
    )
    return Lexicon(
        words,
        values,
        code_of,
        {c: n for n, c in code_of.items()},
        heads,
        re.compile(rf"(?:{pattern})\b", re.IGNORECASE),
    )


def lex(text: str) -> Lexed:
    """Categories of all words of ``text``; linear in its length."""
    lexical = lexicon()
    get, digits, heads = lexical.code_of_word.get, _digit_code, lexical.holiday_heads
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        word = match.group()
        code = get(word)
        if code is None and match.lastgroup:
            code = lexical.code_of["CLOCK"]
        elif code is None:
            code = OTHER if word.isalpha() else digits(word)
        if word[0].isupper() and word.lower() in heads:
            found = lexical.holiday.match(text, start)
            if found:
                code, end = lexical.code_of["HOLIDAY"], found.end()
                position = end
        codes.append(code)
        starts.append(start)
        ends.append(end)
    return Lexed(text, "".join(codes), starts, ends)


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


def _digit_code(word: str) -> str:
    """The category of a word that is not in the lexicon: a number, a date shape, or ``OTHER``."""
    code_of = lexicon().code_of
    if word.isdecimal():
        size = int(word) if len(word) <= 4 else 9999
        if 1 <= size <= 12 and len(word) <= 2:
            return code_of["D12"]
        if len(word) <= 2:
            return code_of["D31"] if 13 <= size <= 31 else code_of["D99"]
        if len(word) == 4 and size in YEARS:
            return code_of["YEAR4"]
        return code_of["BIG"]
    for shape, name in _SHAPES:
        if shape.fullmatch(word):
            return code_of[name]
    return code_of["DECIMAL"] if word[0].isdecimal() else OTHER
