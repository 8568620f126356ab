"""How much two articles report the same happening: an explicit score, and its reasons in words.

The score is the cosine of the articles' weighted terms, lowered by the time between their publications,
or the share of equal five-word runs where that is higher. It depends on the two articles alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from onrecord import languages
from onrecord.stories.keys import StoryKeys

# Days apart that cost nothing: the evening's news and the morning's paper.
FREE_DAYS = 1
# Each further day, and the least that is left within a year: a report months later belongs to the story when
# the happening is its main matter, as a third of clusters/dev do. There the least of .5 and .55 gives B-cubed
# F1 87.0 and 90.6; BASIL among 5,000 articles does not move. A steeper day parts two events of one week: of
# 50 stories read, 19 of several happenings stay whole at .05, 13 at .10; of 30 of one happening, 30 and 25.
# The annotated sets do not move (98.1, 90.1, 87.3 at both); at .15 clusters/dev loses 0.3.
DAY_COST = 0.10
LATE_FACTOR = 0.55
# Eight months on, the same names and words are another chapter of the matter: a storyline, not a story.
CHAPTER_DAYS = 240
# The score of two such articles: no mean over a group that holds both reaches any threshold.
APART = -100.0
# One of the two is undated, or dated to more than a few days. Of ECB+'s 772 articles 101 give their own
# day; at .55, .6, .65 and .7 B-cubed F1 is 86.8, 87.5, 88.6, 89.1 on the half that was read and 88.3, 90.5,
# 92.2, 92.0 on the other. Precision of both is 85.3 to 85.6 up to .65 and 81.3 at .7. The dated sets do not
# ask it.
UNKNOWN_FACTOR = 0.65
WIDE_DAYS = 7
# Five-word runs shared by reprints; below it, shared quotations and boilerplate.
NEAR_DUPLICATE = 0.5
# Two articles of one outlet share its phrases, its lists of other headlines and its columns; a week apart,
# often nothing else. Of 19 stories of several happenings in a second draw of 50, seven were such pairs; the
# annotated sets do not move.
HOUSE_FACTOR = 0.85
LATE_HOUSE_FACTOR = 0.6
HOUSE_DAYS = 7
# Two articles that each name somebody and name nobody in common share a matter or their outlet's phrases,
# not a happening. Of the 19 stories above two go at .5, and none of the 30.
NAMES_TOLD = 8
NAMES_SHARED = 3.0
STRANGERS_FACTOR = 0.5
# Not asked of pairs too unlike to be kept.
STRANGERS_LEAST = 0.08


def days_apart(a: StoryKeys, b: StoryKeys) -> int | None:
    """Days that surely lie between two publications; None when an open or wide dating leaves it unsure."""
    gaps = [
        _ordinal(later.earliest) - _ordinal(earlier.latest)
        for earlier, later in ((a, b), (b, a))
        if earlier.latest is not None and later.earliest is not None
    ]
    gap = max(gaps, default=0)
    if gap > 0:
        return gap
    return 0 if _narrow(a) and _narrow(b) else None


def _narrow(keys: StoryKeys) -> bool:
    if keys.earliest is None or keys.latest is None:
        return False
    return _ordinal(keys.latest) - _ordinal(keys.earliest) <= WIDE_DAYS


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def nearness(gap: int | None) -> float:
    """What ``gap`` days between two publications leave of a score, from ``LATE_FACTOR`` to 1."""
    if gap is None:
        return UNKNOWN_FACTOR
    return max(LATE_FACTOR, 1 - DAY_COST * max(0, gap - FREE_DAYS))


def overlap(a: StoryKeys, b: StoryKeys) -> float:
    """Estimated Jaccard similarity of two articles' five-word runs, 0 when one is too short to tell."""
    if not a.sketch or not b.sketch:
        return 0.0
    return sum(x == y for x, y in zip(a.sketch, b.sketch, strict=False)) / len(a.sketch)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two unit vectors held as mappings; exact summation, so the order of words is no matter."""
    return math.fsum(a[key] * b[key] for key in a.keys() & b.keys())


def strangers(a: StoryKeys, b: StoryKeys) -> bool:
    """Whether both articles give names and they have next to none in common."""
    if min(len(a.names), len(b.names)) < NAMES_TOLD:
        return False
    names = {key for key, _ in b.names}
    rarity = languages.of(a.language).rarity
    return math.fsum(rarity(key) for key, _ in a.names if key in names) < NAMES_SHARED


def score(a: StoryKeys, b: StoryKeys, *, similarity: float) -> float:
    """The score of two articles whose term vectors have cosine ``similarity``; ``APART`` or 0 to 1.

    A reprint belongs to its story whenever it appears.
    """
    duplicate, gap = overlap(a, b), days_apart(a, b)
    if duplicate >= NEAR_DUPLICATE:
        return max(similarity, duplicate) * nearness(gap)
    if gap is not None and gap > CHAPTER_DAYS:
        return APART
    value = similarity * nearness(gap)
    if a.outlet is not None and a.outlet == b.outlet:
        value *= LATE_HOUSE_FACTOR if gap is None or gap > HOUSE_DAYS else HOUSE_FACTOR
    return value * STRANGERS_FACTOR if value >= STRANGERS_LEAST and strangers(a, b) else value
