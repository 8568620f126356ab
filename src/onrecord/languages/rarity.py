"""How much a word tells: its inverse document frequency in news, from a table that ships with the package.

A fixed table instead of counts over the articles at hand makes a score between two texts depend on those
two alone: the same on every machine, in every order, and in an archive of three articles or of a million.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import cache, cached_property

from onrecord.languages.english.frequencies import GRAMMAR as ENGLISH
from onrecord.languages.grammar import Frequencies
from onrecord.languages.words import fold


class Rarities:
    """The inverse document frequencies of one language; ``fold`` is that of its words."""

    def __init__(self, frequencies: Frequencies, fold: Callable[[str], str]) -> None:
        self._frequencies = frequencies
        self._fold = fold
        self.unlisted = math.log(frequencies.articles / frequencies.unlisted)

    @cached_property
    def _table(self) -> dict[str, float]:
        table: dict[str, float] = {}
        # Commonest band last, so that two forms with one key get the lower rarity.
        for band in sorted(self._frequencies.bands):
            rarity = math.log(self._frequencies.articles / 2 ** (band / 2))
            table.update((self._fold(word), rarity) for word in self._frequencies.bands[band].split())
        return table

    def rarity(self, key: str) -> float:
        """Natural logarithm of articles per article that holds a word with ``fold`` key ``key``.

        Between about 0.1 ("new") and 6.3 (every word too rare for the table).
        """
        return self._table.get(key, self.unlisted)

    def weight(self, keys: Iterable[str]) -> float:
        """How much words tell together: the sum of their rarities, the same in any order."""
        return sum(self.rarity(key) for key in sorted(keys))

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Shared weight over the weight of the poorer of two sets of keys, 0 to 1."""
        return self.weight(a & b) / (min(self.weight(a), self.weight(b)) or 1.0)


@cache
def rarities(frequencies: Frequencies, fold: Callable[[str], str]) -> Rarities:
    """The rarities of a language, made once."""
    return Rarities(frequencies, fold)


# That of the default language, for code that has no article at hand (``languages.of(None)`` has the same).
_DEFAULT = rarities(ENGLISH, fold)
rarity = _DEFAULT.rarity
