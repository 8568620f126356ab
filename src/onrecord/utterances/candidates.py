"""Which points of a story are worth comparing: those that share rare words, a speaker's words, or a meaning.

Comparing all pairs would cost the square of the story. Each point asks an inverted index for its nearest
few, so the work grows with the number of points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import numpy as np

from onrecord.utterances.context import Context
from onrecord.utterances.naming import only_names, same_act
from onrecord.utterances.points import Point
from onrecord.utterances.quotations import same_quotation

# Nearest points kept per point: by shared rare words, and by vector. On stories of three articles these
# keep over 98 % of the pairs that belong together.
BY_WORDS = 24
BY_VECTOR = 12
# Index entries looked at per point, rarest words first: what bounds the work on a very large story. Words
# that are left out are the commonest, which name the story and not the statement.
VISITS = 2000
# Worth of a common speaker, in units of word rarity: about one rare word.
SPEAKER = 2.0
# What a pair must share to be scored at all, as a share of the rarity of the point that has less of it; in
# two articles a cosine will do instead. On 21 stories of bulk news this leaves 16,800 of 32,835 pairs, and
# 379 of 381 that belong together in two articles, 203 of 205 in one.
WITHIN, ACROSS, NEAR = 0.1, 0.2, 0.2
_LIGHT = 3.0  # rarity below which a point is too short for its share to mean much, as ``features`` has it
_BLOCK = 1024


def candidates(made: Context) -> list[tuple[int, int]]:
    """Pairs ``(i, j)``, ``i < j``, of indices into ``made.points`` to be scored; sorted, without repeats.

    Points of one statement are never paired. The result does not depend on the order of the articles as
    long as ``made.points`` is sorted by ``Point.key``.
    """
    found = _by_words(made) | _by_vector(made)
    ids = [point.statement.id for point in made.points]
    empty = frozenset(at for at, point in enumerate(made.points) if only_names(point))
    return sorted((i, j) for i, j in found if ids[i] != ids[j] and _is_worth_a_look(made, i, j, empty))


def _is_worth_a_look(made: Context, i: int, j: int, empty: frozenset[int]) -> bool:
    """Whether two points share enough words or meaning to be told apart by more than these.

    ``empty``: points that only name somebody. Two articles share a saying by one only where both tell one
    act towards who is named.
    """
    a, b = made.points[i], made.points[j]
    least = max(min(made.weights[i], made.weights[j]), _LIGHT)
    shared = made.weigh(a.content & b.content) / least
    if a.article.id == b.article.id:
        return shared >= WITHIN
    if not empty.isdisjoint((i, j)):
        return bool(shared) and same_act(a, b)
    if shared >= ACROSS or not made.vectors.shape[1] or float(made.vectors[i].dot(made.vectors[j])) >= NEAR:
        return True
    return same_quotation(a, b)


def _by_words(made: Context) -> set[tuple[int, int]]:
    """Each point's nearest by summed rarity of shared words, a common speaker counting as one more."""
    by_key: dict[str, list[int]] = defaultdict(list)
    by_speaker: dict[str, list[int]] = defaultdict(list)
    for at, point in enumerate(made.points):
        for key in point.content:
            by_key[key].append(at)
        if point.statement.speaker_id is not None:
            by_speaker[point.statement.speaker_id].append(at)
    found: set[tuple[int, int]] = set()
    for at, point in enumerate(made.points):
        near = _sharing(made, point, by_key)
        spoken = by_speaker.get(point.statement.speaker_id or "", [])
        for other in spoken if len(spoken) <= VISITS else ():
            near[other] += SPEAKER
        near.pop(at, None)
        best = sorted([(-weight, other) for other, weight in near.items()])[:BY_WORDS]
        found.update([(at, other) if at < other else (other, at) for _, other in best])
    return found


def _sharing(made: Context, point: Point, by_key: Mapping[str, list[int]]) -> defaultdict[int, float]:
    """Points that share words with ``point``, with the summed rarity of these; the rarest words first."""
    near: defaultdict[int, float] = defaultdict(float)
    left = VISITS
    for key in sorted(point.content, key=lambda k: (len(by_key[k]), k)):
        left -= len(by_key[key])
        if left < 0:
            break
        weight = made.rarity[key]
        for other in by_key[key]:
            near[other] += weight
    return near


def _by_vector(made: Context) -> set[tuple[int, int]]:
    """Each point's nearest by cosine; nothing when there are no vectors."""
    total = len(made.points)
    if not made.vectors.shape[1] or total < 2:
        return set()
    found: set[tuple[int, int]] = set()
    keep = min(BY_VECTOR, total - 1)
    for low in range(0, total, _BLOCK):
        like = made.vectors[low : low + _BLOCK] @ made.vectors.T
        like[np.arange(like.shape[0]), np.arange(low, low + like.shape[0])] = -2.0
        nearest = np.argpartition(-like, keep - 1, axis=1)[:, :keep]
        for at, others in enumerate(nearest.tolist(), low):
            found.update([(at, other) if at < other else (other, at) for other in others])
    return found
