"""What of an article's keys is compared, in a quarter of their room: an archive holds thousands at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from sys import intern

from onrecord.stories.keys import StoryKeys


@dataclass(frozen=True, slots=True)
class Gist:
    """Of an article's ``StoryKeys`` those fields by which it is scored, placed and grouped.

    ``terms``: heaviest first, as there; ``names``: their keys.
    """

    article_id: str
    earliest: str | None
    latest: str | None
    terms: Mapping[str, float]
    names: frozenset[str]
    days: tuple[str, ...]
    sketch: tuple[int, ...]
    outlet: str | None


def gist(keys: StoryKeys) -> Gist:
    """What of ``keys`` is compared; words that many articles share are held once."""
    words, weights = zip(*keys.terms, strict=True) if keys.terms else ((), ())
    return Gist(
        article_id=keys.article_id,
        earliest=keys.earliest,
        latest=keys.latest,
        terms=dict(zip(map(intern, words), weights, strict=True)),
        names=frozenset(intern(key) for key, _ in keys.names),
        days=keys.days,
        sketch=keys.sketch,
        outlet=keys.outlet,
    )
