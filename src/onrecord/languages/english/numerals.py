"""English number words."""

from __future__ import annotations

import re

from onrecord.languages.grammar import NumberGrammar

CARDINALS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
TEENS = {
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# "second" is also a unit and has its own category.
ORDINALS = {
    "first": 1,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}

# Vague plurals, with the range a reader takes them for.
VAGUE: dict[str, tuple[float, float]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 1999),
    "thousands": (2000, 19_999),
}

# Cut short, joined to their figures or not: "£2.5m", "3 bn".
_SHORT = {"bn": 10**9, "mn": 10**6, "mln": 10**6, "tn": 10**12, "trn": 10**12}
# What may as well be metres or bytes, after a sign of money.
_OF_MONEY = {"k": 1000, "m": 10**6, "b": 10**9}

_SCALE = "|".join(SCALES)
_TENS = "|".join(TENS)
# "170,000-square-foot" is of another unit than "15,800-square-metre".
_COMPOUND = r"(?:square-|cubic-)?[a-z]{3,20}"
_ONES = "|".join(word for word in (*CARDINALS, *TEENS) if word != "one")

GRAMMAR = NumberGrammar(
    pattern=re.compile(
        rf"(?P<currency>[$€£¥])? ?(?<![\w/.,:-])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:[”\"]?[ -](?P<scale>{_SCALE}))?"
        rf"(?: ?(?P<short>{'|'.join(_SHORT)})|(?(currency)(?P<of_money>{'|'.join(_OF_MONEY)})|(?!)))?"
        rf"(?P<percent> ?%| per ?cent)?(?![\w/]|-\d)"
        rf"(?:-(?P<unit>{_COMPOUND}))?"
        rf"|\b(?P<words>(?:{_TENS})(?:-(?:{'|'.join(CARDINALS)}))?|{_ONES})(?:[ -](?P<wordscale>{_SCALE}))?"
        rf"(?P<wordpercent> per ?cent)?(?:-(?P<wordunit>{_COMPOUND}))?\b"
        rf"|\b(?P<vague>{'|'.join(VAGUE)}) of\b",
        re.IGNORECASE,
    ),
    small={**CARDINALS, **TEENS, **TENS},
    scales=SCALES | _SHORT | _OF_MONEY,
    vague=VAGUE,
    group=",",
)
