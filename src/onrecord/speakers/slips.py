"""Surnames with a slip of the pen: "Abellt" once in an article about Jonas Abelt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from onrecord.speakers.page import Page

if TYPE_CHECKING:
    from onrecord.speakers.entities import Entity

# A shorter surname one letter off is another one.
_SHORTEST = 4
# An article of more names is a list of them.
_MANY = 500


def misspelt(page: Page, entities: Sequence[Entity], word: str) -> Entity | None:
    """The one person of whose surname ``word``, which stands in the article once, is one letter off.

    The surname itself must stand there twice at least, and the word's first letter be right.
    """
    low = word.casefold()
    if (
        len(low) < _SHORTEST
        or not word.isalpha()
        or low in page.plain
        or page.times[low] > 1
        or len(entities) > _MANY
    ):
        return None
    found = {
        id(e): e for e in entities if e.type == "person" and any(_slip(page, low, p) for p in e.best.surname)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _slip(page: Page, low: str, part: str) -> bool:
    surname = part.casefold()
    near = surname[:1] == low[:1] and Levenshtein.distance(surname, low) == 1
    return near and page.times[surname] > 1
