"""Which articles are worth scoring against which: those that share two of their heaviest terms, or a text.

Whether a pair is a candidate depends on the pair alone. Near in time, more of an article's terms count;
an article's terms of the same month are found by month, so that the work of adding one article follows
the news of its weeks and not the size of the archive.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from onrecord.records import stable_number
from onrecord.stories.keys import StoryKeys
from onrecord.stories.shelf import Places, Shelf

# Of the pairs that score 0.15 or more, kept: 94 % (BASIL among 5,000 articles), 100 % (clusters), 98.5 %
# (ECB+); 24/12 keeps 87, 99.6 and 94.6 %. Lost ones are the weakest: their stories hold by other pairs.
NEAR_TERMS = 32
FAR_TERMS = 16
SHARED = 2
MONTH = 31
# Equal MinHash values in a row that make two texts candidates whatever their dates and words.
BAND = 4


# How many places of a kind two articles share at least, to be worth scoring.
LEAST: Mapping[str, int] = {"near": SHARED, "far": SHARED, "band": 1}


class Index:
    """Posting lists over the keys of all articles; grows by ``add``, never looks at a text."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf or Shelf()
        self._places = Places(self._shelf)

    def add(self, keys: StoryKeys) -> None:
        """Make an article findable."""
        places = [found for _, found in places_of(keys)]
        for found in self._places.at(places):
            found.add(keys.article_id)
        self._shelf.keep_places(keys.article_id, places)

    def candidates(self, keys: StoryKeys) -> set[str]:
        """Ids of the articles in the index that are worth scoring against ``keys``, without its own."""
        counts = {kind: Counter[str]() for kind in LEAST}
        asked = list(asked_at(keys))
        for (kind, _), there in zip(asked, self._places.at([place for _, place in asked]), strict=True):
            counts[kind].update(there)
        found = {a for kind, least in LEAST.items() for a, n in counts[kind].items() if n >= least}
        found.discard(keys.article_id)
        return found


def places_of(keys: StoryKeys) -> Iterator[tuple[str, int]]:
    """Where an article is to be found: (kind, place), each once."""
    month = _month(keys)
    if month is not None:
        yield from (("near", stable_number("near", month, t)) for t, _ in keys.terms[:NEAR_TERMS])
    yield from _far(keys)


def asked_at(keys: StoryKeys) -> Iterator[tuple[str, int]]:
    """Where the articles are to be found that an article is worth scoring against: (kind, place), each once.

    Of two articles each finds the other, or neither does.
    """
    month = _month(keys)
    if month is not None:
        for neighbour in (month - 1, month, month + 1):
            yield from (("near", stable_number("near", neighbour, t)) for t, _ in keys.terms[:NEAR_TERMS])
    yield from _far(keys)


def _far(keys: StoryKeys) -> Iterator[tuple[str, int]]:
    """The places that are asked whatever the dates."""
    yield from (("far", stable_number("far", t)) for t, _ in keys.terms[:FAR_TERMS])
    yield from (("band", stable_number("band", *band)) for band in _bands(keys))


def _month(keys: StoryKeys) -> int | None:
    """A running number of the month of publication; None when it is not known to within a month."""
    if keys.earliest is None or keys.latest is None:
        return None
    first, last = date.fromisoformat(keys.earliest), date.fromisoformat(keys.latest)
    return first.toordinal() // MONTH if (last - first).days <= MONTH else None


def _bands(keys: StoryKeys) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(keys.sketch), BAND):
        yield (start, *keys.sketch[start : start + BAND])
