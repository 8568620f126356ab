"""How much two articles report the same happening: an explicit score, and its reasons in words.

The score is the cosine of the articles' weighted terms, lowered by the time between their publications and
where they name others, or the share of equal five-word runs where that is higher. It depends on the two
articles alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date

from onrecord.stories.gists import Gist
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
# day. Over a threshold of .155 its precision is 85.3 to 85.6 from .55 to .65 and 81.3 at .7; .6 over .14 is
# the same (85.9, F1 88.0). The dated sets do not ask it.
UNKNOWN_FACTOR = 0.6
WIDE_DAYS = 7
# Weeks apart, two articles that each tell of days of their own news and of none near the other's report two
# happenings of one matter (a tariff announced, put in doubt, lifted). The annotated sets of stories are
# scored without the days that texts name. With them clusters/dev, whose events are matters of months, parts
# in three places at .6 (B-cubed F1 90.6 -> 89.5), each of them another happening to a reader; .5 parts one
# article more, which bears a wrong date (89.0), and a short story from the one in which its speaker turns.
NEWS_DAYS = 21
NEWS_FACTOR = 0.6
# Days before its publication that are an article's own news; as many on either side are near it.
FRESH_DAYS = 3
# Five-word runs shared by reprints; below it, shared quotations and boilerplate.
NEAR_DUPLICATE = 0.5
# Two articles of one outlet share its phrases, its lists of other headlines and its columns; a week apart,
# often nothing else. Of 19 stories of several happenings in a second draw of 50, seven were such pairs; the
# annotated sets do not move.
HOUSE_FACTOR = 0.85
LATE_HOUSE_FACTOR = 0.6
HOUSE_DAYS = 7
# Two happenings of a kind share its words; whom and which places an article names tells them apart. Of pairs
# in ECB+ (two like happenings a topic) and clusters/dev, logistic regression on the halves that were read
# weighs the cosine of the names' terms 2.6 times as much as the logarithm of the score; trees over eighteen
# further measures of words and names are no better (AUC .90 both, .88 without names). Names as alike as most
# of those of one happening (19 of 20 in BASIL, 9 of 10 in clusters/dev) cost nothing. Of pairs of invented
# like happenings (evals/happenings.py) 78 % were kept apart without it and 93 % with it, 81 and 89 of the
# half that was not looked at. From .35 on also 94 %, and clusters/dev loses 0.7.
NAMES_ALIKE = 0.3
NAMES_WEIGHT = 5.0
# An article that names fewer, or whose names weigh less than this part of its terms, is not asked.
NAMES_TOLD = 2
NAMES_SHARE = 0.02
# Nor are pairs too unlike to be kept.
NAMES_LEAST = 0.07


def days_apart(a: StoryKeys | Gist, b: StoryKeys | Gist) -> int | None:
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


def _narrow(keys: StoryKeys | Gist) -> bool:
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


def overlap(a: StoryKeys | Gist, b: StoryKeys | Gist) -> float:
    """Estimated Jaccard similarity of two articles' five-word runs, 0 when one is too short to tell."""
    if not a.sketch or not b.sketch:
        return 0.0
    return sum(x == y for x, y in zip(a.sketch, b.sketch, strict=False)) / len(a.sketch)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two unit vectors held as mappings; exact summation, so the order of words is no matter."""
    return math.fsum(a[key] * b[key] for key in a.keys() & b.keys())


def newly_told(a: Gist, b: Gist, gap: int | None) -> bool:
    """Whether two articles, weeks apart, each tell what happened then and nothing of the other's days."""
    if gap is None or gap <= NEWS_DAYS or not (_narrow(a) and _narrow(b)):
        return False
    fresh = all(_tells_of(x, x, after=0) for x in (a, b))
    return fresh and not (set(a.days) & set(b.days) or _tells_of(a, b) or _tells_of(b, a))


def _tells_of(keys: Gist, other: Gist, after: int = FRESH_DAYS) -> bool:
    """Whether an article mentions a day near the publication of ``other``."""
    if other.earliest is None or other.latest is None:
        return False
    first, last = _ordinal(other.earliest) - FRESH_DAYS, _ordinal(other.latest) + after
    return any(first <= _ordinal(day) <= last for day in keys.days)


def names_alike(a: Gist, b: Gist) -> float | None:
    """Cosine of the terms that are names in either article; None where one of the two hardly names any."""
    if min(len(a.names), len(b.names)) < NAMES_TOLD:
        return None
    names = a.names | b.names
    one, two = ({key: item.terms[key] for key in names & item.terms.keys()} for item in (a, b))
    lengths = [math.fsum(w * w for w in vector.values()) for vector in (one, two)]
    if min(lengths) < NAMES_SHARE:
        return None
    return cosine(one, two) / math.sqrt(lengths[0] * lengths[1])


def acquaintance(alike: float | None) -> float:
    """What names that are ``alike`` leave of a score, up to 1."""
    return 1.0 if alike is None else min(1.0, math.exp(NAMES_WEIGHT * (alike - NAMES_ALIKE)))


def score(a: Gist, b: Gist, *, similarity: float) -> float:
    """The score of two articles whose term vectors have cosine ``similarity``; ``APART`` or 0 to 1.

    A reprint belongs to its story whenever it appears.
    """
    duplicate, gap = overlap(a, b), days_apart(a, b)
    if duplicate >= NEAR_DUPLICATE:
        return max(similarity, duplicate) * nearness(gap)
    if gap is not None and gap > CHAPTER_DAYS:
        return APART
    value = similarity * nearness(gap) * (NEWS_FACTOR if newly_told(a, b, gap) else 1.0)
    if a.outlet is not None and a.outlet == b.outlet:
        value *= LATE_HOUSE_FACTOR if gap is None or gap > HOUSE_DAYS else HOUSE_FACTOR
    return value * acquaintance(names_alike(a, b)) if value >= NAMES_LEAST else value
