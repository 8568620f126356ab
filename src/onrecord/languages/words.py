"""Words of a text, and what makes two of them the same word.

Three degrees of sameness: the characters themselves, ``plain`` (case, typographic marks, diacritics,
possessive), and ``fold`` (plain, then inflection and spelling variants). Comparison of quotations uses
``plain``; search for candidates and alignment of paraphrases use ``fold``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from onrecord.languages.english.words import (
    FUNCTION_WORDS,
    IRREGULAR,
    NEGATIONS,
    NOT_AFTER_VOWEL,
    SUFFIXES,
)
from onrecord.records import Span

_LETTER = r"[^\W\d_]"
_PART = r"(?:[^\W_][\u0300-\u036f]*)+"
# Initials with stops (U.S.), numbers with separators (1,071.5), and words joined by hyphen or apostrophe.
# A full stop joins nothing else, so that sentences run together ("Ostrava.The") come apart.
_WORD = re.compile(
    rf"{_LETTER}(?:\.{_LETTER})+\.?(?![^\W_])"
    rf"|\d+(?:[.,:]\d+)+(?!\w)"
    rf"|{_PART}(?:[-'’‘ʼ‐‑]{_PART})*"
)
_APOSTROPHES = str.maketrans("’‘ʼ`´‐‑", "'''''--")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
# A stem shorter than this has lost its word (being -> be is in the irregular table).
_SHORTEST_STEM = 3


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words and numbers of ``text[start:end]``, in order, as spans of ``text``.

    Words joined by a hyphen or apostrophe are one ("so-called", "don't"), as are initials with stops
    ("U.S.") and numbers with separators ("1,071"). Linear in the length of the text.
    """
    stop = len(text) if end is None else end
    return [Span(*match.span()) for match in _WORD.finditer(text, start, stop)]


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """``word`` without case, typographic variation, diacritics, possessive, stops or thousands commas."""
    word = word.translate(_APOSTROPHES)
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    word = "".join(c for c in decomposed if not unicodedata.combining(c))
    if _NUMBER.fullmatch(word):
        return word.replace(",", "")
    word = word.replace(".", "")
    if word.endswith("'s") and word not in FUNCTION_WORDS:
        return word[:-2]
    return word.rstrip("'")


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """``plain`` form reduced to what its inflections and spellings have in common.

    The result is a key, not a word: "synchronise", "synchronized" and "synchronisation" give one key.
    """
    key = plain(word)
    if any(c.isdigit() for c in key):
        return key
    key = IRREGULAR.get(key, key)
    if key in FUNCTION_WORDS:
        return key
    key = key.replace("-", "")
    for ending, replacement in SUFFIXES:
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < _SHORTEST_STEM:
            continue
        if ending in NOT_AFTER_VOWEL and stem[-1] in "aeiou":
            continue  # deploying goes on to -ing: deploy
        key = stem + replacement
        break
    if len(key) > _SHORTEST_STEM and key[-1] == key[-2] and key[-1] not in "lsz":
        key = key[:-1]  # planned -> plann -> plan
    return key


def is_content(word: str) -> bool:
    """Whether ``word`` names something: not a function word, auxiliary, pronoun or plain reporting verb."""
    return plain(word) not in FUNCTION_WORDS


def is_negation(word: str) -> bool:
    """Whether ``word`` is one that turns a clause into its opposite ("not", "never", "won't")."""
    return plain(word) in NEGATIONS
