"""Surnames with a slip of the pen: "Abellt" once in an article about Jonas Abelt."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

from onrecord.coreference.entities import Entity
from onrecord.coreference.page import Page

# A shorter surname one letter off is another one.
_SHORTEST = 4
# An article of more names is a list of them.
_MANY = 500


def misspelt(page: Page, entities: Sequence[Entity], word: str) -> Entity | None:
    """The one person of whose surname ``word``, which stands in the article once, is one letter off.

    The surname itself must stand there twice at least, or be a slip of which that is known, and the word's
    first letter be right.
    """
    low = word.casefold()
    if not _is_candidate(page, word, low) or len(entities) > _MANY:
        return None
    found = {id(e): e for e in entities if e.type == "person" and _is_slip(page, low, e)}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_candidate(page: Page, word: str, low: str) -> bool:
    return len(low) >= _SHORTEST and word.isalpha() and low not in page.plain and page.times[low] <= 1


def _is_slip(page: Page, low: str, entity: Entity) -> bool:
    """Whether ``low`` is one letter off the surname, or off a slip that stands for it already."""
    written = [p.casefold() for p in entity.best.surname if page.times[p.casefold()] > 1]
    slips = [n.casefold() for n in entity.names if " " not in n] if written else []
    return any(w[:1] == low[:1] and Levenshtein.distance(w, low) == 1 for w in (*written, *slips))
