"""How much a word tells: its inverse document frequency in news, from a table that ships with the package.

A fixed table instead of counts over the articles at hand makes a score between two texts depend on those
two alone: the same on every machine, in every order, and in an archive of three articles or of a million.
"""

from __future__ import annotations

import math
from functools import lru_cache

from onrecord.languages.english.frequencies import ARTICLES, BANDS, UNLISTED
from onrecord.languages.words import fold

UNLISTED_RARITY = math.log(ARTICLES / UNLISTED)


@lru_cache(maxsize=1)
def _table() -> dict[str, float]:
    table: dict[str, float] = {}
    # Commonest band last, so that two forms with one key get the lower rarity.
    for band in sorted(BANDS):
        rarity = math.log(ARTICLES / 2 ** (band / 2))
        table.update((fold(word), rarity) for word in BANDS[band].split())
    return table


def rarity(key: str) -> float:
    """Natural logarithm of articles per article that holds a word with ``fold`` key ``key``.

    Between about 0.1 ("new") and 6.3 (every word too rare for the table).
    """
    return _table().get(key, UNLISTED_RARITY)
