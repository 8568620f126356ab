"""Words of a text, and what makes two of them the same word.

Three degrees of sameness: the characters themselves, ``plain`` (case, typographic marks, diacritics,
possessive), and ``fold`` (plain, then inflection and spelling variants). Comparison of quotations uses
``plain``; search for candidates and alignment of paraphrases use ``fold``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from onrecord.languages.english.words import GRAMMAR as ENGLISH
from onrecord.languages.grammar import WordGrammar
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
# As ``_WORD``, but possessive endings and the parts of numbers come apart, and a lone "&" is one.
_TOKEN = re.compile(
    r"(?:[^\W\d_]{2,12}[-‐])?(?:[^\W\d_]\.){2,}|[^\W_]+(?:[&'’‐‑-](?![sS]\b(?![-'’]))[^\W_]+)*|&",
)
_APOSTROPHES = str.maketrans("’‘ʼ`´‐‑", "'''''--")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
# A stem shorter than this has lost its word (being -> be is in the irregular table).
_SHORTEST_STEM = 3
# Words remembered; an article has some hundreds of different ones.
_CACHED = 1 << 16


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words and numbers of ``text[start:end]``, in order, as spans of ``text``.

    Words joined by a hyphen or apostrophe are one ("so-called", "don't"), as are initials with stops
    ("U.S.") and numbers with separators ("1,071"). Linear in the length of the text.
    """
    stop = len(text) if end is None else end
    return [Span(*match.span()) for match in _WORD.finditer(text, start, stop)]


def tokens(text: str) -> list[Span]:
    """The tokens of names in ``text``, in order: a possessive ending stays outside, a lone "&" is one."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text)]


class WordForms:
    """What the words of one language have in common; answers are cached."""

    def __init__(self, grammar: WordGrammar) -> None:
        self._grammar = grammar
        self.plain = lru_cache(maxsize=_CACHED)(self._plain)
        self.fold = lru_cache(maxsize=_CACHED)(self._fold)
        self.of = lru_cache(maxsize=_CACHED)(self._of)

    def _of(self, word: str) -> tuple[str, str, bool]:
        """``plain`` form, ``fold`` key and whether it ``is_content``: all that a text asks of it."""
        return self.plain(word), self.fold(word), self.is_content(word)

    def _plain(self, word: str) -> str:
        """``word`` without case, typographic variation, diacritics, possessive, stops or thousands commas."""
        word = word.translate(_APOSTROPHES)
        decomposed = unicodedata.normalize("NFKD", word.casefold())
        word = "".join(c for c in decomposed if not unicodedata.combining(c))
        if _NUMBER.fullmatch(word):
            return word.replace(",", "")
        word = word.replace(".", "")
        if word.endswith("'s") and word not in self._grammar.function_words:
            return word[:-2]
        return word.rstrip("'")

    def _fold(self, word: str) -> str:
        """``plain`` form reduced to what its inflections and spellings have in common.

        The result is a key, not a word: "synchronise", "synchronized" and "synchronisation" give one key.
        """
        key = self.plain(word)
        if any(c.isdigit() for c in key):
            return key
        key = self._grammar.irregular.get(key, key)
        if key in self._grammar.function_words:
            return key
        key = self._without_ending(key.replace("-", ""))
        if len(key) > _SHORTEST_STEM and key[-1] == key[-2] and key[-1] not in "lsz":
            key = key[:-1]  # planned -> plann -> plan
        return key

    def _without_ending(self, key: str) -> str:
        for ending, replacement in self._grammar.suffixes:
            stem = key.removesuffix(ending)
            if stem == key or len(stem) < _SHORTEST_STEM:
                continue
            if ending in self._grammar.not_after_vowel and stem[-1] in "aeiou":
                continue  # deploying goes on to -ing: deploy
            return stem + replacement
        return key

    def is_content(self, word: str) -> bool:
        """Whether ``word`` names something: no function word, auxiliary, pronoun or plain reporting verb."""
        return self.plain(word) not in self._grammar.function_words

    def is_negation(self, word: str) -> bool:
        """Whether ``word`` is one that turns a clause into its opposite ("not", "never", "won't")."""
        return self.plain(word) in self._grammar.negations


@cache
def word_forms(grammar: WordGrammar) -> WordForms:
    """The word forms of a language, made once."""
    return WordForms(grammar)


# Those of the default language, for code that has no article at hand (``languages.of(None)`` has the same).
_FORMS = word_forms(ENGLISH)
plain, fold, is_content, is_negation = _FORMS.plain, _FORMS.fold, _FORMS.is_content, _FORMS.is_negation
