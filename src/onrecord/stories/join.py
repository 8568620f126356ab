"""Which articles are worth scoring against which: those that share two of their heaviest terms, or a text.

Whether a pair is a candidate depends on the pair alone. Near in time, more of an article's terms count;
an article's terms of the same month are found by month, so that the work of adding one article follows
the news of its weeks and not the size of the archive.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from onrecord.stories.keys import StoryKeys

# Of the pairs that score 0.15 or more, kept: 94 % (BASIL among 5,000 articles), 100 % (clusters), 98.5 %
# (ECB+); 24/12 keeps 87, 99.6 and 94.6 %. Lost ones are the weakest: their stories hold by other pairs.
NEAR_TERMS = 32
FAR_TERMS = 16
SHARED = 2
MONTH = 31
# Equal MinHash values in a row that make two texts candidates whatever their dates and words.
BAND = 4


class Index:
    """Posting lists over the keys of all articles; grows by ``add``, never looks at a text."""

    def __init__(self) -> None:
        self._near: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
        self._far: defaultdict[str, list[str]] = defaultdict(list)
        self._bands: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)

    def add(self, keys: StoryKeys) -> None:
        """Make an article findable."""
        month = _month(keys)
        if month is not None:
            for term, _ in keys.terms[:NEAR_TERMS]:
                self._near[month, term].append(keys.article_id)
        for term, _ in keys.terms[:FAR_TERMS]:
            self._far[term].append(keys.article_id)
        for band in _bands(keys):
            self._bands[band].append(keys.article_id)

    def candidates(self, keys: StoryKeys) -> set[str]:
        """Ids of the articles in the index that are worth scoring against ``keys``, without its own."""
        near, far = Counter[str](), Counter[str]()
        month = _month(keys)
        if month is not None:
            for term, _ in keys.terms[:NEAR_TERMS]:
                for neighbour in (month - 1, month, month + 1):
                    near.update(self._near.get((neighbour, term), ()))
        for term, _ in keys.terms[:FAR_TERMS]:
            far.update(self._far.get(term, ()))
        found = {article for counts in (near, far) for article, n in counts.items() if n >= SHARED}
        for band in _bands(keys):
            found.update(self._bands.get(band, ()))
        found.discard(keys.article_id)
        return found


def _month(keys: StoryKeys) -> int | None:
    """A running number of the month of publication; None when it is not known to within a month."""
    if keys.earliest is None or keys.latest is None:
        return None
    first, last = date.fromisoformat(keys.earliest), date.fromisoformat(keys.latest)
    return first.toordinal() // MONTH if (last - first).days <= MONTH else None


def _bands(keys: StoryKeys) -> Iterator[tuple[int, ...]]:
    for start in range(0, len(keys.sketch), BAND):
        yield (start, *keys.sketch[start : start + BAND])
